import Artwork
import CardLayout
import DeckModel
import Diagnostics
import DisplayList
import Hyphenation
import ReferenceKeeping
import Snapshots
import Testing
import Typesetting

@Suite("References: cards of all sorts in each of the project's templates")
struct CardReferencesTests {
    /// As cards are printed: long words part.
    private static let typesetter = Result {
        Typesetter(
            fonts: try Room.fonts(),
            hyphenator: try Hyphenator(
                choiceFile: "\(Room.root)/Hyphenation/hyphenation.json", folders: ["\(Room.root)/Hyphenation/debian"]))
    }

    /// By what they are to show.
    private static let cards = [
        card("one-word", ["en": #""cup""#], code + kind),
        card("sticker-one-word", ["en": #""cup""#], code + sticker),
        card("sticker-five-words", words(5), code + kind + sticker),
        card("photo-five-words", words(5), code + photo + captured),
        card("fifteen-words", words(15), code),
        card("no-art-captured", words(2), code + captured),
        card("photo-no-code", words(5), photo),
        card(
            "audio", ["en": #""cup""#, "fr": #"{"text": "tasse", "audio": "https://cards.example.org/fr.ogg"}"#],
            code + sticker),
        card("no-headword", ["fr": #""tasse""#], code),
        card(
            "long-words",
            [
                "en": #"{"text": "straightforwardness", "reading": "ˌstreɪtˈfɔːwədnəs"}"#,
                "de": #""Donaudampfschifffahrt""#, "fr": #""le tire-bouchon de la grand-mère""#,
            ], code + sticker),
        card(
            "article",
            [
                "de":
                    #"{"text": "die Tasse", "gender": "f", "reading": "/ˈtasə/", "example": "Die Tasse ist noch warm."}"#,
                "fr": #"{"text": "l’eau", "gender": "f"}"#, "ru": #"{"text": "чашка", "gender": "f"}"#,
                "zh-Hant": #"{"text": "杯子", "ruby": "杯[bēi]子[zi]", "reading": "bēizi"}"#,
            ], code + kind + sticker),
        card("tones", ["vi": #""tách trà""#, "th": #""แมว""#, "zh": #"{"text": "茶杯", "reading": "chábēi"}"#], kind),
        card("furigana", ["ja": #"{"text": "紙の船", "ruby": "紙[かみ]の船[ふね]", "reading": "kami no fune"}"#], kind + sticker),
    ]

    private static let kind = #", "kind": "noun""#
    private static let code = #", "link": "https://cards.example.org/""#
    private static let sticker = #", "sticker": "stickers/teacup.svg""#
    private static let photo = #", "photo": "photos/garden-table.jpg""#
    private static let captured = #", "captured": {"at": "2025-11-30T15:20:00+08:00", "place": "the café"}"#

    private static let texts = [
        ("en", "cup"), ("fr", "tasse"), ("ja", "茶碗"), ("ar", "فنجان"), ("hi", "प्याला"), ("zh-Hant", "杯子"),
        ("th", "ถ้วย"), ("he", "ספל"), ("ko", "컵"), ("ru", "чашка"), ("el", "φλιτζάνι"), ("ta", "கோப்பை"),
        ("ka", "ჭიქა"), ("am", "ኩባያ"), ("de", "Tasse"),
    ]

    private static func words(_ count: Int) -> [String: String] {
        Dictionary(uniqueKeysWithValues: texts.prefix(count).map { ($0.0, "\"\($0.1)\"") })
    }

    private static func card(_ id: String, _ words: [String: String], _ extra: String) -> String {
        let list = words.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ")
        return #"{"id": "\#(id)", "words": {\#(list)}\#(extra)}"#
    }

    /// In `scroll` the headword runs downwards.
    @Test(
        "are arranged as recorded",
        arguments: [
            ("classic", "en"), ("large", "en"), ("memory", "en"), ("mini", "en"), ("scroll", "ja"), ("talking", "en"),
            ("school", "de"), ("syllables", "de"), ("tracing", "en"),
        ])
    func arranged(template name: String, headword: String) throws {
        let languages = [headword] + Self.texts.map(\.0).filter { $0 != headword }
        let json =
            #"{"version": 1, "id": "cards", "languages": \#(languages), "cards": [\#(Self.cards.joined(separator: ", "))]}"#
        let deck = try #require(
            DeckReader.read(
                bytes: Array(json.utf8), file: "deck.json", folder: "\(Room.root)/Samples/garden-tea"
            ).0)
        let studio = try ArtworkStudio(options: ArtworkOptions(dpi: 100, isLossless: false, cacheFolder: nil))
        defer { studio.finish() }
        let template = try Room.library.template(name)
        let layouter = CardLayouter(
            deck: deck, template: template, typesetter: try Self.typesetter.get(), studio: studio)
        var recorder = ReferenceRecorder(shapes: GlyphNumbers())
        let cards = try deck.cards.enumerated().map { index, card in
            let faces = layouter.faces(of: card, number: index + 1)
            #expect(faces.diagnostics.filter(\.isError).isEmpty, "\(card.id): \(faces.diagnostics)")
            return try recorder.card(
                id: card.id,
                faces: faces.sides.map { ($0.name, $0.face.arrangement, $0.face.frame) })
        }
        let look = ReferenceLook(
            deck: deck.id, template: name, savesInk: false, trim: template.size, bleed: template.bleed,
            cornerRadius: template.cornerRadius, fonts: recorder.fonts)
        let kept = KeptReference("cards.\(name)")
        if let difference = try kept.difference(to: Reference(look: look, cards: cards)) {
            Issue.record("\(difference)")
        }
    }

    /// The fonts are pinned: a glyph looks as its number says.
    private struct GlyphNumbers: GlyphShapes {
        func outline(of glyph: UInt32, in font: FontReference) -> UInt64 { UInt64(glyph) }
    }
}
