import Diagnostics
import JSONSource

/// Reads one element of a deck's `cards`.
struct CardReader {
    /// Characters that a printed text may have.
    static let textLimit = 500
    private static let exampleLimit = 1000
    private static let copies = 0...999

    private var reader: ObjectReader
    private let id: String?

    var diagnostics: [Diagnostic] { reader.diagnostics }

    init(_ value: JSONValue, file: String, index: Int) {
        id = CardReader.goodID(of: value)
        reader = ObjectReader(value, file: file, card: id, path: id == nil ? "cards[\(index)]" : "")
    }

    /// The card's id if it can name the card in messages.
    private static func goodID(of value: JSONValue) -> String? {
        guard case .object(let members) = value.kind,
            case .string(let id) = members.last(where: { $0.name == "id" })?.value.kind, TextRule.isSlug(id)
        else { return nil }
        return id
    }

    static func slugFault(_ id: String) -> Fault {
        let allowed = "an id is made of a-z 0-9 . _ -, at most 64 of them"
        let hint = TextRule.slug(from: String(id.prefix(200))).map { "\(allowed): '\($0)'" }
        return Fault("\(Quotation.quoted(id)) cannot be an id", hint: hint ?? allowed)
    }

    /// A name of someone's choice, short enough for a field's path.
    static func shortened(_ name: String) -> String { String(name.prefix(40)) }

    mutating func read(assets: inout AssetFinder, tags: inout TagList, lines: inout [String: Int32]) -> Card? {
        guard case .object = reader.source.kind else { return nil }
        readID(&lines)
        var card = Card(
            id: id ?? "", words: readWords(&assets, &tags), file: reader.file, line: reader.source.line,
            column: reader.source.column)
        card.kind = reader.choice("kind", of: PartOfSpeech.allCases.map(\.rawValue))
            .flatMap { PartOfSpeech(rawValue: $0.0) }
        card.sticker = CardReader.asset("sticker", .sticker, &reader, &assets)
        card.photo = CardReader.asset("photo", .photo, &reader, &assets)
        card.clip = CardReader.asset("clip", .clip, &reader, &assets)
        card.captured = reader.object("captured") { CardReader.captured(&$0) }
        card.tags = readTags()
        card.copies = reader.integer("copies", in: CardReader.copies)?.0 ?? 1
        card.note = readNote()
        card.link = LinkReader.read(&reader)
        reader.finish()
        return id == nil || card.words.isEmpty ? nil : card
    }

    // MARK: Fields of a card

    private mutating func readID(_ lines: inout [String: Int32]) {
        guard let (text, value) = reader.string("id", required: true) else { return }
        guard let id else {
            let fault = CardReader.slugFault(text)
            reader.report(at: value, "id", fault.message, hint: fault.hint)
            return
        }
        if let line = lines[id] {
            reader.report(
                at: value, "id", "another card has this id",
                hint: "it stands first in line \(line); ids are unique in a deck")
        } else {
            lines[id] = value.line
        }
    }

    private mutating func readTags() -> [String] {
        var tags: [String] = []
        for (tag, value) in reader.strings("tags")?.0 ?? [] {
            if let tag = reader.printed(tag, at: value, "tags", limit: CardReader.textLimit) { tags.append(tag) }
        }
        return tags
    }

    private mutating func readNote() -> String? {
        guard let (note, value) = reader.string("note") else { return nil }
        guard let fault = TextRule.characterFault(in: note, lineBreaks: true) else { return note }
        reader.report(at: value, "note", fault.message, hint: fault.hint)
        return nil
    }

    private static func captured(_ reader: inout ObjectReader) -> Captured {
        var captured = Captured()
        if let (text, value) = reader.string("at") {
            captured.date = CalendarDate(iso8601: text)
            if captured.date == nil {
                reader.report(
                    at: value, "at", "\(Quotation.quoted(text)) is not a date",
                    hint: "write it as 2025-11-30 or 2025-11-30T15:20:00+08:00")
            }
        }
        captured.place = reader.printed("place", limit: textLimit)
        reader.finish()
        return captured
    }

    /// A file of the deck.
    private static func asset(
        _ name: String, _ kind: AssetKind, _ reader: inout ObjectReader, _ assets: inout AssetFinder
    ) -> AssetPath? {
        guard let (path, value) = reader.string(name) else { return nil }
        return asset(path, at: value, name, kind, &reader, &assets)
    }

