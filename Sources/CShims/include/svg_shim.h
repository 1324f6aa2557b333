#pragma once
/* Why: librsvg comes with GLib's object and error macros, which Swift cannot call. */
#include <stddef.h>
#include <stdint.h>

struct capprint_svg;

/* Reads an SVG without a base address, so that it can name no other file. NULL on failure, with librsvg's words in `message`. */
struct capprint_svg *_Nullable capprint_svg_open(
    const uint8_t *_Nonnull data, size_t size, char *_Nonnull message, size_t message_size);
void capprint_svg_close(struct capprint_svg *_Nullable svg);

/* Size in CSS pixels from width and height or else from viewBox; 0 where it names neither. */
int capprint_svg_size(struct capprint_svg *_Nonnull svg, double *_Nonnull width, double *_Nonnull height);

/* Renders the picture scaled to width × height pixels and moved by (-x, -y) into columns × rows of premultiplied native-endian ARGB
   (cairo CAIRO_FORMAT_ARGB32), stride columns * 4, which must be zero before. 0 on failure. */
int capprint_svg_render(
    struct capprint_svg *_Nonnull svg, double x, double y, double width, double height, uint8_t *_Nonnull pixels,
    int columns, int rows);

/* Renders the picture scaled to width × height points and moved by (-x, -y) to a PDF of one page of page_width × page_height points.
   malloc'd bytes (free with capprint_svg_free) or NULL. */
uint8_t *_Nullable capprint_svg_pdf(
    struct capprint_svg *_Nonnull svg, double x, double y, double width, double height, double page_width,
    double page_height, size_t *_Nonnull size);
void capprint_svg_free(uint8_t *_Nullable bytes);
