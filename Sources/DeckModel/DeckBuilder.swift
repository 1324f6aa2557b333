import Diagnostics
import FileAccess
import JSONSource

/// A deck on its way from JSON: its cards as they come, then what stands around them, which may come first or last in the file.
struct DeckBuilder {
    /// The version of the deck format that is read here.
    private static let version = 1

    let file: String
    let folder: String
    var diagnostics: [Diagnostic] = []
    private var cards: [Card] = []
    private var cardCount = 0
    private var assets: AssetFinder
    /// Languages of all words, in the order in which they first appear.
    private var tags = TagList()
    /// The lines of the cards' ids.
    private var lines: [String: Int32] = [:]

    init(file: String, folder: String) {
        self.file = file
        self.folder = folder
        assets = AssetFinder(folder: folder)
    }

    /// Takes the next element of the deck's `cards`.
    mutating func add(_ value: JSONValue) {
        var reader = CardReader(value, file: file, index: cardCount)
        cardCount += 1
        let card = reader.read(assets: &assets, tags: &tags, lines: &lines)
        diagnostics += reader.diagnostics
        if let card { cards.append(card) }
    }

    /// Takes what stands around the cards.
    mutating func finish(_ top: JSONValue) -> Deck? {
        var reader = ObjectReader(top, file: file)
        guard case .object = top.kind else {
            diagnostics += reader.diagnostics
            return nil
        }
        guard readVersion(&reader) else {
            diagnostics = reader.diagnostics
            return nil
        }
        var deck = Deck(id: readID(&reader), languages: [], file: file, folder: folder)
        deck.title = readTitle(&reader)
        deck.link = LinkReader.read(&reader)
        let declared = readLanguages(&reader)
        readCards(&reader)
        reader.finish()
        deck.languages = declared ?? tags.firstSpellings
        arrangeWords(by: deck.languages, areDeclared: declared != nil)
        address(below: deck.link)
        // A link that is there and wrong has been noted already.
        if reader.value("link") == nil { noteCardsWithoutLink(at: reader.place(top)) }
        diagnostics += reader.diagnostics
        deck.cards = cards
        return cards.isEmpty ? nil : deck
    }

    // MARK: Fields

    /// Whether the deck is of a version that can be read at all.
    private func readVersion(_ reader: inout ObjectReader) -> Bool {
        guard let value = reader.value("version") else {
            reader.report(
                at: reader.source, nil, "the field 'version' is missing",
                hint: "add \"version\": \(DeckBuilder.version)")
            return true
        }
        guard case .number(let number) = value.kind, let version = Int(exactly: number), version > 0 else {
            let found =
                if case .number(let number) = value.kind {
                    Int(exactly: number).map(String.init) ?? number.description
                } else {
                    value.kind.name
                }
            reader.report(at: value, "version", "must be \(DeckBuilder.version), found \(found)")
            return true
        }
        guard version > DeckBuilder.version else { return true }
        reader.report(
            at: value, "version",
            "the deck is version \(version); this program reads version \(DeckBuilder.version)",
            hint: "a newer capprint may read it")
        return false
    }

    private func readID(_ reader: inout ObjectReader) -> String {
        if let (id, value) = reader.string("id") {
            if TextRule.isSlug(id) { return id }
            reader.report(at: value, "id", CardReader.slugFault(id).message, hint: CardReader.slugFault(id).hint)
        }
        return Files.resolved(folder).flatMap { TextRule.slug(from: Paths.name(of: $0)) } ?? "deck"
    }

    private func readTitle(_ reader: inout ObjectReader) -> LocalizedText {
        guard let title = reader.value("title") else { return LocalizedText() }
        switch title.kind {
        case .string(let text):
            return reader.printed(text, at: title, "title", limit: CardReader.textLimit).map { LocalizedText($0) }
                ?? .init()
        case .object:
            var result = LocalizedText()
            for member in reader.members("title")?.0 ?? [] {
                let field = "title.\(CardReader.shortened(member.name))"
                if let fault = TagList.fault(in: member.name) {
                    reader.report(at: member.namePlace, "title", fault.message, hint: fault.hint)
                } else if case .string(let text) = member.value.kind {
                    if let text = reader.printed(text, at: member.value, field, limit: CardReader.textLimit) {
                        result.entries.append((member.name, text))
                    }
                } else {
                    let _: Never? = reader.wrongType(member.value, field, "text in double quotes")
                }
            }
            return result
        default:
            let _: Never? = reader.wrongType(title, "title", "text, or one text per language")
            return LocalizedText()
        }
    }

