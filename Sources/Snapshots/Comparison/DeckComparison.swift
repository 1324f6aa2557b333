/// What differs between two references of a deck, for people and programs.
public struct DeckComparison: Hashable, Sendable {
    /// Cards that differ, are new or gone, in the order of the new deck, gone ones last.
    public var cards: [CardComparison]
    /// Ids of the cards that look the same, in the order of the new deck.
    public var sameCards: [String]
    /// What is worth knowing and no difference of any card: another order of cards, a font that changed without a letter looking different, a
    /// text that reads differently and looks the same.
    public var notes: [String]

    public var isSame: Bool { cards.isEmpty }

    public init(cards: [CardComparison], sameCards: [String], notes: [String]) {
        self.cards = cards
        self.sameCards = sameCards
        self.notes = notes
    }
}

/// What became of one card.
public struct CardComparison: Hashable, Sendable {
    public enum State: Hashable, Sendable {
        case changed
        /// It has no reference.
        case new
        /// It has a reference and is no longer in the deck.
        case missing
        /// Its reference stands under another id; `changes` tells what else differs.
        case renamed(from: String)
    }

    public var id: String
    public var state: State
    /// Front first, in the order of painting.
    public var changes: [Change]

    public init(id: String, state: State, changes: [Change]) {
        self.id = id
        self.state = state
        self.changes = changes
    }
}

/// Everything that differs in one part of one face.
public struct Change: Hashable, Sendable {
    /// One property that differs.
    public struct Detail: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case added, removed, text, font, size, lines, position, extent, color, letters, language, picture, crop
            case turn, code, shape, order, face
        }

        public var kind: Kind
        /// In words: `text 珈琲 → コーヒー`, `size 18 → 16.5 pt`, `moved 0.4 mm right`.
        public var sentence: String

        public init(kind: Kind, sentence: String) {
            self.kind = kind
            self.sentence = sentence
        }
    }

    /// `front` or `back`.
    public var side: String
    /// The deck's field (`words.ja.text`, `sticker`, `link`, …) or the template's element (`ground`).
    public var field: String
    /// BCP 47 tag of a text.
    public var language: String?
    public var details: [Detail]

    public init(side: String, field: String, language: String?, details: [Detail]) {
        self.side = side
        self.field = field
        self.language = language
        self.details = details
    }
}
