#include "jpeg_shim.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

struct failure {
    struct jpeg_error_mgr manager;
    jmp_buf place;
    char message[JMSG_LENGTH_MAX];
    int is_cut_short;
    long damage;
};

static void fail(j_common_ptr info) {
    struct failure *failure = (struct failure *)info->err;
    info->err->format_message(info, failure->message);
    longjmp(failure->place, 1);
}

static void note(j_common_ptr info, int level) {
    if (level >= 0) return;
    struct failure *failure = (struct failure *)info->err;
    if (info->err->msg_code == JWRN_JPEG_EOF || info->err->msg_code == JWRN_HIT_MARKER) failure->is_cut_short = 1;
    if (failure->damage++ == 0) info->err->format_message(info, failure->message);
}

/* A progressive file may go over the picture as often as it likes; no camera needs more than a dozen scans. */
enum { MOST_SCANS = 200 };

static void limit_scans(j_common_ptr info) {
    if (((j_decompress_ptr)info)->input_scan_number > MOST_SCANS) ERREXIT(info, JERR_BAD_PROGRESSION);
}

static void be_silent(j_common_ptr info) { (void)info; }

static void prepare(struct failure *failure) {
    memset(failure, 0, sizeof *failure);
    jpeg_std_error(&failure->manager);
    failure->manager.error_exit = fail;
    failure->manager.emit_message = note;
    failure->manager.output_message = be_silent;
}

static void keep_exif(struct jpeg_decompress_struct *info, struct capprint_jpeg *result) {
    for (jpeg_saved_marker_ptr marker = info->marker_list; marker; marker = marker->next) {
        if (marker->marker != JPEG_APP0 + 1 || marker->data_length < 14) continue;
        if (memcmp(marker->data, "Exif\0\0", 6) != 0 || result->exif) continue;
        result->exif = malloc(marker->data_length);
        if (!result->exif) return;
        memcpy(result->exif, marker->data, marker->data_length);
        result->exif_size = marker->data_length;
    }
}

void capprint_jpeg_decode(
    const uint8_t *data, size_t size, uint32_t wanted_width, uint32_t wanted_height, uint32_t max_side,
    uint64_t max_pixels, int only_header, struct capprint_jpeg *result) {
    memset(result, 0, sizeof *result);
    struct jpeg_decompress_struct info;
    struct failure failure;
    prepare(&failure);
    memset(&info, 0, sizeof info);
    info.err = &failure.manager;
    if (setjmp(failure.place)) {
        result->status = failure.is_cut_short || info.err->msg_code == JERR_INPUT_EOF ? CAPPRINT_JPEG_CUT_SHORT
                                                                                    : CAPPRINT_JPEG_DAMAGED;
        memcpy(result->message, failure.message, sizeof result->message - 1);
        jpeg_destroy_decompress(&info);
        return;
    }
    struct jpeg_progress_mgr scans = {.progress_monitor = limit_scans};
    jpeg_create_decompress(&info);
    info.mem->max_memory_to_use = 512L << 20;
    jpeg_mem_src(&info, data, (unsigned long)size);
    jpeg_save_markers(&info, JPEG_APP0 + 1, 0xFFFF);
    jpeg_save_markers(&info, JPEG_APP0 + 2, 0xFFFF);
    jpeg_read_header(&info, TRUE);
    result->width = info.image_width;
    result->height = info.image_height;
    if (info.image_width > max_side || info.image_height > max_side
        || (uint64_t)info.image_width * info.image_height > max_pixels) {
        result->status = CAPPRINT_JPEG_TOO_LARGE;
        jpeg_destroy_decompress(&info);
        return;
    }
    keep_exif(&info, result);
    JOCTET *profile = NULL;
    unsigned int profile_size = 0;
    if (jpeg_read_icc_profile(&info, &profile, &profile_size)) {
        result->profile = profile;
        result->profile_size = profile_size;
    }
    switch (info.jpeg_color_space) {
        case JCS_GRAYSCALE: info.out_color_space = JCS_GRAYSCALE; break;
        case JCS_CMYK:
        case JCS_YCCK: info.out_color_space = JCS_CMYK; break;
        default: info.out_color_space = JCS_RGB; break;
    }
    /* Programs of Adobe write CMYK inverted and say so by the Adobe marker alone. */
    result->is_inverted = info.out_color_space == JCS_CMYK && info.saw_Adobe_marker;
    if (wanted_width && wanted_height) {
        for (unsigned int divisor = 8; divisor > 1; divisor /= 2) {
            if (info.image_width / divisor >= wanted_width && info.image_height / divisor >= wanted_height) {
                info.scale_num = 1;
                info.scale_denom = divisor;
                break;
            }
        }
    }
    info.dct_method = JDCT_ISLOW;
    jpeg_calc_output_dimensions(&info);
    result->decoded_width = info.output_width;
    result->decoded_height = info.output_height;
    result->components = info.out_color_components;
    if (only_header) {
        jpeg_destroy_decompress(&info);
        return;
    }
    size_t stride = (size_t)info.output_width * (size_t)info.out_color_components;
    result->pixels = malloc(stride * info.output_height);
    if (!result->pixels) {
        result->status = CAPPRINT_JPEG_NO_MEMORY;
        jpeg_destroy_decompress(&info);
        return;
    }
    info.progress = &scans;
    jpeg_start_decompress(&info);
    while (info.output_scanline < info.output_height && !failure.is_cut_short) {
        JSAMPROW row = result->pixels + stride * info.output_scanline;
        jpeg_read_scanlines(&info, &row, 1);
    }
    if (failure.is_cut_short) {
        result->status = CAPPRINT_JPEG_CUT_SHORT;
    } else {
        jpeg_finish_decompress(&info);
        if (failure.is_cut_short) result->status = CAPPRINT_JPEG_CUT_SHORT;
    }
    memcpy(result->message, failure.message, sizeof result->message - 1);
    jpeg_destroy_decompress(&info);
}

