#include "exif_shim.h"

#include <libexif/exif-data.h>
#include <stdlib.h>
#include <string.h>

int capprint_exif_orientation(const uint8_t *data, size_t size) {
    static const uint8_t lead[6] = {'E', 'x', 'i', 'f', 0, 0};
    if (size < 14 || size > (1 << 20)) return 1;
    int orientation = 1;
    const uint8_t *block = data;
    uint8_t *copy = NULL;
    size_t length = size;
    if (memcmp(data, lead, sizeof lead) != 0) {
        length = size + sizeof lead;
        copy = malloc(length);
        if (!copy) return 1;
        memcpy(copy, lead, sizeof lead);
        memcpy(copy + sizeof lead, data, size);
        block = copy;
    }
    ExifData *exif = exif_data_new();
    if (exif) {
        exif_data_load_data(exif, block, (unsigned int)length);
        ExifEntry *entry = exif_content_get_entry(exif->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
        if (entry && entry->format == EXIF_FORMAT_SHORT && entry->components >= 1 && entry->size >= 2) {
            int value = exif_get_short(entry->data, exif_data_get_byte_order(exif));
            if (value >= 1 && value <= 8) orientation = value;
        }
        exif_data_unref(exif);
    }
    free(copy);
    return orientation;
}
