import DisplayList
import Geometry
import Imposition
import Testing

@Suite("Sheets of cards")
struct SheetPlanTests {
    struct Expected: Sendable, CustomTestStringConvertible {
        var paper: String
        var orientation: Orientation = .automatic
        var card: Size
        var gap: Length = .zero
        var margin: Length = .mm(5)
        var columns: Int
        var rows: Int
        var sheet: Size
        var isTurned = false
        /// The first card's trim, top left.
        var x: Double
        var y: Double

        var testDescription: String { "\(paper) \(orientation) \(card.width.millimetres) × \(card.height.millimetres)" }
    }

    static let classic = Size.mm(63, 88)
    static let large = Size.mm(105, 148)
    static let mini = Size.mm(44, 63)

    @Test(
        "hold as many cards as fit, centred",
        arguments: [
            Expected(paper: "A4", card: classic, columns: 3, rows: 3, sheet: .mm(210, 297), x: 10.5, y: 16.5),
            Expected(paper: "A4", card: large, columns: 2, rows: 1, sheet: .mm(297, 210), x: 43.5, y: 31),
            Expected(
                paper: "A4", orientation: .portrait, card: large, columns: 1, rows: 2, sheet: .mm(210, 297),
                isTurned: true, x: 31, y: 43.5),
            Expected(paper: "A4", card: large, margin: .zero, columns: 2, rows: 2, sheet: .mm(210, 297), x: 0, y: 0.5),
            Expected(paper: "A4", card: mini, columns: 6, rows: 3, sheet: .mm(297, 210), x: 16.5, y: 10.5),
            Expected(
                paper: "A4", card: classic, gap: .mm(6), columns: 4, rows: 2, sheet: .mm(297, 210), x: 13.5, y: 14),
            Expected(
                paper: "Letter", card: classic, columns: 3, rows: 3, sheet: Size(width: .mm(215.9), height: .mm(279.4)),
                x: 13.45, y: 7.7),
            Expected(paper: "10x15", card: classic, columns: 2, rows: 1, sheet: .mm(150, 100), x: 12, y: 6),
            Expected(
                paper: "10x15", orientation: .landscape, card: classic, columns: 2, rows: 1, sheet: .mm(150, 100),
                x: 12,
                y: 6),
            Expected(paper: "A3", card: classic, columns: 6, rows: 3, sheet: .mm(420, 297), x: 21, y: 16.5),
            Expected(paper: "A5", card: classic, columns: 2, rows: 2, sheet: .mm(148, 210), x: 11, y: 17),
        ])
    func numbers(_ expected: Expected) throws {
        let plan = try SheetPlan(
            SheetRequest(
                paper: Samples.paper(expected.paper), orientation: expected.orientation,
                margins: Insets(all: expected.margin), card: expected.card, gap: expected.gap))
        #expect(plan.columns == expected.columns)
        #expect(plan.rows == expected.rows)
        #expect(plan.cardsPerSheet == expected.columns * expected.rows)
        #expect(plan.sheetSize.width.isClose(to: expected.sheet.width))
        #expect(plan.sheetSize.height.isClose(to: expected.sheet.height))
        #expect(plan.isCardTurned == expected.isTurned)
        let first = try #require(plan.page(0, faces: 1).placements.first)
        #expect(first.trim.minX.isClose(to: .mm(expected.x)))
        #expect(first.trim.minY.isClose(to: .mm(expected.y)))
    }

    @Test(
        "count sheets and pages",
        arguments: [
            (0, 0, 0, 0), (1, 1, 2, 1), (9, 1, 2, 1), (10, 2, 4, 2), (900, 100, 200, 100), (-3, 0, 0, 0),
        ])
    func counts(faces: Int, sheets: Int, duplexPages: Int, simplexPages: Int) throws {
        var request = SheetRequest(paper: try Samples.paper("A4"), card: Self.classic)
        #expect(try SheetPlan(request).sheetCount(faces: faces) == sheets)
        #expect(try SheetPlan(request).pageCount(faces: faces) == duplexPages)
        request.flip = .none
        #expect(try SheetPlan(request).pageCount(faces: faces) == simplexPages)
    }

    @Test("survive absurd counts and pages that are not there")
    func absurd() throws {
        let plan = try SheetPlan(
            SheetRequest(paper: Samples.paper("10x15"), orientation: .portrait, card: Self.classic, canTurnCards: false)
        )
        #expect(plan.pageCount(faces: .max) == .max)
        #expect(plan.page(-1, faces: 3).placements.isEmpty)
        #expect(plan.page(6, faces: 3).placements.isEmpty)
        #expect(plan.page(.max, faces: .max).placements.count <= 1)
    }

    @Test("put the first back in the mirrored place, in numbers")
    func firstBack() throws {
        var request = SheetRequest(paper: try Samples.paper("A4"), card: Self.classic)
        // Long edge of a portrait sheet: the same row, the other end, upright.
        var back = try #require(try SheetPlan(request).page(1, faces: 9).placements.first)
        #expect(back.cell == Cell(row: 0, column: 2))
        #expect(back.transform.a == 1)
        #expect(back.transform.tx.isClose(to: .mm(136.5)))
        #expect(back.transform.ty.isClose(to: .mm(16.5)))
        // Short edge: the same column, the other end, upside down; the face's origin is the trim's lower right corner.
        request.flip = .short
        back = try #require(try SheetPlan(request).page(1, faces: 9).placements.first)
        #expect(back.cell == Cell(row: 2, column: 0))
        #expect(back.transform.a == -1)
        #expect(back.transform.d == -1)
        #expect(back.transform.tx.isClose(to: .mm(73.5)))
        #expect(back.transform.ty.isClose(to: .mm(280.5)))
    }

    @Test("let colour run into the bleed, but not into neighbours or the unprintable edge")
    func clips() throws {
        let letter = try SheetPlan(SheetRequest(paper: Samples.paper("Letter"), card: Self.classic))
        let corner = try #require(letter.page(0, faces: 9).placements.first)
        #expect(corner.clip.minX.isClose(to: corner.trim.minX - .mm(3)))
        // 2.7 mm of paper can be printed on above the cards: 1.3 mm are for the crop marks.
        #expect(corner.clip.minY.isClose(to: .mm(6.3)))
        #expect(corner.clip.maxX.isClose(to: corner.trim.maxX))
        #expect(corner.clip.maxY.isClose(to: corner.trim.maxY))
        let apart = try SheetPlan(SheetRequest(paper: Samples.paper("A4"), card: Self.classic, gap: .mm(4)))
        let first = try #require(apart.page(0, faces: 9).placements.first)
        #expect(first.clip.maxX.isClose(to: first.trim.maxX + .mm(2)))
    }

    @Test("plan 100,000 cards in far less than a second")
    func speed() throws {
        let plan = try SheetPlan(SheetRequest(paper: Samples.paper("A4"), card: Self.classic))
        var placed = 0
        let time = ContinuousClock().measure {
            for page in 0..<plan.pageCount(faces: 100_000) {
                placed += plan.page(page, faces: 100_000).placements.count
            }
        }
        #expect(placed == 200_000)
        #expect(time < .seconds(5), "a debug build on a busy machine is given five")
    }
}
