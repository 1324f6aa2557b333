import DisplayList
import Geometry
import Imposition
import Testing

@Suite("What is printed beside the cards")
struct MarginItemTests {
    static let classic = Size.mm(63, 88)

    private func line(_ item: Item) -> (Point, Point)? {
        guard case .path(let painted) = item, painted.path.segments.count == 2,
            case .move(let start) = painted.path.segments[0], case .line(let end) = painted.path.segments[1]
        else { return nil }
        return (start, end)
    }

    @Test("nine cards on A4 have sixteen marks of 5 mm, beyond the bleed")
    func marks() throws {
        let plan = try SheetPlan(SheetRequest(paper: Samples.paper("A4"), card: Self.classic))
        let lines = plan.marks.compactMap(line)
        #expect(lines.count == 16)
        let bottom = lines.filter { $0.0.y > .mm(283) && $0.0.x.isClose(to: $0.1.x) }
        #expect(bottom.count == 4)
        for (index, mark) in bottom.enumerated() {
            #expect(mark.0.x.isClose(to: .mm(10.5 + 63 * Double(index))))
            #expect(mark.0.y.isClose(to: .mm(283.5)))
            #expect(mark.1.y.isClose(to: .mm(288.5)))
        }
        // On the left 2.5 mm are left of 10.5 mm after 3 mm of bleed and 5 mm of margin.
        let left = lines.filter { $0.0.y.isClose(to: $0.1.y) && $0.1.x < .mm(20) }
        #expect(left.count == 4)
        #expect(left.allSatisfy { $0.0.x.isClose(to: .mm(7.5)) && $0.1.x.isClose(to: .mm(5)) })
    }

    @Test("cards with a gap have a mark for each of their two cuts")
    func marksWithGap() throws {
        let plan = try SheetPlan(
            SheetRequest(
                paper: Samples.paper("A4"), orientation: .portrait, card: Self.classic, bleed: .mm(1), gap: .mm(2)))
        #expect(plan.columns == 3)
        #expect(plan.rows == 3)
        #expect(plan.marks.count == 2 * 6 + 2 * 6)
    }

    @Test("both sides carry the same marks, and a plan without marks none")
    func sides() throws {
        var request = SheetRequest(paper: try Samples.paper("A4"), card: Self.classic)
        let plan = try SheetPlan(request)
        #expect(plan.marks(for: .front) == plan.marks(for: .back))
        request.hasMarks = false
        request.hasSlug = false
        request.hasRuler = false
        let bare = try SheetPlan(request)
        #expect(bare.marks.isEmpty)
        #expect(bare.slug == nil)
        #expect(bare.ruler == nil)
        #expect(bare.omissions.isEmpty)
    }

    @Test("the slug line stands level under the cards of A4 and upright beside those of Letter")
    func slug() throws {
        let a4 = try SheetPlan(SheetRequest(paper: Samples.paper("A4"), card: Self.classic))
        let below = try #require(a4.slug)
        #expect(below.quarterTurns == 0)
        #expect(below.area.minX.isClose(to: .mm(10.5)))
        #expect(below.area.width.isClose(to: .mm(189)))
        #expect(below.area.maxY.isClose(to: .mm(292)))
        #expect(below.area.height.isClose(to: .mm(3)))
        let letter = try SheetPlan(SheetRequest(paper: Samples.paper("Letter"), card: Self.classic))
        let beside = try #require(letter.slug)
        #expect(beside.quarterTurns == 3)
        #expect(beside.area.minX.isClose(to: .mm(5)))
        #expect(beside.area.width.isClose(to: .mm(3)))
        #expect(beside.area.height.isClose(to: .mm(86)))
    }

    @Test("the ruler is 50 mm long, with a tick a millimetre", arguments: ["A4", "Letter", "10x15", "A5"])
    func ruler(_ paper: String) throws {
        let plan = try SheetPlan(SheetRequest(paper: Samples.paper(paper), card: Self.classic))
        let ruler = try #require(plan.ruler)
        guard case .path(let painted) = ruler.items.first else {
            Issue.record("the ruler is no path")
            return
        }
        var lengths: [Length] = []
        var start = Point.zero
        for segment in painted.path.segments {
            switch segment {
            case .move(let point): start = point
            case .line(let point): lengths.append(max(abs(point.x - start.x), abs(point.y - start.y)))
            case .curve, .close: Issue.record("a ruler has straight lines only")
            }
        }
        #expect(lengths.count == 52)
        #expect(lengths[0].isClose(to: .mm(50)))
        #expect(lengths[1...].filter { $0.isClose(to: .mm(2.5)) }.count == 6)
        #expect(lengths[1...].filter { $0.isClose(to: .mm(1.75)) }.count == 5)
        #expect(lengths[1...].filter { $0.isClose(to: .mm(1)) }.count == 40)
    }

    @Test("cards that fill the sheet leave no room, and the plan says so")
    func noRoom() throws {
        let plan = try SheetPlan(
            SheetRequest(paper: Samples.paper("A4"), margins: .zero, card: .mm(105, 148)))
        #expect(plan.cardsPerSheet == 4)
        #expect(plan.omissions == [.marks, .slug, .ruler])
        #expect(
            plan.omissions.map(\.description) == [
                "the cards fill the sheet: there is no room for crop marks beside them",
                "the cards fill the sheet: there is no room for the line that names deck and page",
                "the cards fill the sheet: there is no room for the 50 mm ruler",
            ])
    }

    private func abs(_ length: Length) -> Length { length < .zero ? -length : length }
}
