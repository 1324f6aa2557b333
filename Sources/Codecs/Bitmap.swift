/// Decoded pixels in sRGB: red, green, blue, opacity of 8 bits each, colours not multiplied by opacity, rows from the top without padding.
public struct Bitmap: Sendable {
    public var width: Int
    public var height: Int
    /// `width * height * 4` bytes.
    public var pixels: [UInt8]
    /// Whether the format has no transparency, so that all opacities are 255.
    public var isOpaque: Bool

    public init(width: Int, height: Int, pixels: [UInt8], isOpaque: Bool) {
        self.width = width
        self.height = height
        self.pixels = pixels
        self.isOpaque = isOpaque
    }
}
