import DisplayList
import Geometry

@testable import Snapshots

/// References to change one thing in.
enum SampleReference {
    static let look = ReferenceLook(
        deck: "kitchen", template: "classic", savesInk: false, trim: Size(width: .mm(63), height: .mm(88)),
        bleed: .mm(3), cornerRadius: .mm(3),
        fonts: [
            ReferenceFont(name: "Andika", contentHash: "8f0e1d2c00031a2b11"),
            ReferenceFont(name: "Andika-Bold", contentHash: "9a0e1d2c00031a2b12"),
            ReferenceFont(name: "KleeOne-Regular", contentHash: "5f3a9c1100731a2b13"),
            ReferenceFont(name: "NotoNaskhArabic-Regular", contentHash: "6f3a9c1100731a2b14"),
        ])

    static let word = Color(red: 26.0 / 255, green: 26.0 / 255, blue: 26.0 / 255)
    static let quiet = Color(red: 120.0 / 255, green: 107.0 / 255, blue: 97.0 / 255)
    static let ground = Color(red: 244.0 / 255, green: 236.0 / 255, blue: 224.0 / 255)

    static func text(
        _ field: String, _ language: String, _ text: String, font: String = "Andika", size: Double = 18,
        color: Color = word, x: Double = 5, y: Double = 60, width: Double = 20, shape: UInt32? = nil
    ) -> ReferenceItem {
        let glyphs = text.unicodeScalars.map { $0.value >= 29 ? $0.value - 29 : $0.value }
        return .text(
            ReferenceText(
                field: field, language: language, text: text, fonts: [font], size: .pt(size), colors: [color],
                lines: [.init(origin: Point(x: .mm(x), y: .mm(y)), width: .mm(width), glyphs: glyphs)],
                shape: shape ?? hash(text), turn: 0))
    }

    static func hash(_ text: String) -> UInt32 {
        text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 } & 0xFF_FFFF
    }

    static func source(_ name: String, tiles: [UInt8]? = nil) -> ArtSource {
        ArtSource(
            fileHash: UInt64(hash(name)) << 8 | 7, pixelHash: UInt64(hash(name)) << 10 | 9, width: 640, height: 480,
            tiles: tiles ?? (0..<64).map { UInt8(($0 * 7 + Int(hash(name))) % 64) }, shown: [0.1, 0.05, 0.8, 0.9])
    }

    static func card(_ id: String, en: String, ja: String, ar: String) -> ReferenceCard {
        ReferenceCard(
            id: id,
            faces: [
                ReferenceFace(
                    name: "front", arrangement: "sticker",
                    items: [
                        .shapes(
                            ReferenceShapes(
                                element: "ground", count: 1, colors: [ground],
                                box: Rect(x: .mm(-3), y: .mm(-3), width: .mm(69), height: .mm(94)), shape: 4711)),
                        .shapes(
                            ReferenceShapes(
                                element: "mark", count: 2, colors: [quiet, .white],
                                box: Rect(x: .mm(5), y: .mm(5), width: .mm(4), height: .mm(4)), shape: 815)),
                        .art(
                            ReferenceArt(
                                field: "sticker", source: source(id),
                                box: Rect(x: .mm(6), y: .mm(10), width: .mm(50), height: .mm(40)), turn: 0,
                                edge: .mm(2), finish: 99)),
                        text("words.en.text", "en", en, font: "Andika-Bold", size: 26, x: 10, y: 70, width: 43),
                        text("words.en.reading", "en", "/\(en)/", size: 10, color: quiet, x: 20, y: 78, width: 12.5),
                    ]),
                ReferenceFace(
                    name: "back", arrangement: "words",
                    items: [
                        .art(
                            ReferenceArt(
                                field: "photo", source: source("\(id)-photo"),
                                box: Rect(x: .mm(9), y: .mm(5), width: .mm(45), height: .mm(38)), turn: -2,
                                edge: .mm(2), finish: 77)),
                        text("words.ja.text", "ja", ja, font: "KleeOne-Regular", x: 5, y: 50.25, width: 12.7),
                        text(
                            "words.ja.name", "ja", "日本語", font: "KleeOne-Regular", size: 7.5, color: quiet, x: 5,
                            y: 54, width: 7.94),
                        text("words.ar.text", "ar", ar, font: "NotoNaskhArabic-Regular", x: 5, y: 62, width: 18),
                        text("caption", "en", "Grandma’s kitchen, 2024", size: 8, color: quiet, x: 14, y: 40),
                        .code(
                            ReferenceCode(
                                field: "link", text: "https://cards.example.org/\(id)", modules: 29, color: .black,
                                box: Rect(x: .mm(37), y: .mm(62), width: .mm(21), height: .mm(21)))),
                    ]),
            ])
    }

    static let deck = Reference(
        look: look,
        cards: [
            card("coffee-cup", en: "coffee cup", ja: "珈琲", ar: "فنجان قهوة"),
            card("mug", en: "mug", ja: "マグ", ar: "كوب"),
            card("tea", en: "tea", ja: "お茶", ar: "شاي"),
        ])
}

extension Reference {
    /// The reference with one item of one card changed, found by its field.
    func changing(_ field: String, of card: String = "coffee-cup", _ change: (inout ReferenceItem) -> Void) -> Reference
    {
        var copy = self
        for index in copy.cards.indices where copy.cards[index].id == card {
            for face in copy.cards[index].faces.indices {
                for item in copy.cards[index].faces[face].items.indices
                where copy.cards[index].faces[face].items[item].part.field == field {
                    change(&copy.cards[index].faces[face].items[item])
                }
            }
        }
        return copy
    }

    func changingText(_ field: String = "words.ja.text", _ change: (inout ReferenceText) -> Void) -> Reference {
        changing(field) { item in
            guard case .text(var text) = item else { return }
            change(&text)
            item = .text(text)
        }
    }

    func changingArt(_ field: String = "sticker", _ change: (inout ReferenceArt) -> Void) -> Reference {
        changing(field) { item in
            guard case .art(var art) = item else { return }
            change(&art)
            item = .art(art)
        }
    }

    func changingCode(_ change: (inout ReferenceCode) -> Void) -> Reference {
        changing("link") { item in
            guard case .code(var code) = item else { return }
            change(&code)
            item = .code(code)
        }
    }

    func changingShapes(_ element: String = "ground", _ change: (inout ReferenceShapes) -> Void) -> Reference {
        changing(element) { item in
            guard case .shapes(var shapes) = item else { return }
            change(&shapes)
            item = .shapes(shapes)
        }
    }

    /// With other items on the back of the first card.
    func changingItems(_ change: (inout [ReferenceItem]) -> Void) -> Reference {
        var copy = self
        change(&copy.cards[0].faces[1].items)
        return copy
    }

    func changingFont(_ name: String, _ contentHash: String) -> Reference {
        var copy = self
        for index in copy.look.fonts.indices where copy.look.fonts[index].name == name {
            copy.look.fonts[index].contentHash = contentHash
        }
        return copy
    }
}
