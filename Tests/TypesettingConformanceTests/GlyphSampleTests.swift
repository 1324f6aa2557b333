import CardLayout
import FileAccess
import Fonts
import Geometry
import Testing
import Typesetting
import TypesettingConformance

/// Two words of each language of CLDR's annotations; `make conformance` asks for all of them.
@Suite("Words of 144 languages, a sample")
struct GlyphSampleTests {
    private static let home = Paths.folder(of: Paths.folder(of: Paths.folder(of: #filePath)))
    private static let samples = Result {
        try GlyphSample.read(Paths.join(home, "Benchmarks/conformance/samples/glyphs.tsv"))
    }
    private static let typesetter = Result {
        Typesetter(
            fonts: try FontBook(
                choiceFile: Paths.join(home, "Fonts/fonts.json"), folders: [Paths.join(home, "Fonts/debian")]))
    }

    @Test("capprint's glyphs are those of HarfBuzz alone, at the same places")
    func glyphs() throws {
        let (samples, typesetter) = (try Self.samples.get(), try Self.typesetter.get())
        #expect(samples.count > 200)
        var compared = 0
        for sample in samples {
            let paragraph = typesetter.paragraph(
                sample.text, style: TextStyle(language: sample.language), size: .pt(1000), width: nil, alignment: .left)
            let set = GlyphSample.stretches(paragraph.lines.flatMap(\.runs))
            // With another choice of fonts the sample says nothing.
            guard set.map(\.file) == sample.stretches.map(\.file) else { continue }
            compared += 1
            #expect(GlyphSample.agree(set, sample.stretches), "\(sample.language): \(sample.text)")
        }
        #expect(compared * 10 > samples.count * 8)
    }

    @Test("No ink leaves its box or touches the next line, in any box of the template", arguments: ["classic", "mini"])
    func ink(_ name: String) throws {
        let template = try TemplateLibrary(folders: [Paths.join(Self.home, "Templates")]).template(name)
        let (samples, typesetter) = (try Self.samples.get(), try Self.typesetter.get())
        // The scripts whose marks reach farthest, with all boxes; of the others a few.
        let tall: Set = ["ur", "km", "my", "bo", "vi", "yo", "te", "kn", "th", "lo", "si", "ml"]
        let places = InkPlace.places(in: [template])
        #expect(places.count > 5)
        for (index, sample) in samples.enumerated() {
            for place in tall.contains(sample.language) ? places : [places[index % places.count]] {
                let fitted = place.fit(sample.text, language: sample.language, typesetter)
                guard fitted.fits else { continue }
                #expect(place.holds(fitted.paragraph), "\(place.name), \(sample.language): \(sample.text)")
                #expect(!InkPlace.touches(fitted.paragraph), "\(place.name), \(sample.language): \(sample.text)")
            }
        }
    }
}
