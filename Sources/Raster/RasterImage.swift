/// Drawn pixels.
public struct RasterImage: Hashable, Sendable {
    public var width: Int
    public var height: Int
    /// 0xAARRGGBB, premultiplied, rows from the top.
    public var pixels: [UInt32]

    public init(width: Int, height: Int, pixels: [UInt32]) {
        self.width = width
        self.height = height
        self.pixels = pixels
    }
}
