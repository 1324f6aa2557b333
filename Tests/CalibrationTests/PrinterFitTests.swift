import Calibration
import Diagnostics
import Geometry
import Imposition
import Testing

@Suite("What readings say of a printer")
struct PrinterFitTests {
    static let sheet = Size(width: .mm(210), height: .mm(297))
    private let layout: CalibrationLayout
    private let printer = SimulatedPrinter(
        front: .init(scale: (0.996, 0.993)), back: .init(offset: (1.3, -0.6), degrees: 0.4, scale: (0.998, 0.991)))

    init() throws {
        layout = try #require(CalibrationLayout(sheet: Self.sheet))
    }

    private var readings: Readings { printer.readings(layout, .long, isRounded: true) }

    @Test("offset, angle and scales come out as the printer has them, in words too")
    func result() throws {
        let fit = try PrinterFit(readings, layout: layout)
        // Seen from the front, the back's right is left and its clockwise is the other way round.
        #expect(abs(fit.backs.offsetX.millimetres - -1.3) < 0.08)
        #expect(abs(fit.backs.offsetY.millimetres - -0.6) < 0.08)
        #expect(abs(fit.backs.angle - -0.4) < 0.05)
        #expect(abs(fit.backs.scaleX - 0.998 / 0.996) < 0.001)
        #expect(abs(fit.backs.scaleY - 0.991 / 0.993) < 0.001)
        #expect(abs(fit.fronts.x - 0.996) < 0.002)
        #expect(abs(fit.fronts.y - 0.993) < 0.002)
        #expect(fit.warnings.isEmpty)
        #expect(fit.largestResidual < 0.1)
        let words = fit.sentences.joined(separator: "\n")
        #expect(words.contains("mm too far left and 0."))
        #expect(words.contains("anticlockwise"))
    }

    @Test("one place or one number that cannot be read is no matter", arguments: ["A", "B", "C", "D", "E"])
    func missing(_ name: String) throws {
        let whole = try PrinterFit(readings, layout: layout).backs
        var less = readings
        less.places[name] = nil
        let fit = try PrinterFit(less, layout: layout)
        for (x, y) in [(30.0, 30.0), (180, 30), (30, 270), (180, 270)] {
            let place = Point(x: .mm(x), y: .mm(y))
            let (a, b) = (
                whole.transform(sheet: Self.sheet).apply(to: place),
                fit.backs.transform(sheet: Self.sheet).apply(to: place)
            )
            #expect(abs((a.x - b.x).millimetres) < 0.2)
            #expect(abs((a.y - b.y).millimetres) < 0.2)
        }
        var half = readings
        half.places[name]?.down = nil
        #expect(try PrinterFit(half, layout: layout).warnings.isEmpty)
    }

    @Test(
        "a reading that does not match the others is named, left out, and told what would",
        arguments: ["A", "B", "C", "D", "E"], [ReadingScale.Axis.across, .down])
    func odd(_ name: String, _ axis: ReadingScale.Axis) throws {
        let right = try PrinterFit(readings, layout: layout)
        var wrong = readings
        let value = try #require(wrong.places[name]?[axis])
        wrong.places[name]?[axis] = value + 3
        let fit = try PrinterFit(wrong, layout: layout)
        let warning = try #require(fit.warnings.first)
        #expect(fit.warnings.count == 1)
        #expect(warning.message.hasPrefix("reading \(name) does not match the others"))
        #expect(warning.message.contains(axis.rawValue))
        #expect(abs((fit.backs.offsetX - right.backs.offsetX).millimetres) < 0.1)
        #expect(abs((fit.backs.offsetY - right.backs.offsetY).millimetres) < 0.1)
    }

    @Test("readings that fit nothing, that are too few, or that no printer makes, are refused with a hint")
    func refused() throws {
        var wild = readings
        wild.places["A"]?.across = 3
        wild.places["B"]?.down = 37
        wild.places["D"]?.across = 9
        var few = readings
        few.places["A"] = nil
        few.places["C"] = nil
        few.places["E"] = nil
        var turned = Readings()
        for (name, pair) in [("A", (2.0, 36.0)), ("B", (2, 4)), ("C", (38, 36)), ("D", (38, 4))] {
            turned.places[name] = Readings.Pair(across: pair.0, down: pair.1)
        }
        for (readings, words) in [
            (wild, "do not fit together"), (few, "so few readings"), (turned, "which no printer does"),
        ] {
            let error = #expect(throws: DiagnosticError.self) { try PrinterFit(readings, layout: layout) }
            #expect(error?.diagnostics.first?.message.contains(words) == true)
            #expect(error?.diagnostics.first?.hint != nil)
        }
    }

    @Test("a page that was made to fit is told from a printer that prints a little small")
    func fitToPage() throws {
        let shrunk = SimulatedPrinter(front: .init(scale: (0.96, 0.96)), back: .init(scale: (0.96, 0.96)))
        let fit = try PrinterFit(shrunk.readings(layout, .short, isRounded: true), layout: layout)
        #expect(fit.warnings.count == 1)
        #expect(fit.warnings[0].hint?.contains("100 %") == true)
    }

    @Test("scales lie apart, inside the sheet, and show their middle where nothing is wrong")
    func layouts() throws {
        for paper in RegistrationTests.papers {
            for sheet in [paper.size, paper.size.turned] {
                let layout = try #require(CalibrationLayout(sheet: sheet))
                let paperArea = Rect(origin: .zero, size: sheet).inset(by: .mm(6.4))
                let areas = layout.places.map(\.area)
                for (index, area) in areas.enumerated() {
                    #expect(paperArea.contains(area))
                    let panels = layout.panels.filter { $0.width > .zero && $0.height > .zero }
                    for other in areas[..<index] + panels[...] { #expect(!area.overlaps(other)) }
                }
                let straight = SimulatedPrinter().readings(layout, .long, isRounded: false)
                for place in layout.places {
                    let middle = Double(place.across.middle)
                    #expect(abs((straight.places[place.name]?.across ?? 0) - middle) < 1e-6)
                    #expect(abs((straight.places[place.name]?.down ?? 0) - middle) < 1e-6)
                }
            }
        }
        #expect(CalibrationLayout(sheet: Size(width: .mm(60), height: .mm(90))) == nil)
    }
}
