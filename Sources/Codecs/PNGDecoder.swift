internal import CSPNG

/// PNG (ISO/IEC 15948): the usual kinds by an own fast way, all others through libspng.
enum PNGDecoder {
    /// What stands before the pixels.
    struct Header {
        var width = 0
        var height = 0
        var depth: UInt8 = 0
        var kind: UInt8 = 0
        var isInterlaced = false
        var palette: ArraySlice<UInt8> = []
        var transparency: ArraySlice<UInt8>?
        var profile: [UInt8]?
        var exif: ArraySlice<UInt8>?
        var data: [ArraySlice<UInt8>] = []

        /// Samples a pixel by colour type (11.2.2).
        var samples: Int {
            switch kind {
            case 2: 3
            case 4: 2
            case 6: 4
            default: 1
            }
        }
    }

    static func decode(_ bytes: [UInt8]) throws(CodecError) -> RawPicture {
        let header = try read(bytes)
        let isUsual =
            header.depth == 8 && !header.isInterlaced
            && (header.transparency == nil || header.kind == 3) && [0, 2, 3, 4, 6].contains(header.kind)
        var picture = RawPicture(width: header.width, height: header.height)
        picture.pixels = isUsual ? try decodeUsual(header, fileSize: bytes.count) : try decodeAny(bytes, header)
        picture.isOpaque = header.transparency == nil && header.kind != 4 && header.kind != 6
        picture.profile = header.kind == 0 || header.kind == 4 ? nil : header.profile
        if let exif = header.exif { picture.orientation = Orientation(exif: Array(exif)) }
        return picture
    }

    /// Walks the chunks (5.3): lengths, order and checksums.
    static func read(_ bytes: [UInt8]) throws(CodecError) -> Header {
        var header = Header()
        var position = 8
        var isEnded = false
        while !isEnded {
            guard position + 12 <= bytes.count else {
                throw .cutShort(count: bytes.count, expected: position + 12)
            }
            let length = integer(bytes, position)
            guard length <= 0x7FFF_FFFF else { throw .damaged("a chunk is longer than the format allows") }
            guard position + 12 + length <= bytes.count else {
                throw .cutShort(count: bytes.count, expected: position + 12 + length)
            }
            let name = integer(bytes, position + 4)
            let body = bytes[position + 8..<position + 8 + length]
            let isNeeded = [Name.header, Name.palette, Name.transparency, Name.data].contains(name)
            if isNeeded {
                let sum = Deflate.checksum(bytes[position + 4..<position + 8 + length])
                guard Int(sum) == integer(bytes, position + 8 + length) else {
                    throw .damaged("a checksum does not match its content")
                }
            }
            guard position > 8 || name == Name.header else { throw .damaged("it does not begin with its header") }
            try take(name, body, into: &header)
            isEnded = name == Name.end
            position += 12 + length
        }
        guard !header.data.isEmpty else { throw .damaged("it has no pixels") }
        return header
    }

    private enum Name {
        static let header = 0x4948_4452
        static let palette = 0x504C_5445
        static let transparency = 0x7452_4E53
        static let data = 0x4944_4154
        static let end = 0x4945_4E44
        static let profile = 0x6943_4350
        static let exif = 0x6558_4966
    }

    private static func take(_ name: Int, _ body: ArraySlice<UInt8>, into header: inout Header) throws(CodecError) {
        switch name {
        case Name.header:
            guard body.count == 13, header.width == 0 else { throw .damaged("its header is broken") }
            let start = body.startIndex
            header.width = integer(body, start)
            header.height = integer(body, start + 4)
            header.depth = body[start + 8]
            header.kind = body[start + 9]
            header.isInterlaced = body[start + 12] != 0
            try ImageLimits.check(width: header.width, height: header.height)
        case Name.palette:
            guard body.count % 3 == 0, body.count <= 768 else { throw .damaged("its palette is broken") }
            header.palette = body
        case Name.transparency: header.transparency = body
        case Name.data: header.data.append(body)
        case Name.exif: header.exif = body
        case Name.profile: header.profile = profile(body)
        default: break
        }
    }

    /// The ICC profile of an iCCP chunk (11.3.2.3); nil where it cannot be read, which is no reason to refuse the picture.
    private static func profile(_ body: ArraySlice<UInt8>) -> [UInt8]? {
        guard let end = body.firstIndex(of: 0), end + 2 < body.endIndex, body[end + 1] == 0 else { return nil }
        return Deflate.inflateUpTo(4 << 20, body[(end + 2)...])
    }

    private static func integer(_ bytes: ArraySlice<UInt8>, _ position: Int) -> Int {
        (0..<4).reduce(0) { $0 << 8 | Int(bytes[position + $1]) }
    }

    private static func integer(_ bytes: [UInt8], _ position: Int) -> Int { integer(bytes[...], position) }

    private static func decodeUsual(_ header: Header, fileSize: Int) throws(CodecError) -> [UInt8] {
        let row = header.width * header.samples
        let expected = (row + 1) * header.height
        var samples: [UInt8]
        do throws(CodecError) {
            var whole = header.data[0]
            // One after the other: joined() would copy byte by byte.
            for part in header.data.dropFirst() { whole += part }
            samples = try Deflate.inflate(whole, count: expected)
        } catch {
            if case .cutShort = error { throw .cutShort(count: fileSize, expected: nil) }
            throw error
        }
        guard PNGFilter.reconstruct(&samples, row: row, rows: header.height, step: header.samples) else {
            throw .damaged("a row has an unknown filter")
        }
        let count = header.width * header.height
        switch header.kind {
        case 6: return samples
        case 2: return PixelLayout.rgbaOfRGB(samples, count: count)
        case 4: return PixelLayout.rgbaOfGrayAlpha(samples, count: count)
        case 0: return PixelLayout.rgbaOfGray(samples, count: count)
        default:
            guard !header.palette.isEmpty else { throw .damaged("it has no palette") }
            return PixelLayout.rgbaOfIndices(
                samples, count: count, palette: Array(header.palette), opacities: Array(header.transparency ?? []))
        }
    }

    /// libspng: "spng_ctx … must not be used from multiple threads" at once; this one lives here only.
    private static func decodeAny(_ bytes: [UInt8], _ header: Header) throws(CodecError) -> [UInt8] {
        guard let context = spng_ctx_new(0) else { throw .outOfMemory }
        defer { spng_ctx_free(context) }
        spng_set_image_limits(context, UInt32(ImageLimits.side), UInt32(ImageLimits.side))
        spng_set_chunk_limits(context, 16 << 20, 32 << 20)
        let count = header.width * header.height * 4
        var status: Int32 = 0
        let pixels = [UInt8](unsafeUninitializedCapacity: count) { target, done in
            status = bytes.withUnsafeBytes { source in
                let isSet = spng_set_png_buffer(context, source.baseAddress, source.count)
                guard isSet == 0 else { return isSet }
                return spng_decode_image(
                    context, target.baseAddress, count, Int32(SPNG_FMT_RGBA8.rawValue),
                    Int32(SPNG_DECODE_TRNS.rawValue))
            }
            done = status == 0 ? count : 0
        }
        guard status == 0 else {
            if status == Int32(SPNG_IO_EOF.rawValue) { throw .cutShort(count: bytes.count, expected: nil) }
            throw .damaged(String(cString: spng_strerror(status)))
        }
        return pixels
    }
}
