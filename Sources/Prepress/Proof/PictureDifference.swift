internal import Geometry
internal import PageComparison

/// What differs between two pictures of a side.
struct PictureDifference {
    /// The differences marked on a pale copy.
    var png: [UInt8]
    /// Of the pixels, 0…1.
    var share: Double

    /// Compares two PNG files of so many pixels an inch; nil where one is not there or cannot be read.
    static func between(_ old: [UInt8]?, _ new: [UInt8]?, ignoring regions: [Rect], dpi: Double) -> PictureDifference? {
        guard let before = old.flatMap(RasterPixels.init(png:)), let after = new.flatMap(RasterPixels.init(png:)) else {
            return nil
        }
        let difference = PixelComparison.compare(before, after, ignoring: areas(regions, dpi: dpi))
        return PictureDifference(png: difference.picture.png, share: difference.share)
    }

    /// The pixels that regions of a side touch.
    static func areas(_ regions: [Rect], dpi: Double) -> [PixelArea] {
        func pixels(_ length: Length, _ rule: FloatingPointRoundingRule) -> Int {
            Int((length.points * dpi / 72).rounded(rule))
        }
        return regions.map { region in
            let (x, y) = (pixels(region.minX, .down), pixels(region.minY, .down))
            return PixelArea(x: x, y: y, width: pixels(region.maxX, .up) - x, height: pixels(region.maxY, .up) - y)
        }
    }
}
