/* What Swift cannot see of C: macros, variadics, setjmp; and loops for several instruction sets. Each header says why it is here; none includes a third party's header. */
#pragma once
#include "color_shim.h"
#include "exif_shim.h"
#include "icu_shim.h"
#include "jpeg_shim.h"
#include "pixel_shim.h"
#include "svg_shim.h"
