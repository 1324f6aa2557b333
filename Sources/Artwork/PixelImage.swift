/// Pixels ready to paint: red, green, blue, opacity of 8 bits each, colours multiplied by opacity, rows from the top without padding.
public struct PixelImage: Hashable, Sendable {
    public var width: Int
    public var height: Int
    /// `width * height * 4` bytes.
    public var pixels: [UInt8]

    public init(width: Int, height: Int, pixels: [UInt8]) {
        self.width = width
        self.height = height
        self.pixels = pixels
    }
}
