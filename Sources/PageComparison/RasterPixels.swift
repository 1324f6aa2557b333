/// Pixels to be compared.
public struct RasterPixels: Hashable, Sendable {
    public let width: Int
    public let height: Int
    /// 0xAARRGGBB, premultiplied, rows from the top; `width * height` of them.
    public let pixels: [UInt32]

    public init(width: Int, height: Int, pixels: [UInt32]) {
        precondition(width >= 0 && height >= 0 && pixels.count == width * height, "as many pixels as the sides say")
        self.width = width
        self.height = height
        self.pixels = pixels
    }
}
