public import Fonts
public import Geometry
public import Typesetting

/// One thing on a face: what it is and, in the template's millimetres, where.
public struct Element: Sendable {
    public enum Kind: Sendable {
        case ground(Ground)
        case pattern(Pattern)
        case panel
        case sticker(Sticker)
        case print(Print)
        case headword(Headword)
        case words(Words)
        case code(Code)
        case mark
        case label(Label)
    }

    /// A flat tint over the whole face, mixed from the sticker's main colour.
    public struct Ground: Hashable, Sendable {
        /// 0 paper … 1 the colour itself.
        public var strength: Double
    }

    /// Shapes in the card's colour all over a face.
    public struct Pattern: Hashable, Sendable {
        public enum Style: String, Hashable, Sendable, CaseIterable {
            /// Soft dots, for faces that have no picture.
            case dots
            /// Crossing lines with stars and dots between them, the same when turned round: for backs that must not tell cards apart.
            case lattice
        }

        public var style: Style
        public var strength: Double
    }

    public struct Sticker: Hashable, Sendable {
        /// Width of the white edge.
        public var border: Length
        public var hasShadow: Bool
        /// The share of the box that the visible picture aims at, so that a deck's stickers look alike in size.
        public var fill: Double
    }

    /// The scene photo as an instant print: white border, place and date under it.
    public struct Print: Hashable, Sendable {
        public var border: Length
        /// Height of the white strip under the picture, where the caption stands.
        public var foot: Length
        /// Degrees, clockwise.
        public var tilt: Double
        public var captionSize: SizeRange
    }

    /// The word of the deck's first language, with its reading under it, centred together.
    public struct Headword: Hashable, Sendable {
        public var size: SizeRange
        public var readingSize: SizeRange
        public var mostLines: Int
        public var weight: FontWeight
        /// `.vertical` sets the word in columns where its language is written so.
        public var writing: WritingMode
        /// What the colours of its parts tell, in order of preference; empty for one colour.
        public var colorAids: [ColorAid]
        /// Whether a small disc says the gender.
        public var hasGenderMark: Bool
        /// Hollow letters to write over; nil for letters in the word's colour.
        public var tracing: Tracing?
    }

    /// Letters for children to write over.
    public struct Tracing: Hashable, Sendable {
        public enum Line: String, Hashable, Sendable, CaseIterable {
            case dotted, solid
        }

        public var line: Line
        public var width: Length
    }

    /// The words of the other languages.
    public struct Words: Hashable, Sendable {
        public enum Style: String, Hashable, Sendable, CaseIterable {
            /// Word above, language and reading below it.
            case list
            /// All words in one flowing block.
            case poster
        }

        public var style: Style
        public var columns: Int
        public var size: SizeRange
        public var nameSize: Length
        public var readingSize: Length
        /// Side of the square for the audio's QR code beside each word; nil for none.
        public var audioCode: Length?
        /// The element, by name, whose box the words keep out of.
        public var avoids: String?
        public var alignment: TextAlignment
        /// What the colours of a word's parts tell, in order of preference; empty for one colour.
        public var colorAids: [ColorAid]
        /// Whether a small disc beside the language says the gender.
        public var hasGenderMark: Bool
    }

    /// A QR code with its quiet zone.
    public struct Code: Hashable, Sendable {
        public enum Content: Hashable, Sendable {
            case card
            /// The headword's spoken word.
            case audio
        }

        public var content: Content
        public var hasSpeaker: Bool
    }

    /// A small text.
    public struct Label: Hashable, Sendable {
        public enum Content: String, Hashable, Sendable, CaseIterable {
            /// Place and date of the scene.
            case captured
            /// The card's place in the deck.
            case number
            /// The deck's.
            case title
            /// A sentence with the headword.
            case example
        }

        public var content: Content
        public var size: SizeRange
        public var weight: FontWeight
        public var mostLines: Int
        public var alignment: TextAlignment
        /// Whether it stands on its head.
        public var isTurned: Bool
    }

    public var name: String
    public var box: Rect
    public var kind: Kind
    /// Whether its words have one size on all of the deck's cards: the longest decides.
    public var hasOneSize = false
}

/// The sizes of type that an element may take, from the largest down to the readable floor.
public struct SizeRange: Hashable, Sendable {
    public var largest: Length
    public var smallest: Length

    public init(largest: Length, smallest: Length) {
        self.largest = largest
        self.smallest = smallest
    }
}
