#pragma once

#include <stddef.h>
#include <stdint.h>

/* Loops over pixels that are compiled for several instruction sets; the one that the processor has is taken when the
 * program starts. Each gives the same result to the bit: no step is fused or reordered. */

/* Reads pixels of four bytes as floats, red, green and blue multiplied by the opacity's share of 255. */
void capprint_load_row(const uint8_t *_Nonnull pixels, int32_t count, float *_Nonnull out);

/* Scales a row of pixels (four floats each). Target column c is the sum of the pixels from starts[c] on, counts[c] of
 * them (an even number), each times its weight; `weights` holds each weight four times, `most` weights a column. */
void capprint_filter_row(
    const float *_Nonnull line, const int32_t *_Nonnull starts, const int32_t *_Nonnull counts,
    const float *_Nonnull weights, int32_t most, int32_t first, int32_t end, float *_Nonnull out);

/* Adds up rows of pixels, each times its weight, and rounds: red, green, blue, opacity of 8 bits, no colour above the
 * opacity. Columns come in pairs: one more may be read and written where `count` is odd. */
void capprint_filter_column(
    const float *_Nonnull const *_Nonnull rows, const float *_Nonnull weights, int32_t taps, int32_t count,
    uint8_t *_Nonnull out);

/* Undoes PNG's filter 4 (ISO/IEC 15948, 9.4) for pixels of four bytes, in two rows that follow each other. */
void capprint_paeth_rows(
    const uint8_t *_Nonnull first, uint8_t *_Nonnull first_target, const uint8_t *_Nonnull above,
    const uint8_t *_Nonnull second, uint8_t *_Nonnull second_target, size_t pixels);
