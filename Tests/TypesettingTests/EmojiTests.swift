import DisplayList
import Fonts
import Geometry
import Testing
import Typesetting

@Suite("Emoji and fallback inside words")
struct EmojiTests {
    private func runs(_ text: String, _ language: String = "en") throws -> [GlyphRun] {
        try PinnedFonts.typesetter().paragraph(
            text, style: TextStyle(language: language), size: .pt(10), width: nil, alignment: .left
        ).lines.flatMap(\.runs)
    }

    @Test(
        "A sequence is one cluster of one picture, with its text",
        arguments: [
            "🐱", "👍🏿", "👩🏽‍🚀", "👨‍👩‍👧‍👦", "🐈‍⬛", "🇫🇷", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "#️⃣", "❤️", "☺️", "©️", "❤️‍🔥", "🏳️‍🌈", "👁️‍🗨️", "☝🏽", "⌚",
        ])
    func sequences(_ emoji: String) throws {
        let runs = try runs("cat \(emoji) sat")
        try #require(runs.map(\.text) == ["cat ", emoji, "sat"])
        #expect(runs.map(\.font.glyphForm) == [.outlines, .pictures, .outlines])
        #expect(runs[1].glyphs.count == 1)
        #expect(runs[1].clusters == [GlyphRun.Cluster(textBytes: emoji.utf8.count, glyphs: 1)])
    }

    @Test(
        "Signs that are text by default, or that a selector makes text, are letters",
        arguments: ["❤\u{FE0E}", "☺", "✈", "1", "#", "©", "⌚\u{FE0E}", "\u{20E3}"])
    func signs(_ sign: String) throws {
        #expect(try runs("a \(sign)").allSatisfy { $0.font.glyphForm == .outlines })
    }

    @Test("Emoji beside letters leave words and spaces as they are, in both directions")
    func neighbours() throws {
        #expect(try runs("cat🐱🐶dog").map(\.text) == ["cat", "🐱🐶", "dog"])
        #expect(try runs("cat🐱🐶dog")[1].clusters.count == 2)
        #expect(try runs("קט 👩🏽‍🚀 לי", "he").map(\.text) == ["לי", "👩🏽‍🚀", "קט "])
        #expect(try runs("👩🏽‍🚀", "ar").map(\.glyphs.count) == [1])
    }

    /// text; language; runs as `text=font`
    static let fallback = [
        "ŋu̠a; en; ŋu̠a=Andika",
        "kaꜩt; en; kaꜩt=Andika",
        "牙医; ja; 牙医=NotoSansCJKjp-Regular",  // a word is not torn for one character
        "猫です; en; 猫です=KleeOne-Regular",  // kana tell that it is Japanese
        "猫; und; 猫=NotoSansCJKjp-Regular",
        "고양이; und; 고양이=NotoSansCJKjp-Regular",
        "«καφές»; el; «καφές»=NotoSans-Regular",
        "[תה]; he; ]=NotoSans-Regular תה=NotoSansHebrew-Regular [=NotoSans-Regular",  // a font of letters alone
        "𐌰·ᚠ!; en; 𐌰=NotoSansGothic-Regular ·=NotoSans-Regular ᚠ=NotoSansRunic-Regular !=NotoSans-Regular",
        "…ᚠ; en; …=NotoSans-Regular ᚠ=NotoSansRunic-Regular",
        "¡ꟸa!; es; ¡ꟸa!=Andika",
        "12345; he; 12345=NotoSans-Regular",
        "چای‌خانه; fa; چای‌خانه=NotoNaskhArabic-Regular",  // ZWNJ inside
        "ब्राअर; ks-Deva; ब्राअर=NotoSansDevanagari-Regular",
    ]

    @Test("Which font sets which part", arguments: fallback)
    func parts(_ line: String) throws {
        let parts = line.split(separator: ";").map { String($0.drop { $0 == " " }) }
        let found = try runs(parts[0], parts[1]).map { "\($0.text)=\($0.font.name)" }.joined(separator: " ")
        #expect(found == parts[2])
    }

    @Test(
        "Extensions and private use change no glyph; script and region do",
        arguments: [
            ("zh-HK", "zh-HK-u-co-stroke", true), ("zh-HK", "zh-Hant-HK-x-mine", true), ("zh-HK", "zh-TW", false),
            ("zh-CN", "zh-Hans", true), ("zh", "zh-SG", true), ("zh-TW", "zh-Hant", true), ("yue", "zh-HK", true),
            ("ja", "ja-u-ca-japanese", true), ("ja", "zh", false), ("und", "zh-Hans", true), ("qaa", "zh-Hans", true),
        ])
    func tags(_ one: String, _ other: String, _ isSame: Bool) throws {
        func glyphs(_ language: String) throws -> [[UInt32]] {
            try runs("直骨令飯", language).map { $0.glyphs.map(\.id) }
        }
        #expect((try glyphs(one) == glyphs(other)) == isSame)
    }

    @Test("Bulgarian, Serbian and Russian letters differ")
    func cyrillic() throws {
        func glyphs(_ language: String) throws -> [[UInt32]] { try runs("вгдпт", language).map { $0.glyphs.map(\.id) } }
        #expect(try glyphs("sr") != glyphs("ru"))
        #expect(try glyphs("mk") == glyphs("sr"))
        let bulgarian = try #require(runs("вгдпт", "bg").first)
        #expect(bulgarian.font.name == "Manrope-Medium")
        // Those of Manrope's forms for the language BGR.
        #expect(bulgarian.glyphs.map(\.id) == [452, 453, 454, 463, 464].map { UInt32($0) })
    }

    @Test("What sets a word and why is told, with what the first choice lacks")
    func reasons() throws {
        let uses = try PinnedFonts.typesetter().fontUses(of: "牙医", style: TextStyle(language: "ja"))
        let use = try #require(uses.pieces.first)
        #expect(uses.pieces.count == 1)
        #expect(use.font.fullName == "Noto Sans CJK JP")
        #expect(use.firstChoice?.fullName == "Klee One Regular")
        #expect(use.lacking == ["牙"])
        #expect(use.reason?.tags == ["ja", "ryu", "ain"])
        let missing = try PinnedFonts.typesetter().fontUses(of: "a\u{F0001}", style: TextStyle(language: "en"))
        #expect(missing.missing.map(\.scalar) == ["\u{F0001}"])
    }
}
