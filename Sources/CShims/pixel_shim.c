#include "pixel_shim.h"

#include <string.h>

/* ELF systems choose among the clones when the program is loaded; Apple's processors have one instruction set. */
#if defined(__x86_64__) && defined(__linux__)
#define CLONED __attribute__((target_clones("avx2", "default")))
#else
#define CLONED
#endif

/* A product that is fused with its sum is rounded once instead of twice: other bytes on another machine. */
#pragma STDC FP_CONTRACT OFF

typedef float float4 __attribute__((vector_size(16)));
typedef float float8 __attribute__((vector_size(32)));
typedef int32_t int8 __attribute__((vector_size(32)));
typedef int16_t short8 __attribute__((vector_size(16)));
typedef uint8_t byte8 __attribute__((vector_size(8)));

#define INLINE static inline __attribute__((always_inline))

/* A macro: a function may not answer a vector that half of the processors have no register for. */
#define PREMULTIPLIED(bytes, target, size)                                                                             \
    do {                                                                                                               \
        const int8 is_opacity = {0, 0, 0, -1, 0, 0, 0, -1};                                                            \
        const float8 one = (float8){0} + 1.0f;                                                                         \
        float8 value = __builtin_convertvector(bytes, float8);                                                         \
        /* 255 / 255 is exactly 1. */                                                                                  \
        float8 share = __builtin_shufflevector(value, value, 3, 3, 3, 3, 7, 7, 7, 7) * (1 / 255.0f);                   \
        value *= (float8)(((int8)one & is_opacity) | ((int8)share & ~is_opacity));                                     \
        memcpy(target, &value, size);                                                                                  \
    } while (0)

CLONED void capprint_load_row(const uint8_t *pixels, int32_t count, float *out) {
    byte8 bytes = {0};
    int32_t column = 0;
    for (; column + 2 <= count; column += 2) {
        memcpy(&bytes, pixels + (size_t)column * 4, 8);
        PREMULTIPLIED(bytes, out + (size_t)column * 4, 32);
    }
    if (column < count) {
        memcpy(&bytes, pixels + (size_t)column * 4, 4);
        PREMULTIPLIED(bytes, out + (size_t)column * 4, 16);
    }
}

CLONED void capprint_filter_row(
    const float *line, const int32_t *starts, const int32_t *counts, const float *weights, int32_t most, int32_t first,
    int32_t end, float *out) {
    for (int32_t column = first; column < end; column++) {
        const float *source = line + (size_t)starts[column] * 4;
        const float *weight = weights + (size_t)column * (size_t)most * 4;
        const float *stop = source + (size_t)counts[column] * 4;
        float8 sum = {0};
        for (; source < stop; source += 8, weight += 8) {
            float8 pixels, shares;
            memcpy(&pixels, source, sizeof pixels);
            memcpy(&shares, weight, sizeof shares);
            sum += pixels * shares;
        }
        float4 result = __builtin_shufflevector(sum, sum, 0, 1, 2, 3) + __builtin_shufflevector(sum, sum, 4, 5, 6, 7);
        memcpy(out + (size_t)column * 4, &result, sizeof result);
    }
}

#define LEAST(a, b, mask) ((float8)(((int8)(a) & (mask)) | ((int8)(b) & ~(mask))))

#define ROUNDED(sum, target)                                                                                           \
    do {                                                                                                               \
        const float8 none = {0};                                                                                       \
        const float8 full = none + 255.0f;                                                                             \
        float8 value = (sum);                                                                                          \
        value = LEAST(value, none, value > none);                                                                      \
        value = LEAST(value, full, value < full);                                                                      \
        float8 limit = __builtin_shufflevector(value, value, 3, 3, 3, 3, 7, 7, 7, 7);                                  \
        value = LEAST(value, limit, value < limit);                                                                    \
        /* Adding 2^23 leaves the rounded value in the lowest bits of the float's pattern. */                          \
        int8 bits = (int8)(value + 8388608.0f) & 255;                                                                  \
        byte8 bytes = __builtin_convertvector(bits, byte8);                                                            \
        memcpy(target, &bytes, sizeof bytes);                                                                          \
    } while (0)

CLONED void capprint_filter_column(
    const float *const *rows, const float *weights, int32_t taps, int32_t count, uint8_t *out) {
    int32_t column = 0;
    /* Four at a time, so that a weight is loaded once for them. */
    for (; column + 4 <= count; column += 4) {
        float8 left = {0}, right = {0};
        for (int32_t tap = 0; tap < taps; tap++) {
            const float *source = rows[tap] + (size_t)column * 4;
            float8 one, other;
            memcpy(&one, source, sizeof one);
            memcpy(&other, source + 8, sizeof other);
            left += one * weights[tap];
            right += other * weights[tap];
        }
        ROUNDED(left, out + (size_t)column * 4);
        ROUNDED(right, out + (size_t)column * 4 + 8);
    }
    for (; column < count; column += 2) {
        float8 sum = {0};
        for (int32_t tap = 0; tap < taps; tap++) {
            float8 pixels;
            memcpy(&pixels, rows[tap] + (size_t)column * 4, sizeof pixels);
            sum += pixels * weights[tap];
        }
        ROUNDED(sum, out + (size_t)column * 4);
    }
}

INLINE short8 magnitude(short8 value) {
    short8 sign = value >> 15;
    return (value ^ sign) - sign;
}

/* Two pixels as shorts. */
INLINE short8 pair(uint32_t one, uint32_t other) {
    uint32_t both[2] = {one, other};
    byte8 bytes;
    memcpy(&bytes, both, sizeof bytes);
    return __builtin_convertvector(bytes, short8);
}

INLINE uint32_t word(const uint8_t *bytes) {
    uint32_t value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

/* The second row runs one pixel behind the first: what it looks up at has just been made, and two chains of steps that
 * wait for their own last result go side by side. */
CLONED void capprint_paeth_rows(
    const uint8_t *first, uint8_t *first_target, const uint8_t *above, const uint8_t *second, uint8_t *second_target,
    size_t pixels) {
    short8 left = {0}, corner = {0};
    for (size_t at = 0; at <= pixels; at++) {
        short8 raw = pair(at < pixels ? word(first + at * 4) : 0, at > 0 ? word(second + (at - 1) * 4) : 0);
        short8 up = pair(at < pixels ? word(above + at * 4) : 0, 0);
        up = __builtin_shufflevector(up, left, 0, 1, 2, 3, 8, 9, 10, 11);
        short8 by_up = up - corner, by_left = left - corner;
        short8 to_left = magnitude(by_up), to_up = magnitude(by_left), to_corner = magnitude(by_up + by_left);
        short8 is_up = to_up <= to_corner;
        short8 nearest = (up & is_up) | (corner & ~is_up);
        short8 is_left = (to_left <= to_up) & (to_left <= to_corner);
        nearest = (left & is_left) | (nearest & ~is_left);
        left = (raw + nearest) & 255;
        corner = up;
        byte8 bytes = __builtin_convertvector(left, byte8);
        if (at < pixels) memcpy(first_target + at * 4, &bytes, 4);
        if (at > 0) memcpy(second_target + (at - 1) * 4, (const uint8_t *)&bytes + 4, 4);
    }
}
