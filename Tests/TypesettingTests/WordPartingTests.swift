import DisplayList
import Fonts
import Geometry
import Testing
import Typesetting

@Suite("Long words are parted where they would be too small to read, and only there")
struct WordPartingTests {
    private func fit(
        _ text: String, _ language: String, width: Double, height: Double = 200, largest: Double = 24, lines: Int = 3
    ) throws -> (lines: [String], fitted: FittedText) {
        let fitted = try PinnedFonts.partingTypesetter().fit(
            text, style: TextStyle(language: language), box: Size(width: .pt(width), height: .pt(height)),
            largest: .pt(largest), smallest: .pt(8), maxLines: lines, alignment: .center)
        return (fitted.paragraph.lines.map { $0.runs.map(\.text).joined() }, fitted)
    }

    @Test("A word that can be read whole is not parted")
    func whole() throws {
        #expect(try fit("caterpillar", "en", width: 60).lines == ["caterpillar"])
        #expect(try fit("холодильник", "ru", width: 60).lines == ["холодильник"])
    }

    private func glyphs(_ fitted: FittedText) -> [Int] {
        fitted.paragraph.lines.map { $0.runs.flatMap(\.glyphs).count }
    }

    @Test("A longer one is, between its syllables, as few times as can be; copied, it is the word, whole")
    func parted() throws {
        let (lines, fitted) = try fit("caterpillar", "en", width: 30)
        #expect(fitted.fits)
        // The first line's letters stand for the word, the others for nothing.
        #expect(lines == ["caterpillar", ""])
        // The hyphen is painted: five letters and one more sign.
        #expect(glyphs(fitted) == [6, 6])
        #expect(fitted.paragraph.size.width <= .pt(30.01))
        let russian = try fit("холодильник", "ru", width: 38)
        #expect(russian.lines == ["холодильник", ""])
        #expect(glyphs(russian.fitted) == [5, 7])
    }

    @Test("Beside it, words that can stay whole do")
    func beside() throws {
        let fitted = try fit("little green caterpillar", "en", width: 40, lines: 4).fitted
        #expect(Array(glyphs(fitted).prefix(2)) == [6, 5])
    }

    @Test("A word with a soft hyphen is parted there alone, with the sign of its language")
    func softHyphen() throws {
        #expect(try fit("cat\u{AD}erpillar", "en", width: 36).lines == ["cat\u{AD}erpillar", ""])
        #expect(try fit("cat\u{AD}erpillar", "en", width: 70).lines.count == 1)
        let armenian = try fit("տիեզե\u{AD}րանավ", "hy", width: 36)
        #expect(armenian.lines.count == 2)
        #expect(armenian.fitted.paragraph.lines[0].runs.flatMap(\.glyphs).count == 6)
    }

    @Test("Without patterns, and in scripts that part no words, what does not fit is told")
    func never() throws {
        #expect(try !fit("المستشفيات", "ar", width: 20).fitted.fits)
        #expect(try !fit("caterpillar", "tlh", width: 30).fitted.fits)
        #expect(try !fit("teacups", "en", width: 18).fitted.fits)
    }
}
