import Calibration
import Diagnostics
import Geometry
import Testing

@Suite("Readings as people type them")
struct ReadingsParserTests {
    private let layout: CalibrationLayout

    init() throws {
        layout = try #require(CalibrationLayout(sheet: PrinterFitTests.sheet))
    }

    private func parse(_ places: [String], _ ruler: [String] = []) throws(DiagnosticError) -> Readings {
        try ReadingsParser.parse(places: places, ruler: ruler, layout: layout)
    }

    @Test(
        "points, decimal commas, small letters, one pair of quotes around all",
        arguments: [
            ["A=20.3,19.8", "B=18,?"], ["a=20,3/19,8", "b=18/?"], ["A=20,3,19,8 B=18,-"], ["A=20,3;19.8", "B=18;?"],
        ])
    func forms(_ words: [String]) throws {
        let readings = try parse(words, ["across=179,5", "down=249"])
        #expect(readings.places == ["A": .init(across: 20.3, down: 19.8), "B": .init(across: 18)])
        #expect(readings.ruler == .init(across: 179.5, down: 249))
    }

    @Test("everything that is wrong is told in one go")
    func mistakes() throws {
        let error = #expect(throws: DiagnosticError.self) {
            try parse(
                ["F=20,20", "A=20", "B=20,nine", "C=20,47", "D=1,2", "D=1,2", "Q"], ["across=18.0", "down=7.1", "up=3"])
        }
        let texts = try #require(error).diagnostics.map(\.description)
        let wanted = [
            "no place 'F'", "'A=20' is no reading", "B down is no number: 'nine'", "C down cannot be 47.0",
            "D is there twice", "'Q' is no reading", "looks like centimetres: across=180.0", "cannot be 7.1 mm",
            "'up=3' is no length",
        ]
        #expect(texts.count == wanted.count)
        for (text, part) in zip(texts, wanted) { #expect(text.contains(part), "\(text)") }
        let inches = #expect(throws: DiagnosticError.self) { try parse([], ["across=7.1"]) }
        #expect(try #require(inches).diagnostics[0].hint?.contains("inches: across=180.3") == true)
    }
}
