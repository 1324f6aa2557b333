public import DisplayList
public import Geometry

/// One thing that a person sees on a face.
public enum ReferenceItem: Hashable, Sendable {
    case text(ReferenceText)
    case art(ReferenceArt)
    case code(ReferenceCode)
    case shapes(ReferenceShapes)

    /// Hashes are kept to 24 bits: enough to tell two looks of one thing apart.
    static let hashMask: UInt32 = 0xFF_FFFF
}

/// A text with its letters.
public struct ReferenceText: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        /// The left end of the first run's baseline, in the face's coordinates.
        public var origin: Point
        /// From there to the right end of the last run.
        public var width: Length
        /// In the order of painting; of a text that ``ReferenceText/keepsGlyphs``.
        public var glyphs: [UInt32]

        public init(origin: Point, width: Length, glyphs: [UInt32]) {
            self.origin = origin
            self.width = width
            self.glyphs = glyphs
        }
    }

    /// As the deck names it: `words.ja.text`, `words.ja.reading`, `caption`.
    public var field: String
    public var language: String
    /// In logical order, as the deck has it, without characters that nobody sees.
    public var text: String
    /// Names of the fonts, in order of first use.
    public var fonts: [String]
    /// The em's size of the first run.
    public var size: Length
    /// Of each run that differs from the one before.
    public var colors: [Color]
    public var lines: [Line]
    /// A hash of how the letters look and where each stands on its line, at the size of an em: outlines, positions, relative sizes and where a colour begins, whatever the font or its glyph numbers.
    public var shape: UInt32
    /// Degrees clockwise; 0 for upright text.
    public var turn: Double
    /// Whether its lines are columns of upright characters: a line's origin is its upper end, its width how far it reaches down.
    public var isVertical: Bool

    public init(
        field: String, language: String, text: String, fonts: [String], size: Length, colors: [Color], lines: [Line],
        shape: UInt32, turn: Double, isVertical: Bool = false
    ) {
        self.field = field
        self.language = language
        self.text = text
        self.fonts = fonts
        self.size = size
        self.colors = colors
        self.lines = lines
        self.shape = shape & ReferenceItem.hashMask
        self.turn = turn
        self.isVertical = isVertical
        if !keepsGlyphs {
            for index in lines.indices { self.lines[index].glyphs = [] }
        }
    }

    /// Whether it is a word, or stands on several lines: what else is written small says by its hash alone how its letters look.
    public var keepsGlyphs: Bool { lines.count > 1 || field.hasSuffix(".text") }
}

/// Art and where it stands.
public struct ReferenceArt: Hashable, Sendable {
    /// `sticker` or `photo`.
    public var field: String
    public var source: ArtSource
    /// Around the picture, in the face's coordinates, upright around turned art. A sticker's white edge belongs to its picture.
    public var box: Rect
    public var turn: Double
    /// Width of the white edge.
    public var edge: Length
    /// A hash of what else is painted with it: shadow, paper, their colours and places.
    public var finish: UInt32

    public init(
        field: String, source: ArtSource, box: Rect, turn: Double, edge: Length = .zero, finish: UInt32 = 0
    ) {
        self.field = field
        self.source = source.kept
        self.box = box
        self.turn = turn
        self.edge = edge
        self.finish = finish & ReferenceItem.hashMask
    }
}

/// A QR code.
public struct ReferenceCode: Hashable, Sendable {
    /// The field that its text comes from: `link`, `words.ja.audio`.
    public var field: String
    public var text: String
    /// Modules a side.
    public var modules: Int
    public var color: Color
    /// The symbol without its quiet zone, in the face's coordinates.
    public var box: Rect

    public init(field: String, text: String, modules: Int, color: Color, box: Rect) {
        self.field = field
        self.text = text
        self.modules = modules
        self.color = color
        self.box = box
    }
}

/// The drawn shapes of one element: ground, pattern, frame, mark.
public struct ReferenceShapes: Hashable, Sendable {
    /// The element's name in the template.
    public var element: String
    public var count: Int
    /// Of fills and strokes, each once, in order of first use.
    public var colors: [Color]
    /// Around all of them, in the face's coordinates.
    public var box: Rect
    /// A hash of the shapes, scaled to their box and rounded to 1/2000 of its sides, and of their strokes to 0.01 mm.
    public var shape: UInt32

    public init(element: String, count: Int, colors: [Color], box: Rect, shape: UInt32) {
        self.element = element
        self.count = count
        self.colors = colors
        self.box = box
        self.shape = shape & ReferenceItem.hashMask
    }
}

extension ArtSource {
    /// As much as a reference keeps: hashes of 36 bits, and 4 bits for each tile.
    var kept: ArtSource {
        var kept = self
        kept.fileHash &= 0xF_FFFF_FFFF
        kept.pixelHash &= 0xF_FFFF_FFFF
        for index in kept.tiles.indices { kept.tiles[index] &= 15 }
        return kept
    }
}
