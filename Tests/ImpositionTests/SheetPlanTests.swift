import DisplayList
import Geometry
import Imposition
import Testing

@Suite("Sheets of cards")
struct SheetPlanTests {
    static let classic = Size.mm(63, 88)

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
