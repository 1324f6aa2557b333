import DisplayList
import Fonts
import Geometry
import Testing
import Typesetting

/// Glyph numbers are those of the font versions in Fonts/SHA256SUMS.
@Suite("Text becomes the glyphs that its language and script ask for")
struct ShapingTests {
    /// font; language; code points; glyphs from left to right
    static let table = [
        "Andika; en; 63 61 74; 70 68 87",
        "Andika; en; 2C8 6B 252 66 69; 2176 78 366 739",  // the fi ligature
        "Andika; fr; E9; 112",
        "Andika; fr; 65 301; 112",  // the same é, decomposed
        "Andika; ru; 431 433; 446 766",
        "Andika; sr; 431 433; 447 767",  // Serbia has forms of its own
        "NotoNaskhArabic-Regular; ar; 628 628 628; 36 37 38",  // final, medial, initial
        "NotoNaskhArabic-Regular; ar; 644 627; 6 450",  // lam-alef
        "NotoNaskhArabic-Regular; ar; 628 64E; 1416 35",  // the vowel above its letter
        "NotoNaskhArabic-Regular; fa; 647 200C 62E; 161 509",  // a non-joiner parts without a glyph
        "NotoNastaliqUrdu-Regular; ur; 686 627 646 62F; 238 11 972 284 231 16 972 368",
        "NotoSansDevanagari-Regular; hi; 915 94D 937; 179",  // conjunct kṣa
        "NotoSansDevanagari-Regular; hi; 915 93F; 607 25",  // i stands before its consonant
        "NotoLoopedThai-Regular; th; E17 E35 E48; 38 75 102",
        "NotoSansHebrew-Regular; he; 5E9 5DC 5D5 5DD; 23 124 55 96",
        "NotoSansKhmer-Regular; km; 179F 17D2 178F 17D2 179A 17B8; 196 59 180 85",
        "NotoSansMyanmar-Regular; my; 1000 103C; 198 4",
        "NotoSerifTibetan-Regular; bo; F62 F92 FB1; 849",  // a stack of three
        "KleeOne-Regular; ja; 76F4; 3034",
        "NotoSansCJKjp-Regular; zh-Hans; 76F4 9AA8; 27874 45133",
        "NotoSansCJKjp-Regular; zh-Hant; 76F4 9AA8; 27874 45134",
        "NotoSansCJKjp-Regular; yue; 76F4 9AA8; 27875 45132",
        "NotoSansCJKjp-Regular; ko; 76F4 9AA8; 27873 45132",
    ]

    @Test("One line of the table", arguments: table)
    func line(_ line: String) throws {
        let parts = line.split(separator: ";").map { $0.drop { $0 == " " } }
        var text = ""
        for digits in parts[2].split(separator: " ") {
            text.unicodeScalars.append(try #require(UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)))
        }
        let paragraph = try PinnedFonts.typesetter().paragraph(
            text, style: TextStyle(language: String(parts[1])), size: .pt(10), width: nil, alignment: .left)
        let glyphs = paragraph.lines.flatMap(\.runs).flatMap(\.glyphs)
        #expect(paragraph.fontNames == [String(parts[0])])
        #expect(glyphs.map { String($0.id) }.joined(separator: " ") == parts[3])
        #expect(paragraph.missing.isEmpty)
    }

    @Test("Decomposed text is set exactly as composed text")
    func normalisation() throws {
        let setter = try PinnedFonts.typesetter()
        let style = TextStyle(language: "vi")
        let composed = setter.paragraph("xe đạp điện", style: style, size: .pt(12), width: nil, alignment: .left)
        let decomposed = setter.paragraph(
            "xe đa\u{323}p đie\u{302}\u{323}n", style: style, size: .pt(12), width: nil, alignment: .left)
        #expect(composed == decomposed)
        #expect(decomposed.lines.flatMap(\.runs).map { Array($0.text.utf8) }.joined().count == 17)
    }

    @Test("Words of two directions stand in the order of reading")
    func bidi() throws {
        let setter = try PinnedFonts.typesetter()
        let hebrew = setter.paragraph(
            "אני אוהב coffee מאוד", style: TextStyle(language: "he"), size: .pt(12), width: nil, alignment: .left)
        #expect(hebrew.isRightToLeft)
        #expect(hebrew.lines[0].runs.map(\.text) == ["מאוד", "coffee", "אוהב ", "אני "])
        #expect(hebrew.lines[0].runs.map(\.isRightToLeft) == [true, false, true, true])
        let english = setter.paragraph(
            "I say שלום now", style: TextStyle(language: "en"), size: .pt(12), width: nil, alignment: .left)
        #expect(!english.isRightToLeft)
        #expect(english.lines[0].runs.map(\.text) == ["I ", "say ", "שלום", "now"])
        let number = setter.paragraph(
            "(עמוד 12)", style: TextStyle(language: "he"), size: .pt(12), width: nil, alignment: .left)
        #expect(number.lines[0].runs.map(\.text).joined() == ")12עמוד (")
    }

    @Test(
        "Clusters add up to the run's text and glyphs",
        arguments: [
            ("hi", "विद्यार्थी चंद्र"), ("ar", "كَأْسُ مَاءٍ"), ("fa", "کتاب‌خانه"), ("my", "ပေါင်မုန့်"), ("en", "office, tea"),
            ("ja", "珈琲茶碗で"), ("ur", "کھلی کتاب"), ("km", "ព្រះអាទិត្យ"), ("und", "𞤀𞤣𞤤𞤢𞤥 a\u{301}"),
        ])
    func clusters(_ language: String, _ text: String) throws {
        let setter = try PinnedFonts.typesetter()
        let paragraph = setter.paragraph(
            text, style: TextStyle(language: language, weight: .bold), size: .pt(12), width: .mm(20), alignment: .start)
        for run in paragraph.lines.flatMap(\.runs) {
            #expect(run.clusters.reduce(0) { $0 + $1.textBytes } == run.text.utf8.count)
            #expect(run.clusters.reduce(0) { $0 + $1.glyphs } == run.glyphs.count)
            #expect(run.clusters.allSatisfy { $0.textBytes > 0 && $0.glyphs > 0 })
            #expect(!run.glyphs.contains { $0.id == 0 })
        }
    }

    @Test("A character that no font has is told, once, in order")
    func missing() throws {
        let paragraph = try PinnedFonts.typesetter().paragraph(
            "a\u{F0001} b\u{F0000}\u{F0001}", style: TextStyle(language: "en"), size: .pt(12), width: nil,
            alignment: .left)
        #expect(paragraph.missing.map(\.scalar) == ["\u{F0001}", "\u{F0000}"])
    }

    @Test("Joiners, marks of direction and old scripts are not missing")
    func notMissing() throws {
        let paragraph = try PinnedFonts.typesetter().paragraph(
            "\u{202B}کتاب\u{202C} \u{13000} \u{16A0} x\u{FE0F}", style: TextStyle(language: "fa"), size: .pt(12),
            width: nil, alignment: .left)
        #expect(paragraph.missing.isEmpty)
    }
}
