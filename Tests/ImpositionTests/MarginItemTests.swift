import DisplayList
import Geometry
import Imposition
import Testing

@Suite("What is printed beside the cards")
struct MarginItemTests {
    static let classic = Size.mm(63, 88)

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
