import Calibration
import Diagnostics
import Geometry
import Imposition
import Testing

@Suite("Printer profiles")
struct PrinterProfileTests {
    private func measurement(_ paper: String, _ width: Double, _ height: Double) -> PrinterMeasurement {
        PrinterMeasurement(
            paper: paper, sheet: Size(width: .mm(width), height: .mm(height)), flip: .short, date: "2026-11-23",
            readings: Readings(
                places: ["A": .init(across: 20.3, down: nil), "B": .init(across: 20, down: 19.9)],
                ruler: .init(across: 179.5, down: nil)),
            fronts: FrontScale(x: 0.997, y: 1),
            backs: Distortion(
                offsetX: .mm(1.25), offsetY: .mm(-0.5), angle: 0.25, scaleX: 1.001, scaleY: 0.999, skew: -0.01))
    }

    @Test("what is written is read back, and the same text is written again")
    func file() throws {
        var profile = PrinterProfile(name: "kitchen \"hp\"", backs: .same)
        profile.keep(measurement("A4", 210, 297))
        profile.keep(measurement("Letter", 215.9, 279.4))
        let read = try PrinterProfile(file: "p.json", bytes: Array(profile.text.utf8))
        #expect(read.text == profile.text)
        #expect(read.name == profile.name)
        #expect(read.backs == .same)
        #expect(read.measurements.count == 2)
        #expect(read.measurements[0].readings == profile.measurements[0].readings)
        #expect(read.measurement(for: Size(width: .mm(210.3), height: .mm(297)))?.match == .same)
        #expect(read.flip(paper: "letter") == .short)
        #expect(PrinterProfile(name: "new").flip(paper: "A4") == nil)
    }

    @Test("a sheet measured anew takes the place of the older one")
    func replaced() {
        var profile = PrinterProfile(name: "p")
        profile.keep(measurement("A4", 210, 297))
        profile.keep(measurement("A4", 297, 210))
        var newer = measurement("A4", 210.2, 297)
        newer.flip = .long
        profile.keep(newer)
        #expect(profile.measurements.count == 2)
        #expect(profile.flip(paper: "A4") == .long)
    }

    @Test("a file of someone else's is checked: place, field, range, spelling")
    func broken() throws {
        let text = """
            {"version": 1, "name": "x", "baks": "same", "measurements": [
             {"paper": "A4", "sheet_mm": [210], "duplex": "none", "readings": {"A": 3},
              "fronts": {"scale": [0.5, 1]}, "backs": {"offset_mm": [1, 2], "angle_degrees": 90, "scale": [1, 1]}}]}
            """
        let error = #expect(throws: DiagnosticError.self) {
            try PrinterProfile(file: "x.json", bytes: Array(text.utf8))
        }
        let lines = try #require(error).diagnostics.map(\.description)
        for part in [
            "did you mean 'backs'?", "x.json:2:", "sheet_mm", "duplex", "readings.A", "scale", "angle_degrees",
        ] {
            #expect(lines.contains { $0.contains(part) }, "\(part)")
        }
    }
}
