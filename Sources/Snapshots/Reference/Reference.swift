public import Geometry

/// How the cards of a deck look, in numbers and words: what a snapshot file holds.
///
/// Made from display lists by ``ReferenceRecorder``, read and written as text by ``ReferenceReader`` and ``ReferenceWriter``.
/// Lengths are kept to 0.01 mm, sizes of type to 0.01 pt, as the file has them.
public struct Reference: Hashable, Sendable {
    public var look: ReferenceLook
    /// In the order of the deck.
    public var cards: [ReferenceCard]
    public var comments: ReferenceComments

    public init(look: ReferenceLook, cards: [ReferenceCard], comments: ReferenceComments = ReferenceComments()) {
        self.look = look
        self.cards = cards
        self.comments = comments
    }
}

/// What all cards of a reference were made with.
public struct ReferenceLook: Hashable, Sendable {
    /// The deck's id.
    public var deck: String
    /// The template's name, or its path relative to the deck's folder.
    public var template: String
    public var savesInk: Bool
    public var trim: Size
    public var bleed: Length
    public var cornerRadius: Length
    /// By name, each once.
    public var fonts: [ReferenceFont]

    public init(
        deck: String, template: String, savesInk: Bool, trim: Size, bleed: Length, cornerRadius: Length,
        fonts: [ReferenceFont]
    ) {
        self.deck = deck
        self.template = template
        self.savesInk = savesInk
        self.trim = trim
        self.bleed = bleed
        self.cornerRadius = cornerRadius
        self.fonts = fonts
    }

    /// Whether cards are cut alike, to the 0.01 mm that a file keeps.
    public func hasFormat(of other: ReferenceLook) -> Bool { format == other.format }

    /// The format in words: `63 × 88 mm, bleed 3 mm, corner radius 2 mm`.
    public var formatInWords: String {
        let words = format.map(Hundredths.text)
        return "\(words[0]) × \(words[1]) mm, bleed \(words[2]) mm, corner radius \(words[3]) mm"
    }

    private var format: [Int] { [trim.width, trim.height, bleed, cornerRadius].map(Hundredths.millimetres) }
}

/// A font face as `FontReference` tells it.
public struct ReferenceFont: Hashable, Sendable {
    public var name: String
    public var contentHash: String

    public init(name: String, contentHash: String) {
        self.name = name
        self.contentHash = contentHash
    }
}

public struct ReferenceCard: Hashable, Sendable {
    public var id: String
    /// Front first.
    public var faces: [ReferenceFace]

    public init(id: String, faces: [ReferenceFace]) {
        self.id = id
        self.faces = faces
    }
}

public struct ReferenceFace: Hashable, Sendable {
    /// `front` or `back`.
    public var name: String
    /// Of the template.
    public var arrangement: String
    /// In the order of painting.
    public var items: [ReferenceItem]

    public init(name: String, arrangement: String, items: [ReferenceItem]) {
        self.name = name
        self.arrangement = arrangement
        self.items = items
    }
}
