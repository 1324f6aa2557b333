internal import CShims

/// Pixel pictures of any known format, upright and in sRGB.
public struct DecodedImage: Sendable {
    public var bitmap: Bitmap
    /// The upright picture's pixels in the file; the bitmap has fewer where fewer were wanted.
    public var sourceWidth: Int
    public var sourceHeight: Int
}

/// Decodes pixel pictures.
public enum ImageDecoder {
    /// Told the upright picture's size, answers how many columns and rows are enough.
    public typealias WantedSize = (_ width: Int, _ height: Int) -> (width: Int, height: Int)

    /// Decodes PNG, JPEG, WebP, HEIC or AVIF; turns the picture as its EXIF block says and converts an embedded profile's colours to sRGB.
    ///
    /// JPEG is decoded at a half, quarter or eighth where that is still at least what is `wanted`. Throws ``CodecError``.
    public static func decode(_ bytes: [UInt8], format: ImageFormat, wanted: WantedSize? = nil) throws(CodecError)
        -> DecodedImage
    {
        var raw: RawPicture
        switch format {
        case .png: raw = try PNGDecoder.decode(bytes)
        case .jpeg: raw = try JPEGDecoder.decode(bytes, wanted: wanted)
        case .webp: raw = try WebPDecoder.decode(bytes)
        case .heif: raw = try HEIFDecoder.decode(bytes)
        case .svg: throw .unsupported("a drawing, not pixels")
        }
        manageColor(&raw)
        let stored = Bitmap(
            width: raw.decodedWidth, height: raw.decodedHeight, pixels: raw.pixels, isOpaque: raw.isOpaque)
        raw.pixels = []
        let swaps = raw.orientation.swapsSides
        return DecodedImage(
            bitmap: raw.orientation.apply(to: stored), sourceWidth: swaps ? raw.height : raw.width,
            sourceHeight: swaps ? raw.width : raw.height)
    }

    /// A profile that cannot be used is passed over: the colours are then taken as sRGB, as every viewer does.
    private static func manageColor(_ raw: inout RawPicture) {
        let count = raw.decodedWidth * raw.decodedHeight
        guard raw.pixels.count == count * 4 else { return }
        if let profile = raw.profile {
            let samples: capprint_samples
            switch raw.ink {
            case nil: samples = CAPPRINT_SAMPLES_RGBA
            case .amounts: samples = CAPPRINT_SAMPLES_CMYK
            case .inverted: samples = CAPPRINT_SAMPLES_CMYK_INVERTED
            }
            let outcome = raw.pixels.withUnsafeMutableBytes { pixels -> Int32 in
                guard let base = pixels.baseAddress else { return 0 }
                return profile.withUnsafeBytes { profile in
                    guard let start = profile.baseAddress else { return -1 }
                    return capprint_color_to_srgb(start, profile.count, samples, base, base, count)
                }
            }
            if outcome >= 0 { return }
        }
        if let ink = raw.ink {
            raw.pixels = PixelLayout.rgbaOfInks(raw.pixels, count: count, isInverted: ink == .inverted)
        }
    }
}
