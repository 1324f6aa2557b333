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
        #expect(try SheetPlan(request, counts: [faces]).sheetCount == sheets)
        #expect(try SheetPlan(request, counts: [faces]).pageCount == duplexPages)
        request.flip = .none
        #expect(try SheetPlan(request, counts: [faces]).pageCount == simplexPages)
    }

    @Test("survive absurd counts and pages that are not there")
    func absurd() throws {
        var request = SheetRequest(paper: try Samples.paper("10x15"), orientation: .portrait, card: Self.classic)
        request.canTurnCards = false
        let plan = try SheetPlan(request, counts: [.max])
        #expect(plan.pageCount == .max)
        #expect(plan.page(-1) == nil)
        #expect(plan.page(.max) == nil)
        #expect(plan.page(.max - 1)?.placements.count == 1)
        let small = try SheetPlan(request, counts: [3])
        #expect(small.page(5)?.placements.count == 1)
        #expect(small.page(6) == nil)
    }

    @Test("the first free place is where the first sheet goes on; skipped places stay empty on all")
    func places() throws {
        var request = SheetRequest(paper: try Samples.paper("A4"), card: Self.classic)
        request.used = [1, 2, 3]
        request.skipped = [5]
        let plan = try SheetPlan(request, counts: [14])
        func cells(_ sheet: Int) -> [Int] {
            plan.pages(ofSheet: sheet)[0].placements.map { $0.cell.row * 3 + $0.cell.column + 1 }
        }
        #expect(cells(0) == [4, 6, 7, 8, 9])
        #expect(cells(1) == [1, 2, 3, 4, 6, 7, 8, 9])
        #expect(cells(2) == [1])
        #expect(plan.sheetCount == 3)
    }

    @Test("by hand: all fronts, then the backs in the order of the pile")
    func passes() throws {
        var request = SheetRequest(paper: try Samples.paper("A4"), card: Self.classic)
        request.passes = .apart(.reversed)
        let reversed = try SheetPlan(request, counts: [20])
        #expect((0..<6).compactMap { reversed.page($0)?.side } == [.front, .front, .front, .back, .back, .back])
        #expect((0..<6).compactMap { reversed.page($0)?.sheetIndex } == [0, 1, 2, 2, 1, 0])
        request.passes = .apart(.same)
        let same = try SheetPlan(request, counts: [20])
        #expect((0..<6).compactMap { same.page($0)?.sheetIndex } == [0, 1, 2, 0, 1, 2])
    }

    @Test("a row of turned cards is added where it gains a card, and never where it does not")
    func turning() throws {
        var request = SheetRequest(paper: try Samples.paper("A4"), orientation: .portrait, card: .mm(61, 109))
        // Two rows of three fill 218 mm of 287: 7 mm for marks leave 62 for one on its side.
        #expect(try SheetPlan(request, counts: [7]).cardsPerSheet == 7)
        // What one grid holds on as many sheets stays on one grid.
        #expect(try SheetPlan(request, counts: [6]).cardsPerSheet == 6)
        #expect(try SheetPlan(request, counts: [12]).cardsPerSheet == 6)
        request.formats[0].size = .mm(63, 110)
        #expect(try SheetPlan(request, counts: [7]).cardsPerSheet == 6)
        request.formats[0].size = .mm(61, 109)
        request.canTurnCards = false
        #expect(try SheetPlan(request, counts: [7]).cardsPerSheet == 6)
    }

    @Test("several sizes take no more sheets together than apart, and fewer where rests fit together")
    func ganging() throws {
        let formats = [Size.mm(63, 88), .mm(44, 63), .mm(105, 148)].map { CardFormat(size: $0, bleed: .mm(3)) }
        func sheets(_ counts: [Int], _ formats: [CardFormat]) throws -> Int {
            try SheetPlan(SheetRequest(paper: Samples.paper("A4"), formats: formats), counts: counts).sheetCount
        }
        var gains = 0
        for counts in [[9, 16, 2], [4, 7, 1], [10, 20, 3], [31, 5, 2], [1, 1, 1], [2, 30, 0]] {
            let together = try sheets(counts, formats)
            let apart = try zip(counts, formats).reduce(0) { $0 + (try sheets([$1.0], [$1.1])) }
            #expect(together <= apart, "\(counts)")
            if together < apart { gains += 1 }
        }
        #expect(gains >= 3)
    }

    @Test("let colour run into the bleed, but not into neighbours or the unprintable edge")
    func clips() throws {
        let letter = try SheetPlan(SheetRequest(paper: Samples.paper("Letter"), card: Self.classic), counts: [9])
        let corner = try #require(letter.page(0)?.placements.first)
        #expect(corner.clip.minX.isClose(to: corner.trim.minX - .mm(3)))
        // 2.7 mm of paper can be printed on above the cards: 1.3 mm are for the crop marks.
        #expect(corner.clip.minY.isClose(to: .mm(6.3)))
        #expect(corner.clip.maxX.isClose(to: corner.trim.maxX))
        #expect(corner.clip.maxY.isClose(to: corner.trim.maxY))
        let apart = try SheetPlan(
            SheetRequest(paper: Samples.paper("A4"), card: Self.classic, gap: .mm(4)), counts: [9])
        let first = try #require(apart.page(0)?.placements.first)
        #expect(first.clip.maxX.isClose(to: first.trim.maxX + .mm(2)))
    }

    @Test("plan 100,000 cards in far less than a second", arguments: CardOrder.allCases)
    func speed(_ order: CardOrder) throws {
        var request = SheetRequest(paper: try Samples.paper("A4"), card: Self.classic)
        request.order = order
        var placed = 0
        let time = try ContinuousClock().measure {
            let plan = try SheetPlan(request, counts: [100_000])
            for page in 0..<plan.pageCount { placed += plan.page(page)?.placements.count ?? 0 }
        }
        #expect(placed == 200_000)
        #expect(time < .seconds(5), "a debug build on a busy machine is given five")
    }
}
