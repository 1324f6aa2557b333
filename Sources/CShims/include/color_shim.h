#pragma once
/* Why: lcms2's pixel formats (TYPE_RGBA_8 …) are structured macros that Swift does not see. */
#include <stddef.h>
#include <stdint.h>

/* What the samples of a picture are; each is of 8 bits. */
enum capprint_samples {
    CAPPRINT_SAMPLES_GRAY = 1,
    CAPPRINT_SAMPLES_RGBA = 2,
    CAPPRINT_SAMPLES_CMYK = 3,          /* 0 no ink, 255 full ink */
    CAPPRINT_SAMPLES_CMYK_INVERTED = 4  /* 255 no ink, as Adobe writes JPEG */
};

/* Converts to sRGB, relative colorimetric with black point compensation.
   RGBA: in place is allowed, opacity is copied. GRAY, CMYK: `target` gets RGBA with opacity 255; CMYK in place is allowed.
   Returns 1 done, 0 nothing to do (an RGB profile that is sRGB to within two levels), -1 the profile is unusable or of another kind of colour. */
int capprint_color_to_srgb(
    const void *_Nonnull profile, size_t profile_size, enum capprint_samples samples, const void *_Nonnull source,
    void *_Nonnull target, size_t count);
