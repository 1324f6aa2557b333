import DisplayList
import Geometry
import PDF
import Testing

@Suite("Words come back from the file as they were written")
struct ExtractionTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var language: String
        var font: String
        var text: String
        var isRightToLeft = false
        var index = 0
        var testDescription: String { "\(language): \(text)" }
    }

    static let samples = [
        Sample(language: "en", font: "Andika-Regular.ttf", text: "coffee cup /ˈkɒfi kʌp/ office"),
        Sample(language: "fr", font: "Andika-Regular.ttf", text: "l’œuf à la coque"),
        Sample(language: "vi", font: "Andika-Regular.ttf", text: "cái cốc cà phê"),
        Sample(language: "ar", font: "NotoNaskhArabic-Regular.ttf", text: "فنجان قهوة", isRightToLeft: true),
        Sample(language: "ar", font: "NotoNaskhArabic-Regular.ttf", text: "تُفَّاحَةٌ", isRightToLeft: true),
        Sample(language: "ar", font: "NotoNaskhArabic-Regular.ttf", text: "سلام", isRightToLeft: true),
        Sample(language: "fa", font: "NotoNaskhArabic-Regular.ttf", text: "فنجان قهوه", isRightToLeft: true),
        Sample(language: "ur", font: "NotoNastaliqUrdu-Regular.ttf", text: "کافی کا پیالہ", isRightToLeft: true),
        Sample(language: "he", font: "NotoSansHebrew-Regular.ttf", text: "ספל קפה", isRightToLeft: true),
        Sample(language: "he", font: "NotoSansHebrew-Regular.ttf", text: "תַּפּוּחַ", isRightToLeft: true),
        Sample(language: "hi", font: "NotoSansDevanagari-Regular.ttf", text: "कॉफ़ी का प्याला क्षत्रिय"),
        Sample(language: "th", font: "NotoSansThai-Regular.ttf", text: "ถ้วยกาแฟ น้ำ"),
        Sample(language: "km", font: "NotoSansKhmer-Regular.ttf", text: "ពែងកាហ្វេ"),
        Sample(language: "my", font: "NotoSansMyanmar-Regular.ttf", text: "ကော်ဖီခွက်"),
        Sample(language: "bo", font: "NotoSerifTibetan-Regular.ttf", text: "ཀོ་ཕི་དཀར་ཡོལ།"),
        Sample(language: "ja", font: "KleeOne-Regular.ttf", text: "珈琲茶碗"),
        Sample(language: "zh-Hans", font: "NotoSansCJK-Regular.ttc", text: "咖啡杯骨门直", index: 2),
        Sample(language: "zh-Hant", font: "NotoSansCJK-Regular.ttc", text: "咖啡杯骨門直", index: 3),
        Sample(language: "ko", font: "NotoSansCJK-Regular.ttc", text: "커피 잔", index: 1),
    ]

    @Test(arguments: samples)
    func `pdftotext gives back the line`(sample: Sample) throws {
        try expectLine(sample) { $0 }
    }

    @Test(arguments: samples)
    func `pdftotext gives back a line whose letters have two colours`(sample: Sample) throws {
        try expectLine(sample) { run in
            var run = run
            run.tints = run.glyphs.indices.map {
                GlyphRun.Tint(glyphs: $0..<$0 + 1, color: $0 % 2 == 0 ? .black : Color(red: 0.8, green: 0.2, blue: 0.1))
            }
            return run
        }
    }

    @Test(arguments: samples)
    func `pdftotext gives back a line of hollow letters`(sample: Sample) throws {
        try expectLine(sample) { run in
            var run = run
            run.outline = GlyphRun.Outline(width: .mm(0.3), dashes: [.mm(0.6), .mm(0.6)], fill: .white)
            return run
        }
    }

    private func expectLine(_ sample: Sample, dressed: (GlyphRun) -> GlyphRun) throws {
        let fixture = try Fixture()
        let start = Point(x: sample.isRightToLeft ? .mm(95) : .mm(10), y: .mm(40))
        let items = Shaper.line(
            sample.text, font: Shaper.font(sample.font, index: sample.index), language: sample.language,
            rightToLeft: sample.isRightToLeft, at: start
        ).map { item -> Item in if case .glyphs(let run) = item { .glyphs(dressed(run)) } else { item } }
        let file = try fixture.write([Fixture.page(items)])
        let result = try Tool.run("pdftotext '\(file)' -")
        #expect(result.status == 0)
        // poppler marks directions with controls of its own.
        let controls: Set<UInt32> = [0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E]
        var read = String.UnicodeScalarView()
        read.append(contentsOf: result.output.unicodeScalars.filter { !controls.contains($0.value) })
        let line = String(read).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(Array(line.unicodeScalars) == Array(sample.text.unicodeScalars), "read '\(line)'")
        let fonts = try Tool.run("pdffonts '\(file)' | tail -n +3")
        let lines = fonts.output.split(separator: "\n")
        #expect(!lines.isEmpty)
        for font in lines {
            #expect(font.contains("yes yes"), "embedded and subset: \(font)")
            #expect(!font.contains("Type 3"))
        }
    }
}
