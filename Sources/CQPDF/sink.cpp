#include "sink.hpp"

#include "CQPDF.h"

#include <new>

extern "C" {

cqpdf_sink *cqpdf_sink_create(void) { return new (std::nothrow) cqpdf_sink; }
void cqpdf_sink_destroy(cqpdf_sink *sink) { delete sink; }
void cqpdf_sink_clear(cqpdf_sink *sink) { sink->bytes.clear(); }
const uint8_t *cqpdf_sink_bytes(const cqpdf_sink *sink, size_t *count) {
    *count = sink->bytes.size();
    return sink->bytes.data();
}

}  // extern "C"
