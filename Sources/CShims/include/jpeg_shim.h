#pragma once
/* Why: libjpeg reports errors by a callback that must not return, which takes setjmp; Swift has none. */
#include <stddef.h>
#include <stdint.h>

enum capprint_jpeg_status {
    CAPPRINT_JPEG_OK = 0,
    CAPPRINT_JPEG_DAMAGED = 1,   /* see message */
    CAPPRINT_JPEG_CUT_SHORT = 2, /* the data end before the picture does */
    CAPPRINT_JPEG_TOO_LARGE = 3, /* width and height are set */
    CAPPRINT_JPEG_NO_MEMORY = 4
};

struct capprint_jpeg {
    enum capprint_jpeg_status status;
    char message[200];
    /* Of the file. */
    uint32_t width, height;
    /* Of the decoded pixels, which may be scaled down by 2, 4 or 8. */
    uint32_t decoded_width, decoded_height;
    /* 1 grey, 3 RGB, 4 CMYK. */
    int components;
    /* CMYK: 255 is no ink. */
    int is_inverted;
    /* decoded_width * decoded_height * components bytes; free with capprint_jpeg_clear. */
    uint8_t *_Nullable pixels;
    uint8_t *_Nullable profile;
    size_t profile_size;
    uint8_t *_Nullable exif;
    size_t exif_size;
};

/* Decodes. The pixels are scaled down while decoding as long as both sides keep at least `wanted` pixels in number (0: never).
   A side over max_side or more than max_pixels in the file is TOO_LARGE. Also used with only_header to read sizes, EXIF and profile. */
void capprint_jpeg_decode(
    const uint8_t *_Nonnull data, size_t size, uint32_t wanted_width, uint32_t wanted_height, uint32_t max_side,
    uint64_t max_pixels, int only_header, struct capprint_jpeg *_Nonnull result);
void capprint_jpeg_clear(struct capprint_jpeg *_Nonnull picture);

/* Encodes grey (1) or RGB (3) samples, without any application segment. subsampling 1: full chroma, 2: halved both ways.
   Returns malloc'd bytes (free with capprint_jpeg_free) or NULL. */
uint8_t *_Nullable capprint_jpeg_encode(
    const uint8_t *_Nonnull pixels, uint32_t width, uint32_t height, int components, int quality, int subsampling,
    size_t *_Nonnull size);
void capprint_jpeg_free(uint8_t *_Nullable bytes);
