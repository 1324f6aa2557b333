internal import CDeflate

/// zlib streams (RFC 1950).
public enum Deflate {
    /// Compresses; `level` 1…12 as libdeflate counts them.
    public static func compress(_ bytes: [UInt8], level: Int32 = 9) -> [UInt8] {
        guard let compressor = libdeflate_alloc_compressor(level) else { return stored(bytes) }
        defer { libdeflate_free_compressor(compressor) }
        let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
        return [UInt8](unsafeUninitializedCapacity: bound) { target, count in
            count = bytes.withUnsafeBytes {
                libdeflate_zlib_compress(compressor, $0.baseAddress, $0.count, target.baseAddress, bound)
            }
        }
    }

    /// A stream without compression, for when there is no memory for a compressor.
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        var start = 0
        repeat {
            let part = min(65_535, bytes.count - start)
            let isLast: UInt8 = start + part == bytes.count ? 1 : 0
            let (low, high) = (UInt8(part & 0xFF), UInt8(part >> 8))
            stream += [isLast, low, high, ~low, ~high]
            stream += bytes[start..<start + part]
            start += part
        } while start < bytes.count
        let sum = bytes.withUnsafeBytes { libdeflate_adler32(1, $0.baseAddress, $0.count) }
        stream += [UInt8(sum >> 24), UInt8(sum >> 16 & 0xFF), UInt8(sum >> 8 & 0xFF), UInt8(sum & 0xFF)]
        return stream
    }

    /// Inflates a stream that holds exactly `count` bytes. Throws ``CodecError/damaged(_:)``, ``CodecError/cutShort(count:expected:)`` where the stream holds fewer.
    public static func inflate(_ bytes: [UInt8], count expected: Int) throws(CodecError) -> [UInt8] {
        try inflate(bytes[...], count: expected)
    }

    static func inflate(_ bytes: ArraySlice<UInt8>, count expected: Int) throws(CodecError) -> [UInt8] {
        guard expected >= 0, expected <= ImageLimits.pixels * 4 + ImageLimits.side else { throw .outOfMemory }
        guard let decompressor = libdeflate_alloc_decompressor() else { throw .outOfMemory }
        defer { libdeflate_free_decompressor(decompressor) }
        var outcome = LIBDEFLATE_BAD_DATA
        let result = [UInt8](unsafeUninitializedCapacity: expected) { target, count in
            outcome = bytes.withUnsafeBytes {
                libdeflate_zlib_decompress(decompressor, $0.baseAddress, $0.count, target.baseAddress, expected, nil)
            }
            count = outcome == LIBDEFLATE_SUCCESS ? expected : 0
        }
        switch outcome {
        case LIBDEFLATE_SUCCESS: return result
        case LIBDEFLATE_SHORT_OUTPUT: throw .cutShort(count: bytes.count, expected: nil)
        case LIBDEFLATE_INSUFFICIENT_SPACE: throw .damaged("it holds more pixels than it says")
        default: throw .damaged("its compressed data are broken")
        }
    }

    /// The CRC-32 of gzip and PNG.
    static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    }
}

extension Deflate {
    /// Inflates a stream of unknown length, at most `limit` bytes; nil where it is broken or longer.
    static func inflateUpTo(_ limit: Int, _ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
        defer { libdeflate_free_decompressor(decompressor) }
        var capacity = min(limit, max(4096, bytes.count * 4))
        while true {
            var outcome = LIBDEFLATE_BAD_DATA
            let result = [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
                var written = 0
                outcome = bytes.withUnsafeBytes {
                    libdeflate_zlib_decompress(
                        decompressor, $0.baseAddress, $0.count, target.baseAddress, capacity, &written)
                }
                count = outcome == LIBDEFLATE_SUCCESS ? written : 0
            }
            if outcome == LIBDEFLATE_SUCCESS { return result }
            guard outcome == LIBDEFLATE_INSUFFICIENT_SPACE, capacity < limit else { return nil }
            capacity = min(limit, capacity * 4)
        }
    }
}
