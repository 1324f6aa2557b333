#include "color_shim.h"

#include <lcms2.h>
#include <stdlib.h>

static int is_identity(cmsHTRANSFORM transform) {
    static const uint8_t probes[][4] = {{0, 0, 0, 255},    {255, 255, 255, 255}, {255, 0, 0, 255},   {0, 255, 0, 255},
                                        {0, 0, 255, 255},  {128, 128, 128, 255}, {64, 64, 64, 255},  {200, 120, 40, 255},
                                        {30, 90, 160, 255}, {10, 20, 30, 255},   {220, 230, 210, 255}};
    for (size_t i = 0; i < sizeof probes / sizeof probes[0]; i++) {
        uint8_t result[4] = {0, 0, 0, 0};
        cmsDoTransform(transform, probes[i], result, 1);
        for (int c = 0; c < 3; c++)
            if (abs((int)result[c] - (int)probes[i][c]) > 2) return 0;
    }
    return 1;
}

int capprint_color_to_srgb(
    const void *profile, size_t profile_size, enum capprint_samples samples, const void *source, void *target,
    size_t count) {
    if (profile_size > UINT32_MAX) return -1;
    /* A context of its own: lcms2's error handler and plug-ins are per context. */
    cmsContext context = cmsCreateContext(NULL, NULL);
    if (!context) return -1;
    int outcome = -1;
    cmsHPROFILE from = cmsOpenProfileFromMemTHR(context, profile, (cmsUInt32Number)profile_size);
    cmsHPROFILE to = cmsCreate_sRGBProfileTHR(context);
    cmsHTRANSFORM transform = NULL;
    if (from && to) {
        cmsUInt32Number format = 0;
        cmsColorSpaceSignature space = cmsGetColorSpace(from);
        switch (samples) {
            case CAPPRINT_SAMPLES_GRAY: format = space == cmsSigGrayData ? TYPE_GRAY_8 : 0; break;
            case CAPPRINT_SAMPLES_RGBA: format = space == cmsSigRgbData ? TYPE_RGBA_8 : 0; break;
            case CAPPRINT_SAMPLES_CMYK: format = space == cmsSigCmykData ? TYPE_CMYK_8 : 0; break;
            case CAPPRINT_SAMPLES_CMYK_INVERTED: format = space == cmsSigCmykData ? TYPE_CMYK_8_REV : 0; break;
        }
        cmsUInt32Number flags = cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE;
        if (samples == CAPPRINT_SAMPLES_RGBA) flags |= cmsFLAGS_COPY_ALPHA;
        if (format)
            transform = cmsCreateTransformTHR(
                context, from, format, to, TYPE_RGBA_8, INTENT_RELATIVE_COLORIMETRIC, flags);
    }
    if (transform) {
        outcome = 1;
        if (samples == CAPPRINT_SAMPLES_RGBA && is_identity(transform)) outcome = 0;
        const size_t step = 1 << 16;
        const size_t source_bytes = samples == CAPPRINT_SAMPLES_GRAY ? 1 : 4;
        for (size_t done = 0; outcome == 1 && done < count; done += step) {
            size_t part = count - done < step ? count - done : step;
            uint8_t *to_bytes = (uint8_t *)target + done * 4;
            cmsDoTransform(transform, (const uint8_t *)source + done * source_bytes, to_bytes, (cmsUInt32Number)part);
            if (samples != CAPPRINT_SAMPLES_RGBA)
                for (size_t i = 0; i < part; i++) to_bytes[i * 4 + 3] = 255;
        }
        cmsDeleteTransform(transform);
    }
    if (from) cmsCloseProfile(from);
    if (to) cmsCloseProfile(to);
    cmsDeleteContext(context);
    return outcome;
}
