import DisplayList
import Geometry

@testable import Snapshots

/// References of every shape that a file has to hold, the same in every run.
struct RandomReference {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    private mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    private mutating func number(_ range: Range<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    private mutating func pick<Element>(_ list: [Element]) -> Element { list[number(0..<list.count)] }

    private static let texts = [
        "", "tea", "coffee cup", "café", "珈琲", "コーヒー", "قهوة", "שָׁלוֹם", "हिन्दी", "a \"b\" \\ c", "two\nlines",
        "\u{202E}evil\u{202C}", "\u{200D}\u{200C}", "non\u{A0}breaking", "text", "name", "art", "#fff", "😀👩‍👩‍👧", "é",
        "-- x",
        "<<<<<<< HEAD", "\\{41}", "\u{FEFF}", "\u{85}", "\t", "…and so on",
        "https://a.example/b/c", "https://a.example/b/…d", "https://a.example/b/",
    ]
    private static let names = [
        "words.ja.text", "words.ja.name", "words.zh-Hant.reading", "caption", "text", "name", "reading", "art", "code",
        "", "with space", "1st", "x2", "bleed", "words.en.text", "ground", "кот", "a.b:c", "--", "#", "as", "edge",
        "shows",
    ]
    private static let languages = ["ja", "zh-Hant", "en", "ar", "", "x y", "und", "1a", "ja"]
    private static let fonts = ["Andika", "Klee One", "KleeOne-Regular", "A+B", "10pt", "bleed"]

    private mutating func length(_ range: Range<Int> = -1000..<9000) -> Length {
        Hundredths.length(millimetres: number(range))
    }

    private mutating func point() -> Point { Point(x: length(), y: length()) }

    private mutating func color() -> Color {
        func part(_ value: Int) -> Double { Double(value) / 255 }
        return Color(red: part(number(0..<256)), green: part(pick([0, 26, 255])), blue: part(pick([0, 97])))
    }

    private mutating func colors() -> [Color] { (0..<pick([0, 1, 1, 1, 2])).map { _ in color() } }

    private mutating func box() -> Rect {
        if number(0..<4) == 0 { return Rect(x: .mm(-3), y: .mm(-3), width: .mm(69), height: .mm(94)) }
        return Rect(origin: point(), size: Size(width: length(0..<9000), height: length(0..<9000)))
    }

    private mutating func shape() -> UInt32 { UInt32(truncatingIfNeeded: next() >> UInt64(pick([0, 40, 60]))) }

    private mutating func turn() -> Double { pick([0, 0, 0, -2, 90, 359.99, -0.01]) }

    private mutating func item() -> ReferenceItem {
        switch number(0..<8) {
        case 0:
            return .shapes(
                ReferenceShapes(
                    element: pick(Self.names), count: number(0..<4), colors: colors(), box: box(), shape: shape()))
        case 1:
            return .code(
                ReferenceCode(
                    field: pick(Self.names), text: pick(Self.texts), modules: number(0..<99),
                    color: pick([.black, color()]), box: box()))
        case 2:
            let seed = pick([1, 2, 3] as [UInt64])
            return .art(
                ReferenceArt(
                    field: pick(["sticker", "photo", "art", "a b"]),
                    source: ArtSource(
                        fileHash: seed &* 0xFEDC_BA98_7654_3210, pixelHash: ~seed, width: 640, height: Int(seed),
                        tiles: seed == 3 ? [] : (0..<64).map { UInt8(($0 + Int(seed)) % 64) },
                        shown: seed == 1 ? [0, 0, 1, 1] : [-0.0001, 0.125, 0.5, 1.2]),
                    box: box(), turn: turn(), edge: length(0..<3), finish: shape()))
        default: return .text(text())
        }
    }

    private mutating func text() -> ReferenceText {
        let content = pick(Self.texts)
        let language = pick(Self.languages)
        let field = number(0..<3) == 0 ? pick(Self.names) : "words.\(language).\(pick(["text", "name", "reading"]))"
        let isUsual = number(0..<2) == 0
        let scalars = content.unicodeScalars.map(\.value)
        let lines = (0..<pick([0, 1, 1, 1, 1, 2, 3])).map { _ in
            let glyphs = (0..<pick([0, scalars.count, scalars.count, 5])).map {
                isUsual && $0 < scalars.count ? max(29, scalars[$0]) - 29 : UInt32(number(0..<70_000))
            }
            return ReferenceText.Line(origin: point(), width: length(0..<5000), glyphs: glyphs)
        }
        return ReferenceText(
            field: field, language: language, text: content,
            fonts: isUsual ? ["Andika"] : (0..<number(0..<3)).map { _ in pick(Self.fonts) },
            size: Hundredths.length(points: pick([750, 1800, 1234])), colors: isUsual ? [.black] : colors(),
            lines: lines, shape: shape(), turn: turn(), isVertical: number(0..<5) == 0)
    }

    mutating func reference() -> Reference {
        Reference(
            look: ReferenceLook(
                deck: pick(["kitchen", "the deck", "1"]), template: pick(["classic", "../my template.json"]),
                savesInk: number(0..<2) == 0, trim: Size(width: .mm(63), height: .mm(88)), bleed: .mm(3),
                cornerRadius: length(0..<500),
                fonts: Self.fonts.sorted().map {
                    ReferenceFont(name: $0, contentHash: pick(["5f3a", "", "x y", "77"]))
                }),
            cards: (0..<number(0..<6)).map { index in
                ReferenceCard(
                    id: pick(["\(index)", "card-\(index)", "card \(index)", "карта\(index)"]),
                    faces: ["front", "back", "in side"].prefix(number(0..<4)).map { name in
                        ReferenceFace(
                            name: name, arrangement: pick(["sticker", "a b", ""]),
                            items: (0..<number(0..<12)).map { _ in item() })
                    })
            })
    }
}