void capprint_jpeg_clear(struct capprint_jpeg *picture) {
    free(picture->pixels);
    free(picture->profile);
    free(picture->exif);
    memset(picture, 0, sizeof *picture);
}

/* Kept apart from the function that calls setjmp: its own variables would be indeterminate after longjmp (C11 7.13.2.1). */
struct target {
    unsigned char *bytes;
    unsigned long size;
};

static int encode(
    struct jpeg_compress_struct *info, struct failure *failure, struct target *target, const uint8_t *pixels,
    uint32_t width, uint32_t height, int components, int quality, int subsampling) {
    if (setjmp(failure->place)) return 0;
    jpeg_create_compress(info);
    jpeg_mem_dest(info, &target->bytes, &target->size);
    info->image_width = width;
    info->image_height = height;
    info->input_components = components;
    info->in_color_space = components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(info);
    jpeg_set_quality(info, quality, TRUE);
    info->write_JFIF_header = FALSE;
    info->write_Adobe_marker = FALSE;
    info->optimize_coding = TRUE;
    info->dct_method = JDCT_ISLOW;
    if (components == 3) {
        info->comp_info[0].h_samp_factor = subsampling;
        info->comp_info[0].v_samp_factor = subsampling;
    }
    jpeg_start_compress(info, TRUE);
    size_t stride = (size_t)width * (size_t)components;
    while (info->next_scanline < height) {
        JSAMPROW row = (JSAMPROW)(pixels + stride * info->next_scanline);
        jpeg_write_scanlines(info, &row, 1);
    }
    jpeg_finish_compress(info);
    return 1;
}

uint8_t *capprint_jpeg_encode(
    const uint8_t *pixels, uint32_t width, uint32_t height, int components, int quality, int subsampling,
    size_t *size) {
    struct jpeg_compress_struct info;
    struct failure failure;
    struct target target = {NULL, 0};
    prepare(&failure);
    memset(&info, 0, sizeof info);
    info.err = &failure.manager;
    int is_done = encode(&info, &failure, &target, pixels, width, height, components, quality, subsampling);
    jpeg_destroy_compress(&info);
    if (!is_done) {
        free(target.bytes);
        return NULL;
    }
    *size = target.size;
    return target.bytes;
}

void capprint_jpeg_free(uint8_t *bytes) { free(bytes); }
