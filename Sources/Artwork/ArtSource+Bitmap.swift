internal import Codecs
internal import DisplayList

extension ArtSource {
    /// Tells art by its file and its decoded pixels; all of it is shown.
    init(file: [UInt8], pixels: Bitmap) { self.init(file: file, pixels: pixels, shown: .whole) }

    /// Tells art by its file and those of its decoded pixels that are shown: what a crop leaves out changes nothing.
    ///
    /// - Parameter reach: How many pixels beyond the crop its edges are mixed from.
    init(file: [UInt8], pixels: Bitmap, shown: UnitRect, reach: Double = 0) {
        let print = PixelFingerprint(of: pixels)
        func range(_ start: Double, _ length: Double, _ count: Int) -> Range<Int> {
            let first = Int((start * Double(count) - reach).rounded(.down))
            let last = Int(((start + length) * Double(count) + reach).rounded(.up))
            return (first..<max(first, last)).clamped(to: 0..<count)
        }
        let hash = print.hash(
            of: pixels, columns: range(shown.x, shown.width, pixels.width),
            rows: range(shown.y, shown.height, pixels.height))
        self.init(
            fileHash: ContentHash.short(of: file), pixelHash: hash, width: pixels.width, height: pixels.height,
            tiles: print.tiles.map { UInt8(truncatingIfNeeded: $0 & 63) },
            shown: [shown.x, shown.y, shown.width, shown.height])
    }

    mutating func show(_ part: UnitRect) { shown = [part.x, part.y, part.width, part.height] }
}
