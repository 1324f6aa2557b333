internal import CShims

/// JPEG (ITU-T T.81) through libjpeg, scaled down while decoding where fewer pixels are wanted.
enum JPEGDecoder {
    /// `wanted` gets the upright picture's size and answers how many pixels are enough.
    static func decode(_ bytes: [UInt8], wanted: ImageDecoder.WantedSize?) throws(CodecError) -> RawPicture {
        var least: (width: Int, height: Int) = (0, 0)
        if let wanted {
            let header = try run(bytes, least: (0, 0), onlyHeader: true)
            let swaps = header.orientation.swapsSides
            let size = wanted(swaps ? header.height : header.width, swaps ? header.width : header.height)
            least = swaps ? (size.height, size.width) : size
        }
        return try run(bytes, least: least, onlyHeader: false)
    }

    private static func run(_ bytes: [UInt8], least: (width: Int, height: Int), onlyHeader: Bool) throws(CodecError)
        -> RawPicture
    {
        var result = capprint_jpeg()
        capprint_jpeg_decode(
            bytes, bytes.count, UInt32(clamping: least.width), UInt32(clamping: least.height),
            UInt32(ImageLimits.side), UInt64(ImageLimits.pixels), onlyHeader ? 1 : 0, &result)
        defer { capprint_jpeg_clear(&result) }
        switch result.status {
        case CAPPRINT_JPEG_OK: break
        case CAPPRINT_JPEG_CUT_SHORT: throw .cutShort(count: bytes.count, expected: nil)
        case CAPPRINT_JPEG_TOO_LARGE: throw .tooLarge(width: Int(result.width), height: Int(result.height))
        case CAPPRINT_JPEG_NO_MEMORY: throw .outOfMemory
        default: throw .damaged(message(&result))
        }
        var picture = RawPicture(width: Int(result.width), height: Int(result.height))
        picture.decodedWidth = Int(result.decoded_width)
        picture.decodedHeight = Int(result.decoded_height)
        if let exif = result.exif {
            picture.orientation = Orientation(exif: Array(UnsafeBufferPointer(start: exif, count: result.exif_size)))
        }
        guard !onlyHeader, let pixels = result.pixels else { return picture }
        if let profile = result.profile {
            picture.profile = Array(UnsafeBufferPointer(start: profile, count: result.profile_size))
        }
        let count = picture.decodedWidth * picture.decodedHeight
        let samples = Array(UnsafeBufferPointer(start: pixels, count: count * Int(result.components)))
        switch result.components {
        case 1:
            picture.pixels = PixelLayout.rgbaOfGray(samples, count: count)
            picture.profile = nil
        case 3: picture.pixels = PixelLayout.rgbaOfRGB(samples, count: count)
        case 4:
            picture.pixels = samples
            picture.ink = result.is_inverted != 0 ? .inverted : .amounts
        default: throw .unsupported("a JPEG of \(result.components) colour channels")
        }
        return picture
    }

    private static func message(_ result: inout capprint_jpeg) -> String {
        withUnsafeBytes(of: &result.message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
