internal import DisplayList
internal import Geometry

/// What most texts of a deck have alike, so that the file says it once: their colours, fonts, and the names of the languages.
///
/// Each is what holds for most texts, so a card that is added or changed changes its own lines only.
struct ReferenceDefaults {
    /// Fonts and colours go by the field without its language: `text`, `name`, `reading` of a word, `caption`.
    struct Kind: Hashable {
        var kind: String
        var language: String
    }

    /// Names of languages stand on card after card: their letters go by language and size (1/100 pt).
    struct NameKey: Hashable {
        var language: String
        var size: Int
    }

    private(set) var colors: [String: [Color]] = [:]
    private(set) var fonts: [Kind: String] = [:]
    private(set) var names: [NameKey: ReferenceText] = [:]

    init(_ reference: Reference) {
        var colorCounts: [String: [[Color]: Int]] = [:]
        var fontCounts: [Kind: [String: Int]] = [:]
        var doubtful: Set<NameKey> = []
        for card in reference.cards {
            for face in card.faces {
                for item in face.items {
                    guard case .text(let text) = item else { continue }
                    if let key = Self.nameKey(of: text) {
                        if names.updateValue(text, forKey: key).map({ !Self.areAlike($0, text) }) == true {
                            doubtful.insert(key)
                        }
                    }
                    let kind = Kind(kind: Self.kind(of: text), language: text.language)
                    guard ByteText.isBare(kind.kind), ByteText.isBare(kind.language) else { continue }
                    colorCounts[kind.kind, default: [:]][text.colors, default: 0] += 1
                    if text.fonts.count == 1, ByteText.isBare(text.fonts[0]) {
                        fontCounts[kind, default: [:]][text.fonts[0], default: 0] += 1
                    }
                }
            }
        }
        for key in doubtful { names[key] = nil }
        let known = Set(reference.look.fonts.map(\.name))
        for (kind, counts) in fontCounts {
            let most = counts.filter { known.contains($0.key) }.max { ($0.value, $1.key) < ($1.value, $0.key) }
            fonts[kind] = most?.key
        }
        for (kind, counts) in colorCounts {
            colors[kind] =
                counts.filter { !$0.key.isEmpty }
                .max { ($0.value, Self.number($1.key)) < ($1.value, Self.number($0.key)) }?.key
        }
    }

    /// Orders colours, for those that are as frequent as each other.
    private static func number(_ colors: [Color]) -> String {
        var text = ByteText()
        for color in colors { text.color(color) }
        return text.string
    }

    /// The parts of a word that are written without their path.
    static let wordParts = ["text", "name", "reading"]

    /// `reading` for `words.ja.reading` in Japanese, else the whole field; one that only looks like a part of a word is led by a quotation mark.
    static func kind(of text: ReferenceText) -> String {
        let field = text.field
        if wordParts.contains(field) { return "\"\(field)" }
        guard field.utf8.starts(with: "words.".utf8) else { return field }
        let rest = field.utf8.dropFirst(6)
        guard rest.starts(with: text.language.utf8), let dot = rest.dropFirst(text.language.utf8.count).first,
            dot == UInt8(ascii: ".")
        else { return field }
        let part = rest.dropFirst(text.language.utf8.count + 1)
        return wordParts.first { part.elementsEqual($0.utf8) } ?? field
    }

    /// Nil for all but the plain name of a language on one line.
    static func nameKey(of text: ReferenceText) -> NameKey? {
        guard text.lines.count == 1, text.turn == 0, text.fonts.count > 0, text.colors.count > 0,
            ByteText.isBare(text.language), kind(of: text) == "name"
        else { return nil }
        return NameKey(language: text.language, size: Hundredths.points(text.size))
    }

    /// Whether two names differ in their place alone.
    static func areAlike(_ left: ReferenceText, _ right: ReferenceText) -> Bool {
        var moved = right
        moved.lines[0].origin = left.lines[0].origin
        return left == moved && left.text.utf8.elementsEqual(right.text.utf8)
    }
}
