/// A collection of cards as its author wrote it (deck format, version 1).
public struct Deck: Sendable {
    /// A slug; names the output file.
    public var id: String
    public var title: LocalizedText
    /// BCP 47 tags in the order shown; the first is the headword's.
    public var languages: [String]
    /// Base address of the deck's pages.
    public var link: String?
    public var cards: [Card]
    /// The deck file as its user named it.
    public var file: String
    /// The folder that the deck's paths are relative to, as its user named it.
    public var folder: String

    public init(
        id: String, title: LocalizedText = LocalizedText(), languages: [String], link: String? = nil,
        cards: [Card] = [], file: String = "deck.json", folder: String = "."
    ) {
        self.id = id
        self.title = title
        self.languages = languages
        self.link = link
        self.cards = cards
        self.file = file
        self.folder = folder
    }

    /// The title in the language that is nearest to the one asked for, else the first, else the deck's id.
    public func title(for language: String) -> String {
        title.text(for: language) ?? id
    }

    /// How many places of cards stay empty because the card lacks a language of the deck.
    public var missingWords: Int {
        cards.reduce(0) { $0 + max(0, languages.count - $1.words.count) }
    }
}
