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

    /// Glyphs in a colour of their own.
    public struct Tint: Hashable, Sendable {
        public var glyphs: Range<Int>
        public var color: Color
        /// From the run's origin: nil for whole glyphs; else the stretch of a ligature that shows this colour, over the one before it.
        public var extent: ClosedRange<Length>?

        public init(glyphs: Range<Int>, color: Color, extent: ClosedRange<Length>? = nil) {
            self.glyphs = glyphs
            self.color = color
            self.extent = extent
        }
    }

    /// Hollow letters, for children to write over. The line runs around the letters: where they join there is none.
    public struct Outline: Hashable, Sendable {
        /// Of the line, in the colour of the glyphs.
        public var width: Length
        /// Lengths of dashes and gaps in turn; empty is a solid line.
        public var dashes: [Length]
        /// Inside the letters.
        public var fill: Color

        public init(width: Length, dashes: [Length] = [], fill: Color) {
            self.width = width
            self.dashes = dashes
            self.fill = fill
        }
    }

    public var font: FontReference
    /// The em's size.
    public var size: Length
    public var color: Color
    /// Where parts of the word have other colours: in the order of the glyphs, all of them. Empty where ``color`` is that of all.
    public var tints: [Tint]
    /// Nil for letters filled with their colour.
    public var outline: Outline?
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
        clusters: [Cluster], isRightToLeft: Bool, language: String, tints: [Tint] = [], outline: Outline? = nil
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
        self.tints = tints
        self.outline = outline
    }

    /// The colours of all glyphs, the one that all have included.
    public var allTints: [Tint] { tints.isEmpty ? [Tint(glyphs: 0..<glyphs.count, color: color)] : tints }
}
