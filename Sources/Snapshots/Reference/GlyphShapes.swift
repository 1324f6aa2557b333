public import DisplayList

/// Tells how glyphs look, whatever font file they come from.
public protocol GlyphShapes: Sendable {
    /// A hash of a glyph's outline at 1000 units an em, the same for every font file that draws it alike; 0 where it has no ink.
    func outline(of glyph: UInt32, in font: FontReference) throws -> UInt64
}
