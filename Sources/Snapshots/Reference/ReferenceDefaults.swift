internal import DisplayList
internal import Geometry

/// What most items of a kind have alike, so that the file says it once, in its head.
///
/// Usual is what more than half of them have: a card that is added or changed then changes its own lines only.
struct ReferenceDefaults {
    /// Fonts go by the field without its language, and the language.
    struct Kind: Hashable {
        var kind: String
        var language: String
    }

    /// Names of languages stand on card after card: their letters go by language and size (1/100 pt).
    struct NameKey: Hashable {
        var language: String
        var size: Int
    }

    /// Drawn shapes go by element and hash.
    struct ShapeKey: Hashable {
        var element: String
        var shape: UInt32
    }

    struct Style: Hashable {
        /// 1/100 pt.
        var size: Int?
        var colors: [Color]?
    }

    struct Finish: Hashable {
        /// 1/100 mm.
        var edge: Int
        var finish: UInt32
    }

    struct Symbol: Hashable {
        var box: Rect
        var modules: Int
        var color: Color
    }

    struct Code {
        /// What the texts begin with, to the last slash.
        var prefix: String
        var symbol: Symbol?
    }

    struct Shapes {
        var count: Int
        var colors: [Color]?
        var box: Rect?
    }

    /// By the field without its language: `text`, `name`, `reading` of a word, `caption`.
    var styles: [String: Style] = [:]
    var fonts: [Kind: String] = [:]
    var names: [NameKey: ReferenceText] = [:]
    /// By field.
    var finishes: [String: Finish] = [:]
    var codes: [String: Code] = [:]
    var shapes: [ShapeKey: Shapes] = [:]

    init() {}

    init(_ reference: Reference) {
        var sizes = Tally<String, Int>()
        var colors = Tally<String, [Color]>()
        var fonts = Tally<Kind, String>()
        var finishes = Tally<String, Finish>()
        var prefixes = Tally<String, String>()
        var symbols = Tally<String, Symbol>()
        var counts = Tally<ShapeKey, Int>()
        var shapeColors = Tally<ShapeKey, [Color]>()
        var boxes = Tally<ShapeKey, Rect>()
        var doubtful: Set<NameKey> = []
        for case let item in reference.cards.lazy.flatMap(\.faces).flatMap(\.items) {
            switch item {
            case .text(let text):
                let kind = Kind(kind: Self.kind(of: text), language: text.language)
                if let key = Self.nameKey(of: text, kind: kind.kind) {
                    if let other = names[key] {
                        if !Self.areAlike(other, text) { doubtful.insert(key) }
                    } else {
                        names[key] = text
                    }
                }
                guard ByteText.isBare(kind.kind), !Self.reserved.contains(kind.kind) else { continue }
                sizes.add(kind.kind, Hundredths.points(text.size))
                colors.add(kind.kind, text.colors)
                guard ByteText.isBare(kind.language) else { continue }
                fonts.add(kind, text.fonts.count == 1 ? text.fonts[0] : "")
            case .art(let art):
                finishes.add(art.field, Finish(edge: Hundredths.millimetres(art.edge), finish: art.finish))
            case .code(let code):
                prefixes.add(code.field, Self.prefix(of: code.text))
                symbols.add(code.field, Symbol(box: code.box, modules: code.modules, color: code.color))
            case .shapes(let shapes):
                let key = ShapeKey(element: shapes.element, shape: shapes.shape)
                counts.add(key, shapes.count)
                shapeColors.add(key, shapes.colors)
                boxes.add(key, shapes.box)
            }
        }
        for key in doubtful { names[key] = nil }
        let known = Set(reference.look.fonts.map(\.name))
        self.fonts = fonts.usual.filter { known.contains($0.value) && ByteText.isBare($0.value) }
        let usualColors = colors.usual
        for (kind, size) in sizes.usual { styles[kind] = Style(size: size, colors: usualColors[kind]) }
        for (kind, colors) in usualColors where styles[kind] == nil { styles[kind] = Style(size: nil, colors: colors) }
        self.finishes = finishes.usual
        let usualSymbols = symbols.usual
        for (field, prefix) in prefixes.usual { codes[field] = Code(prefix: prefix, symbol: usualSymbols[field]) }
        let (usualColorsOfShapes, usualBoxes) = (shapeColors.usual, boxes.usual)
        for (key, count) in counts.usual {
            shapes[key] = Shapes(count: count, colors: usualColorsOfShapes[key], box: usualBoxes[key])
        }
    }

    /// Counts which values the things of a kind have.
    private struct Tally<Key: Hashable, Value: Hashable> {
        private var counts: [Key: [Value: Int]] = [:]

        mutating func add(_ key: Key, _ value: Value) { counts[key, default: [:]][value, default: 0] += 1 }

        /// What more than half have.
        var usual: [Key: Value] {
            counts.compactMapValues { counts in
                let all = counts.values.reduce(0, +)
                return counts.first { $0.value * 2 > all }?.key
            }
        }
    }

    /// First words that say what a line is.
    static let reserved = ["art", "code", "shapes"]

    /// The parts of a word that are written without their path.
    static let wordParts = ["text", "name", "reading", "ruby"]

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
    static func nameKey(of text: ReferenceText, kind: String) -> NameKey? {
        guard kind == "name", text.lines.count == 1, text.turn == 0, !text.isVertical, !text.fonts.isEmpty,
            ByteText.isBare(text.language)
        else { return nil }
        return NameKey(language: text.language, size: Hundredths.points(text.size))
    }

    /// Whether two names differ in their place alone.
    private static func areAlike(_ left: ReferenceText, _ right: ReferenceText) -> Bool {
        left.shape == right.shape && left.lines[0].width == right.lines[0].width && left.fonts == right.fonts
            && left.colors == right.colors
            && left.text.utf8.elementsEqual(right.text.utf8)
    }

    /// To the last slash.
    private static func prefix(of text: String) -> String {
        guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(text[...slash])
    }
}
