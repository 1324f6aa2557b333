import DisplayList
import Fonts
import Geometry
import ICU
import Testing
import Typesetting

@Suite("Lines end where the language allows it")
struct LineBreakingTests {
    /// language; text with | where lines may end by the strict rules; the same with words kept together
    static let table = [
        "en; mother-|in-|law; mother-|in-|law",
        "en; 10\u{A0}km |a\u{2060}b |c\u{200B}|d; 10\u{A0}km |a\u{2060}b |c\u{200B}|d",
        "ja; り|ん|ご|は、|赤|く|て|丸|い。; りんごは、|赤くて|丸い。",
        "ja; コー|ヒー|カッ|プ; コーヒーカップ",
        "ja; 「きゃ|く」; 「きゃく」",
        "zh; 咖|啡|杯，|一|杯|茶。; 咖|啡|杯，|一|杯|茶。",
        "th; สวัสดี|ครับ|เพื่อน; สวัสดี|ครับ|เพื่อน",
        "km; ប្រទេស|កម្ពុជា; ប្រទេស|កម្ពុជា",
        "bo; བོད་|ཡིག་; བོད་|ཡིག་",
    ]

    @Test("One line of the table", arguments: table)
    func breaks(_ line: String) throws {
        let parts = line.split(separator: ";").map { String($0.drop { $0 == " " }) }
        let units = Array(parts[1].filter { $0 != "|" }.utf16)
        for (style, expected) in [(LineBreakStyle.strict, parts[1]), (.phrase, parts[2])] {
            let breaks = UnicodeText.lineBreaks(units, language: parts[0], style: style)
            var shown: [UInt16] = []
            for (unit, isBreak) in zip(units, breaks) { shown += isBreak ? [0x7C, unit] : [unit] }
            #expect(String(decoding: shown, as: UTF16.self) == expected)
        }
    }

    /// The text with | wherever some line may end, and with ¦ where one ends only if nothing better does.
    private func shown(_ text: String, _ language: String) -> String {
        let analysis = TextAnalysis(Array(text.utf16), tag: language)
        var shown: [UInt16] = []
        for (at, unit) in analysis.units.enumerated() {
            if let place = analysis.opportunities.first(where: { $0.offset == at }) {
                shown += (place.quality == .word ? "|" : "¦").utf16
            }
            shown.append(unit)
        }
        return String(decoding: shown, as: UTF16.self)
    }

    @Test("No line begins with what jlreq and clreq forbid there", arguments: ["ja", "zh-Hans", "zh-Hant", "yue"])
    func lineStarts(_ language: String) {
        // Closing brackets, hyphens, dividing punctuation, middle dots, full stops, commas, iteration marks, the prolonged sound mark.
        var forbidden = "」』）】〉》〕］｝’”‐〜？！・：；。．、，ヽヾゝゞ々ー‼⁇⁈⁉"
        if language == "ja" { forbidden += "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶㇰㇱㇲ" }
        for character in forbidden {
            let breaks = shown("山\(character)川", language)
            #expect(!breaks.contains("|\(character)") && !breaks.contains("¦\(character)"), "\(breaks)")
        }
    }

    @Test("No line ends with what jlreq and clreq forbid there", arguments: ["ja", "zh-Hans", "zh-Hant", "yue"])
    func lineEnds(_ language: String) {
        for character in "「『（【〈《〔［｛‘“￥＄№" {
            let breaks = shown("山\(character)川", language)
            #expect(!breaks.contains("\(character)|") && !breaks.contains("\(character)¦"), "\(breaks)")
        }
        for pair in ["……", "‥‥", "——"] { #expect(shown("山\(pair)川", language).contains(pair), "\(pair)") }
    }

    @Test(
        "Places for a line's end, the good ones and those for want of better",
        arguments: [
            // Korean is broken between words; inside one only where nothing else is left.
            ("ko", "빨¦간 |사¦과¦를 |먹¦는¦다"), ("zh-Hans", "咖¦啡¦杯¦和¦茶¦杯"),
            // What readers take for one sign is never parted.
            ("en", "👩‍👩‍👧‍👦|👍🏽|🇯🇵|❤️|1️⃣"), ("en", "e\u{301}\u{323}-|x"),
            ("hi", "विद्यार्थी |क्षत्रिय"), ("my", "ပေါင်မုန့်"), ("lo", "ສະບາຍດີ"),
            ("bo", "སངས་¦རྒྱས་"), ("vi", "xe |đạp |điện"),
            ("fr", "«\u{202F}oui\u{202F}!\u{202F}» |dit-|il"), ("de", "Butter\u{AD}¦brot"),
        ])
    func places(_ language: String, _ wanted: String) {
        #expect(shown(wanted.filter { $0 != "|" && $0 != "¦" }, language) == wanted)
    }

    private func lines(_ text: String, _ language: String, size: Double, width: Double) throws -> [String] {
        try PinnedFonts.typesetter().paragraph(
            text, style: TextStyle(language: language), size: .pt(size), width: .pt(width), alignment: .start
        ).lines.map { $0.runs.map(\.text).joined() }
    }

    @Test("Lines are about equally long")
    func balance() throws {
        #expect(try lines("a cup of tea with milk", "en", size: 12, width: 110) == ["a cup of tea", "with milk"])
        #expect(
            try lines("one two three four five six", "en", size: 12, width: 75) == [
                "one two", "three four", "five six",
            ])
    }

