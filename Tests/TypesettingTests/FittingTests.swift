import Fonts
import Geometry
import Testing
import Typesetting

@Suite("Text is set as large as its box allows")
struct FittingTests {
    private func fit(
        _ text: String, _ language: String = "en", width: Double, height: Double, largest: Double = 24,
        smallest: Double = 8, lines: Int = 2
    ) throws -> FittedText {
        try PinnedFonts.typesetter().fit(
            text, style: TextStyle(language: language), box: Size(width: .pt(width), height: .pt(height)),
            largest: .pt(largest), smallest: .pt(smallest), maxLines: lines, alignment: .center)
    }

    @Test("A short word has the largest size")
    func largest() throws {
        let fitted = try fit("tea", width: 150, height: 60)
        #expect(fitted.fits)
        #expect(fitted.paragraph.fontSize == .pt(24))
        #expect(fitted.fittingSize == .pt(24))
    }

    @Test("The next step would not fit", arguments: ["butterfly", "a cup of tea with milk", "wheelbarrow race"])
    func steps(_ text: String) throws {
        let fitted = try fit(text, width: 70, height: 40)
        #expect(fitted.fits)
        let size = fitted.paragraph.fontSize
        #expect((24 - size.points) / 0.25 == ((24 - size.points) / 0.25).rounded())
        #expect(fitted.paragraph.size.width <= .pt(70.01))
        #expect(fitted.paragraph.size.height <= .pt(40.01))
        let larger = try PinnedFonts.typesetter().paragraph(
            text, style: TextStyle(language: "en"), size: size + .pt(0.25), width: .pt(70), alignment: .center)
        #expect(
            larger.size.width > .pt(70) || larger.size.height > .pt(40)
                || larger.lines.count > fitted.paragraph.lines.count)
    }

    @Test("One line unless two are at least 15 % larger")
    func fewerLines() throws {
        // Height lets two lines be 12.5 pt at most; in one line the text is just below and just above 12.5 / 1.15.
        let setter = try PinnedFonts.typesetter()
        let width = setter.naturalWidth("red apple", style: TextStyle(language: "en"), size: .pt(1)).points
        #expect(try fit("red apple", width: width * 11.1, height: 30).paragraph.lines.count == 1)
        #expect(try fit("red apple", width: width * 10.6, height: 30).paragraph.lines.count == 2)
    }

    @Test("A single word is made smaller, not broken")
    func singleWord() throws {
        for (text, language) in [("แอปเปิ้ล", "th"), ("コーヒーカップ", "ja"), ("mother-of-pearl", "en")] {
            let fitted = try fit(text, language, width: 60, height: 200)
            #expect(fitted.fits)
            if language != "en" { #expect(fitted.paragraph.lines.count == 1) }
        }
    }

    @Test("What does not fit at the smallest size says at which it would")
    func tooLong() throws {
        let text = "Donaudampfschifffahrtsgesellschaft"
        let fitted = try fit(text, "de", width: 80, height: 30, smallest: 8)
        #expect(!fitted.fits)
        #expect(fitted.paragraph.fontSize == .pt(8))
        #expect(fitted.fittingSize < .pt(8) && fitted.fittingSize > .pt(3))
        let smaller = try fit(text, "de", width: 80, height: 30, smallest: fitted.fittingSize.points)
        #expect(smaller.fits)
        #expect(smaller.fittingSize.points - fitted.fittingSize.points < 0.26)
    }

    @Test("The number of lines is kept to")
    func lineLimit() throws {
        let text = "one two three four five six seven eight nine ten"
        #expect(try !fit(text, width: 60, height: 500, lines: 2).fits)
        let fitted = try fit(text, width: 60, height: 500, smallest: 3, lines: 2)
        #expect(fitted.fits && fitted.paragraph.lines.count == 2)
    }

    @Test("Nothing, and nothing but spaces, fits anywhere", arguments: ["", " ", "\n\t", "\u{200B}"])
    func empty(_ text: String) throws {
        let fitted = try fit(text, width: 10, height: 40)
        #expect(fitted.fits)
        #expect(fitted.paragraph.lines.flatMap(\.runs).isEmpty)
    }

    @Test(
        "Very long texts are set in bounded time",
        arguments: [
            String(repeating: "word ", count: 100), String(repeating: "a", count: 200_000),
            "a" + String(repeating: "\u{301}", count: 100_000), String(repeating: "(", count: 100_000),
        ])
    func long(_ text: String) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let fitted = try fit(text, width: 150, height: 60)
        #expect(!fitted.fits)
        #expect(clock.now - start < .seconds(30))
    }
}
