/// A glyph as shaping placed it, in font units, y upwards.
public struct ShapedGlyph: Hashable, Sendable {
    public var id: UInt32
    /// Offset of the first UTF-16 code unit of the text that it stands for; glyphs with the same one belong together.
    public var cluster: Int
    /// How far the pen moves to the right.
    public var advance: Int
    /// Where the glyph lies, from the pen.
    public var offsetX: Int
    public var offsetY: Int
}
