internal import Codecs

extension RasterPixels {
    /// The pixels of a PNG file; nil where it cannot be read.
    public init?(png bytes: [UInt8]) {
        guard let image = try? ImageDecoder.decode(bytes, format: .png) else { return nil }
        let bitmap = image.bitmap
        let pixels = stride(from: 0, to: bitmap.pixels.count, by: 4).map { place in
            let alpha = UInt32(bitmap.pixels[place + 3])
            func part(_ offset: Int) -> UInt32 { (UInt32(bitmap.pixels[place + offset]) * alpha + 127) / 255 }
            return alpha << 24 | part(0) << 16 | part(1) << 8 | part(2)
        }
        self.init(width: bitmap.width, height: bitmap.height, pixels: pixels)
    }

    /// The pixels as a PNG file; there must be some.
    public var png: [UInt8] { PNGEncoder.file(pixels, width: width, height: height) }
}
