import Calibration
import Foundation
import Geometry
import Imposition
import Testing

@Suite("Backs of a crooked printer lie behind their fronts once it is measured")
struct RegistrationTests {
    static let papers = [
        Paper(name: "A3", size: Size(width: .mm(297), height: .mm(420))),
        Paper(name: "A4", size: Size(width: .mm(210), height: .mm(297))),
        Paper(name: "A5", size: Size(width: .mm(148), height: .mm(210))),
        Paper(name: "Letter", size: Size(width: .inches(8.5), height: .inches(11))),
        Paper(name: "Legal", size: Size(width: .inches(8.5), height: .inches(14))),
        Paper(name: "Tabloid", size: Size(width: .inches(11), height: .inches(17))),
        Paper(name: "10x15", size: Size(width: .mm(100), height: .mm(150))),
        Paper(name: "square", size: Size(width: .mm(210), height: .mm(210))),
    ]
    static let flips = [DuplexFlip.long, .short]
    static let card = Size(width: .mm(63), height: .mm(88))

    /// The largest distance on paper between a corner of a card's front and what is printed behind it, over all cards of a sheet; millimetres.
    private func misregistration(
        _ printer: SimulatedPrinter, _ plan: SheetPlan, _ correction: SheetCorrection
    ) throws -> (apart: Double, size: Double) {
        let (sheet, flip) = (plan.sheetSize, plan.request.flip)
        let pages = plan.pages(ofSheet: 0)
        var (apart, size) = (0.0, 0.0)
        func distance(_ a: Point, _ b: Point) -> Double { hypot((a.x - b.x).millimetres, (a.y - b.y).millimetres) }
        for (front, back) in zip(pages[0].placements, pages[1].placements) {
            #expect(front.face == back.face)
            let corners = [(Length.zero, Length.zero), (Self.card.width, .zero), (.zero, Self.card.height)]
            let seen = corners.map { x, y in
                printer.front(correction.front.apply(to: front.transform.apply(to: Point(x: x, y: y))), sheet)
            }
            for ((x, y), place) in zip(corners, seen) {
                // A card is turned over sideways.
                let behind = back.transform.apply(to: Point(x: Self.card.width - x, y: y))
                apart = max(apart, distance(place, printer.back(correction.back.apply(to: behind), sheet, flip)))
            }
            size = max(
                size, abs(distance(seen[0], seen[1]) - Self.card.width.millimetres),
                abs(distance(seen[0], seen[2]) - Self.card.height.millimetres))
        }
        return (apart, size)
    }

    private func measured(
        _ printer: SimulatedPrinter, _ paper: Paper, _ sheet: Size, _ flip: DuplexFlip, isRounded: Bool
    ) throws -> PrinterProfile {
        let layout = try #require(CalibrationLayout(sheet: sheet))
        let readings = printer.readings(layout, flip, isRounded: isRounded)
        let fit = try PrinterFit(readings, layout: layout)
        var profile = PrinterProfile(name: "crooked")
        profile.keep(
            PrinterMeasurement(
                paper: paper.name, sheet: sheet, flip: flip, date: nil, readings: readings, fronts: fit.fronts,
                backs: fit.backs))
        // As it is kept in the file.
        return try PrinterProfile(file: "crooked.json", bytes: Array(profile.text.utf8))
    }

    /// The worst of many printers on sheets held either way: uncorrected, and with a profile.
    private func worst(
        _ paper: Paper, _ flip: DuplexFlip, degrees: Double, scale: Double, isRounded: Bool
    ) throws -> (before: Double, after: Double, size: Double) {
        var dice = Dice(UInt64(paper.size.height.points) + (flip == .long ? 0 : 1))
        var worst = (before: 0.0, after: 0.0, size: 0.0)
        for orientation in [Orientation.portrait, .landscape] {
            let plan = try SheetPlan(
                SheetRequest(
                    paper: paper, orientation: orientation, margins: .zero, card: Self.card, bleed: .zero, flip: flip),
                counts: [9])
            for _ in 0..<40 {
                let printer = SimulatedPrinter.crooked(&dice, degrees: degrees, scale: scale)
                let profile = try measured(printer, paper, plan.sheetSize, flip, isRounded: isRounded)
                let (measurement, match) = try #require(profile.measurement(for: plan.sheetSize))
                #expect(match == .same)
                let correction = measurement.correction(sheet: plan.sheetSize, flip: flip)
                let found = try misregistration(printer, plan, correction)
                worst.before = max(worst.before, try misregistration(printer, plan, .none).apart)
                worst.after = max(worst.after, found.apart)
                worst.size = max(worst.size, found.size)
            }
        }
        return worst
    }

    @Test("to 0.05 mm, however crooked the printer, where scales are read well", arguments: papers, flips)
    func exact(_ paper: Paper, _ flip: DuplexFlip) throws {
        let worst = try worst(paper, flip, degrees: 1, scale: 0.04, isRounded: false)
        #expect(worst.before > 3)
        #expect(worst.after < 0.05)
        // Cards have their true size.
        #expect(worst.size < 0.02)
    }

    @Test("to 0.2 mm where the scales of an ordinary bad printer are read to a tenth", arguments: papers, flips)
    func rounded(_ paper: Paper, _ flip: DuplexFlip) throws {
        let worst = try worst(paper, flip, degrees: 0.4, scale: 0.005, isRounded: true)
        #expect(worst.before > 1.5)
        #expect(worst.after < 0.2)
    }

    @Test("on a sheet held the other way, and on another paper, the offset goes with the paper's path")
    func otherSheets() throws {
        let (a4, flip) = (Self.papers[1], DuplexFlip.long)
        let printer = SimulatedPrinter(back: .init(offset: (1.2, -0.7), degrees: 0.3, scale: (1.002, 0.997)))
        let profile = try measured(printer, a4, a4.size, flip, isRounded: false)
        let letter = Self.papers[3]
        let (measurement, match) = try #require(profile.measurement(for: letter.size))
        #expect(match == .otherPaper)
        let plan = try SheetPlan(
            SheetRequest(paper: letter, orientation: .portrait, card: Self.card, flip: flip), counts: [9])
        let correction = measurement.correction(sheet: letter.size, flip: flip)
        #expect(try misregistration(printer, plan, correction).apart < 0.05)

        // The driver turns a page that lies a quarter against the clock; the paper's path stays.
        let lying = a4.size.turned
        #expect(try #require(profile.measurement(for: lying)).match == .turned)
        let turned = measurement.correction(sheet: lying, flip: .long)
        func onPaper(_ point: Point) -> Point { Point(x: point.y, y: lying.width - point.x) }
        for (x, y) in [(20.0, 30.0), (270, 30), (150, 190)] {
            let place = Point(x: .mm(x), y: .mm(y))
            // Turned over its long edge, a page that lies is turned about the level axis.
            let behind = Point(x: place.x, y: lying.height - place.y)
            let front = printer.front(onPaper(turned.front.apply(to: place)), a4.size)
            // The same edge of the paper: the driver turns the back so that it stands right.
            let seen = printer.back(onPaper(turned.back.apply(to: behind)), a4.size, .long)
            #expect(abs((front.x - seen.x).millimetres) < 0.02)
            #expect(abs((front.y - seen.y).millimetres) < 0.02)
        }
    }

    @Test("a printer without faults leaves pages as they are")
    func straight() throws {
        let a4 = Self.papers[1]
        let profile = try measured(SimulatedPrinter(), a4, a4.size, .long, isRounded: true)
        let (measurement, _) = try #require(profile.measurement(for: a4.size))
        #expect(measurement.correction(sheet: a4.size, flip: .long) == .none)
    }
}
