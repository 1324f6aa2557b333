#include "svg_shim.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>

struct capprint_svg {
    RsvgHandle *handle;
};

struct capprint_svg *capprint_svg_open(const uint8_t *data, size_t size, char *message, size_t message_size) {
    GError *error = NULL;
    RsvgHandle *handle = rsvg_handle_new_from_data(data, size, &error);
    if (!handle) {
        snprintf(message, message_size, "%s", error && error->message ? error->message : "unknown");
        if (error) g_error_free(error);
        return NULL;
    }
    /* Lengths in mm, cm and in are CSS's: 96 pixels an inch. */
    rsvg_handle_set_dpi(handle, 96);
    struct capprint_svg *svg = malloc(sizeof *svg);
    if (!svg) {
        g_object_unref(handle);
        return NULL;
    }
    svg->handle = handle;
    return svg;
}

void capprint_svg_close(struct capprint_svg *svg) {
    if (!svg) return;
    g_object_unref(svg->handle);
    free(svg);
}

int capprint_svg_size(struct capprint_svg *svg, double *width, double *height) {
    if (rsvg_handle_get_intrinsic_size_in_pixels(svg->handle, width, height)) return 1;
    gboolean has_width, has_height, has_box;
    RsvgLength w, h;
    RsvgRectangle box;
    rsvg_handle_get_intrinsic_dimensions(svg->handle, &has_width, &w, &has_height, &h, &has_box, &box);
    if (!has_box) return 0;
    *width = box.width;
    *height = box.height;
    return 1;
}

static int render(struct capprint_svg *svg, cairo_t *cairo, double x, double y, double width, double height) {
    RsvgRectangle viewport = {-x, -y, width, height};
    GError *error = NULL;
    gboolean is_done = rsvg_handle_render_document(svg->handle, cairo, &viewport, &error);
    if (error) g_error_free(error);
    return is_done && cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
}

int capprint_svg_render(
    struct capprint_svg *svg, double x, double y, double width, double height, uint8_t *pixels, int columns,
    int rows) {
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_ARGB32, columns, rows, columns * 4);
    cairo_t *cairo = cairo_create(surface);
    int is_done = render(svg, cairo, x, y, width, height);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    is_done = is_done && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(surface);
    return is_done;
}

struct bytes {
    uint8_t *start;
    size_t count, room;
};

static cairo_status_t append(void *closure, const unsigned char *data, unsigned int length) {
    struct bytes *bytes = closure;
    if (bytes->count + length > bytes->room) {
        size_t room = (bytes->count + length) * 2;
        uint8_t *start = realloc(bytes->start, room);
        if (!start) return CAIRO_STATUS_NO_MEMORY;
        bytes->start = start;
        bytes->room = room;
    }
    memcpy(bytes->start + bytes->count, data, length);
    bytes->count += length;
    return CAIRO_STATUS_SUCCESS;
}

uint8_t *capprint_svg_pdf(
    struct capprint_svg *svg, double x, double y, double width, double height, double page_width, double page_height,
    size_t *size) {
    struct bytes bytes = {NULL, 0, 0};
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, &bytes, page_width, page_height);
    /* Otherwise Cairo writes the time of day. */
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    cairo_t *cairo = cairo_create(surface);
    int is_done = render(svg, cairo, x, y, width, height);
    cairo_show_page(cairo);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    is_done = is_done && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(surface);
    if (!is_done) {
        free(bytes.start);
        return NULL;
    }
    *size = bytes.count;
    return bytes.start;
}

void capprint_svg_free(uint8_t *bytes) { free(bytes); }
