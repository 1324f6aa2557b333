#pragma once

#include <cstddef>
#include <cstdint>
#include <libdeflate.h>
#include <vector>

/* zlib streams (RFC 1950) by libdeflate: whole buffers, several times as fast as zlib. */
class ZlibStream {
  public:
    ZlibStream();
    ~ZlibStream();
    ZlibStream(const ZlibStream &) = delete;
    ZlibStream &operator=(const ZlibStream &) = delete;

    /* False where the bytes are no zlib stream or hold more than the limit. */
    bool inflate(const uint8_t *bytes, size_t count, std::vector<uint8_t> &out, size_t limit = size_t(1) << 30);
    void deflate(const uint8_t *bytes, size_t count, std::vector<uint8_t> &out);

  private:
    libdeflate_compressor *compressor;
    libdeflate_decompressor *decompressor;
};
