internal import Codecs
internal import DisplayList

extension ArtSource {
    /// Tells art by its file and its decoded pixels; all of it is shown.
    init(file: [UInt8], pixels: Bitmap) {
        let print = PixelFingerprint(of: pixels)
        self.init(
            fileHash: ContentHash.short(of: file), pixelHash: print.hash, width: pixels.width, height: pixels.height,
            tiles: print.tiles.map { UInt8(truncatingIfNeeded: $0 & 63) }, shown: [0, 0, 1, 1])
    }

    mutating func show(_ part: UnitRect) { shown = [part.x, part.y, part.width, part.height] }
}
