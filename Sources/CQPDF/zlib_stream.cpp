#include "zlib_stream.hpp"

#include <new>

ZlibStream::ZlibStream()
    : compressor(libdeflate_alloc_compressor(6)), decompressor(libdeflate_alloc_decompressor()) {
    if (!compressor || !decompressor) {
        libdeflate_free_compressor(compressor);
        libdeflate_free_decompressor(decompressor);
        throw std::bad_alloc();
    }
}

ZlibStream::~ZlibStream() {
    libdeflate_free_compressor(compressor);
    libdeflate_free_decompressor(decompressor);
}

bool ZlibStream::inflate(const uint8_t *bytes, size_t count, std::vector<uint8_t> &out, size_t limit) {
    size_t room = count < limit / 8 ? count * 8 + 256 : limit;
    while (true) {
        out.resize(room);
        size_t size = 0;
        libdeflate_result result =
            libdeflate_zlib_decompress(decompressor, bytes, count, out.data(), out.size(), &size);
        if (result == LIBDEFLATE_SUCCESS) {
            out.resize(size);
            return true;
        }
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE || room >= limit) return false;
        room = room < limit / 4 ? room * 4 : limit;
    }
}

void ZlibStream::deflate(const uint8_t *bytes, size_t count, std::vector<uint8_t> &out) {
    out.resize(libdeflate_zlib_compress_bound(compressor, count));
    out.resize(libdeflate_zlib_compress(compressor, bytes, count, out.data(), out.size()));
}