    private func readLanguages(_ reader: inout ObjectReader) -> [String]? {
        guard let (values, list) = reader.strings("languages") else { return nil }
        var languages: [String] = []
        var lines: [String: Int32] = [:]
        for (tag, value) in values {
            if let fault = TagList.fault(in: tag) {
                reader.report(at: value, "languages", fault.message, hint: fault.hint)
            } else if let line = lines[tag.lowercased()] {
                reader.report(
                    at: value, "languages", "'\(tag)' stands here twice", hint: "it stands first in line \(line)")
            } else {
                if LanguageTag.isUnregistrable(tag) {
                    reader.report(
                        .warning, at: value, "languages", "no language has the tag '\(tag)'",
                        hint: "tags are short, such as en, fr or zh-Hant")
                }
                lines[tag.lowercased()] = value.line
                languages.append(tag)
            }
        }
        if values.isEmpty, case .array(let all) = list.kind, all.isEmpty {
            reader.report(
                at: list, "languages", "names no language",
                hint: "leave it out to print all languages that the cards have")
        }
        return languages.isEmpty ? nil : languages
    }

    private func readCards(_ reader: inout ObjectReader) {
        guard let (_, list) = reader.array("cards", required: true), cardCount == 0 else { return }
        reader.report(at: list, nil, "the deck has no cards", hint: "a card needs an id and words")
    }

    // MARK: What needs the whole deck

    /// Puts each card's words into the deck's order and leaves out those of languages that the deck does not show.
    private mutating func arrangeWords(by languages: [String], areDeclared: Bool) {
        let order = tags.order(by: languages)
        for index in cards.indices {
            var placed: [(order: Int, word: Word)] = []
            placed.reserveCapacity(cards[index].words.count)
            for var word in cards[index].words {
                if let position = tags.position(of: word.language, in: order) {
                    word.language = languages[position]
                    placed.append((position, word))
                } else if areDeclared {
                    diagnostics.append(
                        Diagnostic(
                            .warning, at: word.place(in: file), card: cards[index].id,
                            field: "words.\(word.language)",
                            "the deck's languages have no '\(word.language)': the word is not printed",
                            hint: hint(forLanguage: word.language, among: languages)))
                }
            }
            // The sort of equal positions does not matter: doubled tags were refused with the card.
            cards[index].words = placed.sorted { $0.order < $1.order }.map(\.word)
            if placed.isEmpty {
                diagnostics.append(
                    Diagnostic(
                        .error, at: cards[index].place, card: cards[index].id, field: "words",
                        "has no word in a language of the deck"))
            }
        }
    }

    /// Most pairs of two-letter tags are near in spelling and far in meaning: only relatives and slips in longer tags are worth asking about.
    private func hint(forLanguage tag: String, among all: [String]) -> String {
        // Of more languages than a card can show, a hint for every word would cost more than the deck.
        let languages = Array(all.prefix(200))
        let relative = languages.first { LanguageTag.primary($0) == LanguageTag.primary(tag) }
        let near = relative ?? (tag.utf8.count > 3 ? Suggestion.nearest(to: tag, among: languages) : nil)
        return near.map { "did you mean '\($0)'?" } ?? "add it to the deck's languages"
    }

    /// Gives cards and spoken words their addresses.
    private mutating func address(below link: String?) {
        for index in cards.indices {
            if cards[index].link == nil { cards[index].link = link }
            guard let link else { continue }
            for word in cards[index].words.indices {
                if case .file(let path) = cards[index].words[word].audio {
                    cards[index].words[word].audioAddress = WebAddress.resolve(path.relative, below: link)
                }
            }
        }
    }

    private mutating func noteCardsWithoutLink(at deckPlace: Place) {
        let without = cards.count { $0.link == nil }
        guard without > 0 else { return }
        let subject = without == cards.count ? "cards" : "\(without) of \(cards.count) cards"
        diagnostics.append(
            Diagnostic(
                .warning, at: deckPlace, "the deck has no link: \(subject) carry no QR code",
                hint: "add \"link\": \"https://…/\", the address of the deck's pages"))
    }
}
