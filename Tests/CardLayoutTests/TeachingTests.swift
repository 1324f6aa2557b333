import CardLayout
import DisplayList
import Geometry
import Testing

@Suite("Cards that teach: genders, tones and syllables in colours, letters to write over")
struct TeachingTests {
    private static let palette = Palette()

    /// The texts of a face with their runs, as the roles say.
    private func texts(_ face: CardFace?) -> [(field: String, content: String, runs: [GlyphRun])] {
        func walk(_ items: [Item]) -> [(String, String, [GlyphRun])] {
            items.flatMap { item -> [(String, String, [GlyphRun])] in
                guard case .group(let group) = item else { return [] }
                if case .text(let field, _, let content) = group.role {
                    return [
                        (field, content, group.items.compactMap { if case .glyphs(let run) = $0 { run } else { nil } })
                    ]
                }
                return walk(group.items)
            }
        }
        return walk(face?.frame.items ?? []).map { (field: $0.0, content: $0.1, runs: $0.2) }
    }

    private func colors(_ face: CardFace?, _ field: String) -> [Color] {
        texts(face).filter { $0.field == field }.flatMap(\.runs).flatMap(\.allTints).map(\.color)
    }

    private func content(_ face: CardFace?, _ field: String) -> [String] {
        texts(face).filter { $0.field == field }.map(\.content)
    }

