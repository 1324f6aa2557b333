import DisplayList
import Geometry
import Testing
import Typesetting

@Suite("Colours follow the letters, and shaping does not follow the colours")
struct TintTests {
    private static let red = Color(red: 1, green: 0, blue: 0)
    private static let blue = Color(red: 0, green: 0, blue: 1)

    private func set(_ syllables: [String], _ language: String, width: Length? = nil) throws -> [GlyphRun] {
        let tints = syllables.enumerated().map { TextTint($1, $0 % 2 == 0 ? Self.red : Self.blue) }
        return try PinnedFonts.typesetter().paragraph(
            syllables.joined(), style: TextStyle(language: language, tints: tints), size: .pt(20), width: width,
            alignment: .start
        ).lines.flatMap(\.runs)
    }

    @Test(
        "the same glyphs in the same places, each in the colour of its text",
        arguments: [
            ("ar", ["فن", "جا", "ن"]), ("ar", ["كَأْ", "سُ"]), ("ur", ["سا", "ئی", "کل"]), ("hi", ["वि", "द्या", "र्थी"]),
            ("bn", ["বি", "ড়া", "ল"]), ("ta", ["பூ", "னை"]), ("th", ["ข", "นม", "ปัง"]), ("my", ["ပေါင်", "မုန့်"]),
            ("km", ["សៀវ", "ភៅ"]), ("ko", ["고", "양", "이"]), ("zh-Hans", ["茶", "杯"]), ("vi", ["tách ", "trà"]),
            ("de", ["Tee", "tas", "se"]), ("he", ["סֵ", "פֶל"]), ("bo", ["དཀར་", "ཡོལ"]),
        ])
    func shaping(_ language: String, _ syllables: [String]) throws {
        let plain = try PinnedFonts.typesetter().paragraph(
            syllables.joined(), style: TextStyle(language: language), size: .pt(20), width: nil, alignment: .start
        ).lines.flatMap(\.runs)
        let colored = try set(syllables, language)
        #expect(colored.map(\.glyphs) == plain.map(\.glyphs))
        #expect(colored.map(\.text) == plain.map(\.text) && colored.map(\.clusters) == plain.map(\.clusters))
        #expect(colored.map(\.origin) == plain.map(\.origin))
        for run in colored {
            // Each glyph has one colour, in order.
            #expect(run.allTints.flatMap { Array($0.glyphs) } == Array(run.glyphs.indices))
        }
        // Read in the order of the text, the colours take turns.
        let order = colored.flatMap { run in
            (run.isRightToLeft ? run.allTints.reversed() : run.allTints).map(\.color)
        }
        #expect(order == syllables.indices.map { $0 % 2 == 0 ? Self.red : Self.blue })
    }

    @Test("a word of one colour stays plain, so that it is written as text")
    func plain() throws {
        let runs = try set(["tách ", "trà"], "vi")
        #expect(runs.map(\.color) == [Self.red, Self.blue])
        #expect(runs.allSatisfy { $0.tints.isEmpty })
    }

    @Test("a ligature across a border shows both colours, each where its letters are")
    func ligature() throws {
        let run = try #require(try set(["of", "fice"], "en").first)
        let split = try #require(run.tints.first { $0.extent != nil })
        let extent = try #require(split.extent)
        #expect(split.color == Self.blue)
        #expect(
            run.tints.contains {
                $0.glyphs == split.glyphs || $0.glyphs.contains(split.glyphs.lowerBound) && $0.extent == nil
            })
        #expect(extent.lowerBound > run.glyphs[split.glyphs.lowerBound].position.x)
        #expect(extent.upperBound < run.width)
    }

    @Test("a conjunct or cluster across a border keeps the colour that it begins with")
    func conjunct() throws {
        let runs = try set(["क्", "ष"], "hi")
        #expect(runs.flatMap(\.glyphs).count == 1)
        #expect(runs.map(\.color) == [Self.red])
        #expect(runs.allSatisfy { $0.tints.isEmpty })
    }

    @Test("words keep their colours where lines break and hyphens part them")
    func lines() throws {
        let runs = try set(["le ", "petit ", "bateau ", "en ", "papier"], "fr", width: .pt(70))
        #expect(Set(runs.map(\.origin.y)).count > 1)
        #expect(runs.map(\.color) == [Self.red, Self.blue, Self.red, Self.blue, Self.red])
    }

    @Test("a word that a hyphen parts keeps the colours of its letters, and the hyphen that of the letters before it")
    func parted() throws {
        let tints = [TextTint("Schmet", Self.red), TextTint("ter", Self.blue), TextTint("ling", Self.red)]
        let lines = try PinnedFonts.partingTypesetter().paragraph(
            "Schmetterling", style: TextStyle(language: "de", tints: tints), size: .pt(20), width: .pt(95),
            alignment: .start
        ).lines
        #expect(lines.count == 2)
        let runs = lines.flatMap(\.runs)
        #expect(runs.map { $0.allTints.map(\.color) } == [[Self.red], [Self.blue, Self.red]])
        #expect(runs.map { $0.allTints.map(\.glyphs) } == [[0..<7], [0..<3, 3..<7]])
    }

    @Test("bases and readings have colours of their own, zhuyin symbol by symbol")
    func ruby() throws {
        func lines(_ ruby: [RubySegment], _ rubyTints: [[TextTint]]) throws -> [TextLine] {
            try PinnedFonts.typesetter().paragraph(
                "咖啡", ruby: ruby,
                style: TextStyle(
                    language: "zh-Hant", tints: [TextTint("咖", Self.red), TextTint("啡", Self.blue)],
                    rubyTints: rubyTints), size: .pt(20), width: nil, alignment: .left
            ).lines
        }
        let pinyin = try lines(
            [RubySegment(base: "咖啡", reading: "kāfēi")], [[TextTint("kā", Self.red), TextTint("fēi", Self.blue)]])
        #expect(pinyin[0].runs.flatMap(\.allTints).map(\.color) == [Self.red, Self.blue])
        #expect(pinyin[0].ruby.flatMap(\.allTints).map(\.color) == [Self.red, Self.blue])
        #expect(pinyin[0].ruby.flatMap(\.allTints).map(\.glyphs) == [0..<2, 2..<5])
        let zhuyin = try lines(
            [RubySegment(base: "咖啡", reading: "ㄎㄚ ㄈㄟˋ")], [[TextTint("ㄎㄚ ", Self.red), TextTint("ㄈㄟˋ", Self.blue)]])
        #expect(zhuyin[0].ruby.map(\.color) == [Self.red, Self.red, Self.blue, Self.blue, Self.blue])
        #expect(zhuyin[0].runs.flatMap(\.allTints).map(\.color) == [Self.red, Self.blue])
    }
}
