#pragma once
/* Why: libexif's byte order and tag access are macros and static data that differ between platforms' headers. */
#include <stddef.h>
#include <stdint.h>

/* The orientation tag 1…8 (Exif 2.32, 4.6.4 A) of a TIFF structure, with or without the leading "Exif\0\0"; 1 where there is none. */
int capprint_exif_orientation(const uint8_t *_Nonnull data, size_t size);
