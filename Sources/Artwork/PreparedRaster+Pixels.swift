internal import Codecs
internal import DisplayList

extension PreparedRaster {
    /// The pixels, decoded; scaled down where the picture has more than columns × rows. Throws ``CodecError``.
    func pixels(columns: Int, rows: Int) throws(CodecError) -> PixelImage {
        let samples = try color.samples()
        let opacities = try alpha.map { plane throws(CodecError) in try plane.samples() }
        let (width, height) = (alpha?.width ?? color.width, alpha?.height ?? color.height)
        let pixels = Compositing.combine(
            color: samples, components: color.components, alpha: opacities, count: width * height)
        guard columns < width || rows < height else { return PixelImage(width: width, height: height, pixels: pixels) }
        let (across, down) = (min(columns, width), min(rows, height))
        // The pixels are multiplied already: opaque to the resampler, which then only takes means.
        let scaled = Resampler.scale(
            Bitmap(width: width, height: height, pixels: pixels, isOpaque: true),
            horizontal: Resampler.Axis(origin: 0, step: Double(width) / Double(across), count: across),
            vertical: Resampler.Axis(origin: 0, step: Double(height) / Double(down), count: down), edge: .extended)
        return PixelImage(width: across, height: down, pixels: scaled)
    }
}

extension PreparedRaster.Plane {
    fileprivate func samples() throws(CodecError) -> [UInt8] {
        switch encoding {
        case .flat: return bytes
        case .deflate:
            return try PredictorPlane.decode(bytes, width: width, height: height, components: components)
        case .jpeg:
            let pixels = try ImageDecoder.decode(bytes, format: .jpeg).bitmap.pixels
            return [UInt8](unsafeUninitializedCapacity: pixels.count / 4 * components) { target, count in
                var place = 0
                for start in stride(from: 0, to: pixels.count, by: 4) {
                    for part in 0..<components {
                        target[place] = pixels[start + part]
                        place += 1
                    }
                }
                count = place
            }
        }
    }
}
