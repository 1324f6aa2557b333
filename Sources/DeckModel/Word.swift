public import Diagnostics

/// A card's word in one language.
public struct Word: Sendable {
    /// BCP 47 tag, spelt as in the deck's languages.
    public var language: String
    /// The word as people write it, scalar by scalar as given: typesetting makes it NFC.
    public var text: String
    /// The text in pieces with readings; the bases add up to ``text``. Empty where the deck gives none.
    public var ruby: [RubyRun]
    /// Pronunciation of the whole word.
    public var reading: String?
    public var gender: Gender?
    public var audio: Audio?
    /// Where the spoken word is found on the web: its own address, or its file's below the deck's link.
    public var audioAddress: String?
    /// One sentence in the language.
    public var example: String?
    /// Where the word stands in the deck file.
    public var line: Int32
    public var column: Int32

    public init(
        language: String, text: String, ruby: [RubyRun] = [], reading: String? = nil, gender: Gender? = nil,
        audio: Audio? = nil, audioAddress: String? = nil, example: String? = nil, line: Int32 = 1, column: Int32 = 1
    ) {
        self.language = language
        self.text = text
        self.ruby = ruby
        self.reading = reading
        self.gender = gender
        self.audio = audio
        self.audioAddress = audioAddress
        self.example = example
        self.line = line
        self.column = column
    }

    /// The tag of the reading: Latin letters or IPA about a language are not text in it.
    public var readingLanguage: String { "\(language.split(separator: "-").first.map(String.init) ?? "und")-Latn" }

    /// Where it stands in the deck file.
    public func place(in file: String) -> Place { Place(file: file, line: Int(line), column: Int(column)) }
}
