public import Diagnostics

/// One thing that a child pointed at: its words, pictures and where they came from.
public struct Card: Sendable {
    /// A slug, unique in the deck.
    public var id: String
    public var kind: PartOfSpeech?
    /// In the order of the deck's languages; a language that the card lacks is absent.
    public var words: [Word]
    /// Art with transparency.
    public var sticker: AssetPath?
    /// The scene that the sticker was cut from.
    public var photo: AssetPath?
    /// A short video of the scene: never printed.
    public var clip: AssetPath?
    public var captured: Captured?
    public var tags: [String]
    /// How often it is printed, 0…999.
    public var copies: Int
    public var note: String?
    /// Base address of its page: its own, else the deck's.
    public var link: String?
    /// The deck file as its user named it.
    public var file: String
    public var line: Int32
    public var column: Int32

    public init(
        id: String, kind: PartOfSpeech? = nil, words: [Word], sticker: AssetPath? = nil, photo: AssetPath? = nil,
        clip: AssetPath? = nil, captured: Captured? = nil, tags: [String] = [], copies: Int = 1, note: String? = nil,
        link: String? = nil, file: String = "deck.json", line: Int32 = 1, column: Int32 = 1
    ) {
        self.id = id
        self.kind = kind
        self.words = words
        self.sticker = sticker
        self.photo = photo
        self.clip = clip
        self.captured = captured
        self.tags = tags
        self.copies = copies
        self.note = note
        self.link = link
        self.file = file
        self.line = line
        self.column = column
    }

    /// What its QR code holds: link and id as they stand; nil without a link.
    public var address: String? { link.map { $0 + id } }

    /// Where it stands in the deck file.
    public var place: Place { Place(file: file, line: Int(line), column: Int(column)) }

    /// The word in a language, given as the deck spells it.
    public func word(in language: String) -> Word? { words.first { $0.language == language } }
}