    private static func asset(
        _ path: String, at value: JSONValue, _ name: String, _ kind: AssetKind, _ reader: inout ObjectReader,
        _ assets: inout AssetFinder
    ) -> AssetPath? {
        if let (fault, isMissing) = assets.fault(in: path, kind) {
            reader.report(isMissing ? .missingInput : .error, at: value, name, fault.message, hint: fault.hint)
            return nil
        }
        let doubt = kind.doubt(extensionOf: path)
        if let fault = doubt ?? kind.fault(extensionOf: path) {
            reader.report(doubt == nil ? .error : .warning, at: value, name, fault.message, hint: fault.hint)
            if doubt == nil { return nil }
        }
        return AssetPath(relative: path, folder: assets.root ?? "", line: value.line, column: value.column)
    }

    // MARK: Words

    private mutating func readWords(_ assets: inout AssetFinder, _ tags: inout TagList) -> [Word] {
        guard let (members, object) = reader.members("words", required: true) else { return [] }
        if members.isEmpty {
            reader.report(at: object, "words", "the card has no words", hint: "a card needs at least one word")
        }
        var words: [Word] = []
        words.reserveCapacity(members.count)
        var spellings: [Int: String] = [:]
        for member in members {
            do throws(Fault) {
                let language = try tags.add(member.name)
                if let first = spellings.updateValue(member.name, forKey: language), first != member.name {
                    reader.report(
                        at: member.namePlace, "words", "'\(first)' and '\(member.name)' are the same language",
                        hint: "keep one of them")
                }
            } catch {
                reader.report(at: member.namePlace, "words", error.message, hint: error.hint)
                continue
            }
            if let word = readWord(member, &assets) { words.append(word) }
        }
        return words
    }

    private mutating func readWord(_ member: JSONValue.Member, _ assets: inout AssetFinder) -> Word? {
        let value = member.value
        var word = Word(language: member.name, text: "", line: value.line, column: value.column)
        switch value.kind {
        case .string(let text):
            let printed = reader.printed(text, at: value, "words.\(member.name)", limit: CardReader.textLimit)
            word.text = printed ?? ""
            return printed.map { _ in word }
        case .object:
            return reader.nested(value, "words.\(member.name)") { CardReader.fill(&word, &$0, &assets) ? word : nil }
        default:
            return reader.wrongType(value, "words.\(member.name)", "text, or an object { … } with \"text\"")
        }
    }

    /// Reads a word's object; whether it has a good text.
    private static func fill(_ word: inout Word, _ reader: inout ObjectReader, _ assets: inout AssetFinder) -> Bool {
        let text = reader.printed("text", limit: textLimit, required: true)
        word.text = text ?? ""
        if let (written, value) = reader.string("ruby"), let text {
            // Text and readings, each bounded like a text, and the brackets.
            if let ruby = reader.printed(written, at: value, "ruby", limit: textLimit * 4) {
                do throws(Fault) {
                    word.ruby = try RubyRun.parse(ruby, text: text)
                } catch {
                    reader.report(at: value, "ruby", error.message, hint: error.hint)
                }
            }
        }
        word.reading = reader.printed("reading", limit: textLimit)
        word.gender = reader.choice("gender", of: Gender.allCases.map(\.rawValue)).flatMap { Gender(rawValue: $0.0) }
        if let (path, value) = reader.string("audio") { readAudio(path, value, &word, &reader, &assets) }
        word.example = reader.printed("example", limit: exampleLimit)
        reader.finish()
        return text != nil
    }

    private static func readAudio(
        _ path: String, _ value: JSONValue, _ word: inout Word, _ reader: inout ObjectReader,
        _ assets: inout AssetFinder
    ) {
        if WebAddress.isMeant(by: path) {
            if let fault = WebAddress.fault(in: path, allowsLocal: false) {
                reader.report(at: value, "audio", fault.message, hint: fault.hint)
            } else {
                word.audio = .address(path)
                word.audioAddress = path
            }
        } else if let file = asset(path, at: value, "audio", .audio, &reader, &assets) {
            word.audio = .file(file)
        }
    }
}
