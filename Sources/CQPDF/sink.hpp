#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/* Collects the bytes that a call answers. */
struct cqpdf_sink {
    std::vector<uint8_t> bytes;

    void write(const uint8_t *data, size_t count) { bytes.insert(bytes.end(), data, data + count); }
};
