internal import CCairo

/// A face whose glyphs are colour pictures (OpenType tables `CBDT`, `sbix`). Belongs to one thread.
///
/// Cairo 1.16 would draw such glyphs itself, but at 72 pixels per inch and without saying what text they show.
public final class PictureFont {
    /// A glyph's pixels, and where they lie about its origin on the baseline.
    public struct Picture {
        public let surface: ImageSurface
        /// From the origin to the picture's left edge, in pixels.
        public let left: Double
        /// From the baseline up to the picture's top edge, in pixels.
        public let top: Double
        public let pixelsPerEm: Double
    }

    private let face: FreeTypeFace
    private let file: String
    private let pixelsPerEm: Double
    private var pictures: [UInt32: Picture] = [:]
    /// A picture of 136 × 128 pixels takes 70 kB.
    private static let mostPictures = 256

    /// Opens a face at its largest pictures. Throws ``CairoError``.
    init(file: String, index: Int) throws(CairoError) {
        face = try FreeTypeFace(file: file, index: index)
        self.file = file
        let sizes = UnsafeBufferPointer(
            start: face.face.pointee.available_sizes, count: Int(face.face.pointee.num_fixed_sizes))
        guard let largest = sizes.indices.max(by: { sizes[$0].y_ppem < sizes[$1].y_ppem }), sizes[largest].y_ppem > 0,
            FT_Select_Size(face.face, FT_Int(largest)) == 0
        else { throw CairoError("use the font '\(file)'", reason: "it has no pictures") }
        // 26.6 fixed point.
        pixelsPerEm = Double(sizes[largest].y_ppem) / 64
    }

    /// A glyph's picture, nil where it has none. Pictures with the same `name` are stored once in a file. Throws ``CairoError``.
    public func picture(of glyph: UInt32, name: @autoclosure () -> String) throws(CairoError) -> Picture? {
        if let known = pictures[glyph] { return known }
        guard FT_Load_Glyph(face.face, glyph, FT_Int32(FT_LOAD_COLOR)) == 0, let slot = face.face.pointee.glyph else {
            throw CairoError("use the font '\(file)'", reason: "its glyph \(glyph) is damaged")
        }
        let bitmap = slot.pointee.bitmap
        guard bitmap.width > 0, bitmap.rows > 0, let pixels = bitmap.buffer,
            Int(bitmap.pixel_mode) == Int(FT_PIXEL_MODE_BGRA.rawValue)
        else { return nil }
        let surface = try ImageSurface(.argb, width: Int(bitmap.width), height: Int(bitmap.rows))
        surface.changePixels { row, column, pixel in
            let at = pixels + row * Int(bitmap.pitch) + column * 4
            pixel = UInt32(at[3]) << 24 | UInt32(at[2]) << 16 | UInt32(at[1]) << 8 | UInt32(at[0])
        }
        try surface.setUniqueName(name())
        let picture = Picture(
            surface: surface, left: Double(slot.pointee.bitmap_left), top: Double(slot.pointee.bitmap_top),
            pixelsPerEm: pixelsPerEm)
        if pictures.count >= PictureFont.mostPictures { pictures.removeAll() }
        pictures[glyph] = picture
        return picture
    }
}