    private static let cup = #"""
        {"id": "cup", "words": {
          "de": {"text": "die Tasse", "gender": "f", "reading": "/ˈtasə/", "example": "Die Tasse ist warm."},
          "fr": {"text": "L’eau", "gender": "f"}, "ru": {"text": "стол", "gender": "m"},
          "en": "cup", "zh-Hans": {"text": "茶杯", "reading": "chábēi"}, "vi": "tách trà"}}
        """#

    @Test("a gender colours the article, or the word that has none, and a disc says it in a letter")
    func gender() throws {
        let faces = try Room.faces(Self.cup, languages: #"["de", "fr", "ru", "en"]"#, template: "school")
        #expect(faces.diagnostics.isEmpty, "\(faces.diagnostics)")
        #expect(colors(faces.front, "words.de.text") == [Self.palette.feminine, Self.palette.word])
        #expect(colors(faces.back, "words.fr.text") == [Self.palette.feminine, Self.palette.word])
        #expect(colors(faces.back, "words.ru.text") == [Self.palette.masculine])
        #expect(colors(faces.back, "words.en.text") == [Self.palette.word])
        #expect(content(faces.front, "words.de.gender") == ["f"])
        #expect(content(faces.back, "words.ru.gender") == ["m"])
        #expect(content(faces.back, "words.en.gender").isEmpty)
        #expect(content(faces.front, "words.de.example") == ["Die Tasse ist warm."])
        // The disc keeps clear of the reading beside it.
        let reading = try #require(faces.front.texts.first { $0.field == "reading" })
        let mark = try #require(faces.front.texts.first { $0.field == "gender" })
        #expect(mark.box.maxX + .mm(1) < reading.box.minX)
        #expect(abs((mark.box.minX + reading.box.maxX - faces.front.frame.boxes.trim.width).millimetres) < 3)
    }

    @Test("tones colour the syllables of the word and of its reading alike")
    func tones() throws {
        let faces = try Room.faces(Self.cup, languages: #"["de", "zh-Hans", "vi"]"#, template: "school")
        #expect(colors(faces.back, "words.zh-Hans.text") == [Self.palette.tone2, Self.palette.tone1])
        #expect(colors(faces.back, "words.zh-Hans.reading") == [Self.palette.tone2, Self.palette.tone1])
        #expect(colors(faces.back, "words.vi.text") == [Self.palette.tone3, Self.palette.tone2])
    }

    @Test("a reading that stands below a small word has its tones' colours too")
    func smallTones() throws {
        let others = (0..<13).map { "\"x-\($0)\"" }
        let words = others.map { "\($0): \"cup\"" }.joined(separator: ", ")
        let faces = try Room.faces(
            #"{"id": "cup", "words": {"en": "cup", "zh": {"text": "茶杯", "ruby": "茶[chá]杯[bēi]"}, \#(words)}}"#,
            languages: #"["en", "zh", \#(others.joined(separator: ", "))]"#, template: "school")
        #expect(content(faces.back, "words.zh.ruby").isEmpty)
        #expect(content(faces.back, "words.zh.reading") == ["chá bēi"])
        #expect(colors(faces.back, "words.zh.reading") == [Self.palette.tone2, Self.palette.tone1])
        #expect(colors(faces.back, "words.zh.text") == [Self.palette.tone2, Self.palette.tone1])
    }

    @Test("syllables take two colours in turn")
    func syllables() throws {
        let faces = try Room.faces(
            #"{"id": "cat", "words": {"ko": "고양이", "ar": "قط"}}"#, languages: #"["ko", "ar"]"#, template: "syllables")
        let (first, second) = (Self.palette.syllable1, Self.palette.syllable2)
        #expect(colors(faces.front, "words.ko.text") == [first, second, first])
        #expect(colors(faces.back, "words.ar.text") == [Self.palette.word])
    }

    @Test("letters to write over are hollow and stay in their box with their line")
    func tracing() throws {
        let faces = try Room.faces(#"{"id": "cup", "words": {"en": "teacup"}}"#, template: "tracing")
        let runs = texts(faces.front).filter { $0.field == "words.en.text" }.flatMap(\.runs)
        #expect(!runs.isEmpty && runs.allSatisfy { $0.color == Self.palette.tracing })
        let outline = try #require(runs.first?.outline)
        #expect(outline.width >= .mm(0.2) && !outline.dashes.isEmpty && outline.fill == Self.palette.paper)
        let text = try #require(faces.front.texts.first { $0.field == "text" })
        #expect(faces.front.frame.boxes.safe.contains(text.box.inset(by: -outline.width)))
    }

    @Test("a pronunciation that stands over the word is not printed once more below it")
    func twice() throws {
        func faces(_ reading: String) throws -> CardFaces {
            try Room.faces(
                #"{"id": "cup", "words": {"en": "cup", "zh-Hant": {"text": "咖啡杯", "ruby": "咖啡[kāfēi]杯[bēi]", "reading": "\#(reading)"}}}"#,
                languages: #"["zh-Hant", "en"]"#)
        }
        for same in ["kāfēi bēi", "kāfēibēi", "Kāfēi-bēi"] {
            #expect(content(try faces(same).front, "words.zh-Hant.reading").isEmpty)
        }
        #expect(content(try faces("kaa fei").front, "words.zh-Hant.reading") == ["kaa fei"])
        #expect(content(try faces("kāfēi bēi").front, "words.zh-Hant.ruby") == ["kāfēibēi"])
    }

    @Test("a reading that would be under 6 pt over its word stands below it instead", arguments: [3, 14])
    func small(languages: Int) throws {
        let others = ["de", "fr", "es", "it", "pt", "nl", "sv", "da", "fi", "pl", "cs", "hu"].prefix(languages - 2)
        let words = others.map { "\"\($0)\": \"cup\"" }.joined(separator: ", ")
        let list = ["en", "ja"] + others
        let faces = try Room.faces(
            #"{"id": "cup", "words": {"en": "cup", \#(words), "ja": {"text": "茶碗", "ruby": "茶碗[ちゃわん]"}}}"#,
            languages: "\(list)")
        let text = try #require(faces.back?.texts.first { $0.text == "茶碗" })
        let isAnnotated = text.size >= .pt(12)
        #expect(isAnnotated == (languages == 3))
        #expect(content(faces.back, "words.ja.ruby") == (isAnnotated ? ["ちゃわん"] : []))
        #expect(content(faces.back, "words.ja.reading") == (isAnnotated ? [] : ["ちゃわん"]))
    }

    @Test("a poster's words have readings where they are large enough")
    func poster() throws {
        let words = (0..<20).map { #""x-\#($0)": "cup""# }
        let tags = (0..<20).map { "x-\($0)" }
        func faces(_ count: Int, template: String) throws -> CardFaces {
            try Room.faces(
                #"{"id": "cup", "words": {"en": "cup", \#(words.prefix(count).joined(separator: ", ")), "ja": {"text": "茶碗", "ruby": "茶碗[ちゃわん]"}}}"#,
                languages: "\(["en", "ja"] + tags.prefix(count))", template: template)
        }
        let large = try faces(20, template: "large")
        #expect(large.back?.arrangement == "poster")
        #expect(content(large.back, "words.ja.ruby") == ["ちゃわん"])
    }
}
