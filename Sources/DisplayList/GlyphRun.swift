public import Geometry

/// Glyphs of one face, size and colour on one line, with the text that they stand for.
///
/// A glyph run holds one word, or one unbroken piece of a word where the font changes: text extraction works word by word.
public struct GlyphRun: Hashable, Sendable {
    public struct Glyph: Hashable, Sendable {
        /// The glyph's number in the face.
        public var id: UInt32
        /// Where its origin lies, relative to the run's origin; on the baseline y is zero, downwards positive.
        public var position: Point

        public init(id: UInt32, position: Point) {
            self.id = id
            self.position = position
        }
    }

    /// A piece of text and the glyphs that show it, in the order of the glyphs (visual order, left to right).
    public struct Cluster: Hashable, Sendable {
        public var textBytes: Int
        public var glyphs: Int

        public init(textBytes: Int, glyphs: Int) {
            self.textBytes = textBytes
            self.glyphs = glyphs
        }
    }

    public var font: FontReference
    /// The em's size.
    public var size: Length
    public var color: Color
    /// Where the run's first glyph has its origin: the left end of its baseline.
    public var origin: Point
    /// The run's advance width.
    public var width: Length
    public var glyphs: [Glyph]
    /// The run's text in logical order, NFC, as UTF-8 text extraction should give it back, with the space that follows it if one does.
    public var text: String
    /// How text and glyphs belong together, by visual order. The text bytes of the clusters, in logical order (reversed for a right-to-left run), add up to `text`.
    public var clusters: [Cluster]
    public var isRightToLeft: Bool
    /// BCP 47 tag of the text.
    public var language: String

    public init(
        font: FontReference, size: Length, color: Color, origin: Point, width: Length, glyphs: [Glyph], text: String,
        clusters: [Cluster], isRightToLeft: Bool, language: String
    ) {
        self.font = font
        self.size = size
        self.color = color
        self.origin = origin
        self.width = width
        self.glyphs = glyphs
        self.text = text
        self.clusters = clusters
        self.isRightToLeft = isRightToLeft
        self.language = language
    }
}
