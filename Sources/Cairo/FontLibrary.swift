/// The faces of one drawing: each is opened once, so that a file embeds it once. Belongs to one thread.
public final class FontLibrary {
    private struct Key: Hashable {
        var file: [UInt8]
        var index: Int
        var variations: [FontFace.Variation]
    }

    private var faces: [Key: FontFace] = [:]
    private var pictureFonts: [Key: PictureFont] = [:]
    private var invisibleFace: FontFace?
    private var invisibleGlyphs: [Unicode.Scalar: UInt32] = [:]

    public init() {}

    /// The face at an index of a font file, opened the first time it is asked for. Throws ``CairoError``.
    public func face(
        file: String, index: Int, variations: [FontFace.Variation] = []
    ) throws(CairoError) -> FontFace {
        let key = Key(file: Array(file.utf8), index: index, variations: variations)
        if let face = faces[key] { return face }
        let face = try FontFace(file: file, index: index, variations: variations)
        faces[key] = face
        return face
    }

    /// The face at an index of a file whose glyphs are pictures. Throws ``CairoError``.
    public func pictures(file: String, index: Int) throws(CairoError) -> PictureFont {
        let key = Key(file: Array(file.utf8), index: index, variations: [])
        if let font = pictureFonts[key] { return font }
        let font = try PictureFont(file: file, index: index)
        pictureFonts[key] = font
        return font
    }

    /// A face whose glyphs are one em wide and leave no ink. Throws ``CairoError``.
    public func invisible() throws(CairoError) -> FontFace {
        if let invisibleFace { return invisibleFace }
        let face = try FontFace(bytes: InvisibleFont.bytes(), name: InvisibleFont.name)
        invisibleFace = face
        return face
    }

    /// The glyph of the invisible face that stands for a character, the same one each time: a file's ToUnicode map then has it.
    public func invisibleGlyph(for scalar: Unicode.Scalar) -> UInt32 {
        if let known = invisibleGlyphs[scalar] { return known }
        // Where there are more characters than glyphs, one glyph stands for several, which Cairo tells with ActualText.
        let glyph = UInt32(min(invisibleGlyphs.count + 1, InvisibleFont.glyphCount - 1))
        invisibleGlyphs[scalar] = glyph
        return glyph
    }
}
