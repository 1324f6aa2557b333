internal import CWebP

/// WebP (RFC 9649) through libwebp.
enum WebPDecoder {
    static func decode(_ bytes: [UInt8]) throws(CodecError) -> RawPicture {
        var features = WebPBitstreamFeatures()
        let status = WebPGetFeatures(bytes, bytes.count, &features)
        if status == VP8_STATUS_NOT_ENOUGH_DATA { throw .cutShort(count: bytes.count, expected: announced(bytes)) }
        guard status == VP8_STATUS_OK else { throw .damaged("its header is broken") }
        guard features.has_animation == 0 else { throw .unsupported("an animation") }
        var picture = RawPicture(width: Int(features.width), height: Int(features.height))
        try ImageLimits.check(width: picture.width, height: picture.height)
        if let expected = announced(bytes), bytes.count < expected {
            throw .cutShort(count: bytes.count, expected: expected)
        }
        picture.isOpaque = features.has_alpha == 0
        let size = picture.width * picture.height * 4
        let stride = Int32(picture.width * 4)
        picture.pixels = [UInt8](unsafeUninitializedCapacity: size) { target, count in
            count = WebPDecodeRGBAInto(bytes, bytes.count, target.baseAddress, size, stride) == nil ? 0 : size
        }
        guard !picture.pixels.isEmpty else { throw .damaged("its compressed data are broken") }
        picture.profile = chunk("ICCP", in: bytes).map { Array($0) }
        if let exif = chunk("EXIF", in: bytes) { picture.orientation = Orientation(exif: Array(exif)) }
        return picture
    }

    /// The file's size by its RIFF header (2.4).
    private static func announced(_ bytes: [UInt8]) -> Int? {
        bytes.count >= 8 ? integer(bytes, 4) + 8 : nil
    }

    private static func chunk(_ name: String, in bytes: [UInt8]) -> ArraySlice<UInt8>? {
        var position = 12
        while position + 8 <= bytes.count {
            let length = integer(bytes, position + 4)
            guard length <= bytes.count - position - 8 else { return nil }
            if bytes[position..<position + 4].elementsEqual(name.utf8) {
                return bytes[position + 8..<position + 8 + length]
            }
            position += 8 + length + length % 2
        }
        return nil
    }

    private static func integer(_ bytes: [UInt8], _ position: Int) -> Int {
        (0..<4).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
    }
}