    @Test("The space at a line's end is neither set nor counted")
    func spaces() throws {
        let setter = try PinnedFonts.typesetter()
        let style = TextStyle(language: "en")
        let broken = setter.paragraph("tea  cup", style: style, size: .pt(10), width: .pt(30), alignment: .left)
        let alone = setter.paragraph("tea", style: style, size: .pt(10), width: nil, alignment: .left)
        #expect(broken.lines.count == 2)
        #expect(broken.lines[0].width == alone.lines[0].width)
        #expect(broken.lines[0].runs.map(\.text) == ["tea"])
    }

    @Test("A word wider than the width is not broken; a compound is, between its words")
    func wideWords() throws {
        #expect(try lines("Schmetterling", "de", size: 20, width: 40) == ["Schmetterling"])
        #expect(try lines("सूर्योदय", "hi", size: 20, width: 20) == ["सूर्योदय"])
        #expect(try lines("コーヒーカップ", "ja", size: 10, width: 75) == ["コーヒーカップ"])
        #expect(try lines("สวัสดีครับเพื่อน", "th", size: 20, width: 60) == ["สวัสดี", "ครับ", "เพื่อน"])
    }

    @Test("A soft hyphen shows at a line's end, and there alone")
    func softHyphen() throws {
        let setter = try PinnedFonts.typesetter()
        let style = TextStyle(language: "de")
        let word = "Schmetter\u{AD}ling"
        let whole = setter.paragraph(word, style: style, size: .pt(10), width: nil, alignment: .left)
        let broken = setter.paragraph(word, style: style, size: .pt(10), width: .pt(60), alignment: .left)
        let plain = setter.paragraph("Schmetterling", style: style, size: .pt(10), width: nil, alignment: .left)
        #expect(whole.lines[0].width == plain.lines[0].width)
        #expect(broken.lines.map { $0.runs.flatMap(\.glyphs).count } == [10, 4])
    }

    @Test(
        "Ink never touches the next line and never leaves the box",
        arguments: [
            ("ur", "کھلی ہوئی کتاب چاند گنجائش کھلی ہوئی کتاب"), ("bo", "བསྒྲུབས་ སངས་རྒྱས་ བསྒྲུབས་ སངས་རྒྱས་"),
            ("km", "ព្រះអាទិត្យ ស្ត្រី ព្រះអាទិត្យ ស្ត្រី"),
            ("my", "ပေါင်မုန့် ကြွက် ပေါင်မုန့် ကြွက်"), ("vi", "Ể Ậ g Ẫ j Ể Ậ y"), ("th", "ที่ ปู่ ที่ ปู่ ที่ ปู่"),
        ])
    func ink(_ language: String, _ text: String) throws {
        let width = Length.pt(60)
        let paragraph = try PinnedFonts.typesetter().paragraph(
            text, style: TextStyle(language: language), size: .pt(20), width: width, alignment: .center)
        #expect(paragraph.lines.count > 1)
        for (upper, lower) in zip(paragraph.lines, paragraph.lines.dropFirst()) {
            #expect(upper.ink.maxY < lower.ink.minY)
        }
        let box = Rect(
            origin: .zero, size: Size(width: max(width, paragraph.size.width), height: paragraph.size.height))
        if paragraph.size.width <= width { #expect(box.contains(paragraph.ink)) }
        #expect(paragraph.ink.minY >= .zero && paragraph.ink.maxY <= paragraph.size.height)
    }

    @Test("Plain Latin lines are 1.2 ems apart")
    func lineHeight() throws {
        let paragraph = try PinnedFonts.typesetter().paragraph(
            "tea cup", style: TextStyle(language: "en"), size: .pt(10), width: .pt(25), alignment: .left)
        #expect(abs((paragraph.lines[1].baseline - paragraph.lines[0].baseline).points - 12) < 1e-9)
        #expect(abs(paragraph.size.height.points - 24) < 1e-9)
    }

    @Test("Start and end follow the text's direction")
    func alignment() throws {
        let setter = try PinnedFonts.typesetter()
        func left(_ text: String, _ language: String, _ alignment: TextAlignment) -> Double {
            setter.paragraph(
                text, style: TextStyle(language: language), size: .pt(10), width: .pt(200), alignment: alignment
            ).lines[0].runs[0].origin.x.points
        }
        #expect(left("tea", "en", .start) < 1)
        #expect(left("tea", "en", .end) > 170)
        #expect(left("تفاح", "ar", .start) > 170)
        #expect(left("تفاح", "ar", .end) < 1)
        #expect(left("تفاح", "ar", .left) < 1)
        #expect(
            abs(
                left("tea", "en", .center) * 2
                    + setter.naturalWidth("tea", style: TextStyle(language: "en"), size: .pt(10)).points - 200) < 1)
    }
}
