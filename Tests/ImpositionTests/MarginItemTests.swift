import DisplayList
import Geometry
import Imposition
import Testing

@Suite("What is printed beside the cards")
struct MarginItemTests {
    static let classic = Size.mm(63, 88)

    @Test("both sides carry the same marks, fronts alone if so asked, and a plan without marks none")
    func sides() throws {
        var request = SheetRequest(paper: try Samples.paper("A4"), card: Self.classic)
        let sheet = try #require(try SheetPlan(request, counts: [9]).sheet(0))
        #expect(sheet.front.marks.count == 16)
        let back = try #require(sheet.back)
        // A centred grid is its own mirror image.
        for mark in back.marks {
            #expect(sheet.front.marks.contains { $0.from.isClose(to: mark.from) && $0.to.isClose(to: mark.to) })
        }
        request.hasMarksOnBacks = false
        #expect(try SheetPlan(request, counts: [9]).sheet(0)?.back?.marks.isEmpty == true)
        request.marks = .none
        request.hasSlug = false
        request.hasRuler = false
        let bare = try #require(try SheetPlan(request, counts: [9]).sheet(0)?.front)
        #expect(bare.marks.isEmpty)
        #expect(bare.slug == nil)
        #expect(bare.ruler == nil)
        #expect(bare.omissions.isEmpty)
    }

    @Test(
        "corner marks stand between cards that are apart, clear of the bleed; hairlines reach the edge of what prints")
    func styles() throws {
        var request = SheetRequest(
            paper: try Samples.paper("A4"), orientation: .portrait, card: Self.classic, gap: .mm(10))
        func marks(_ style: MarkStyle) throws -> [Mark] {
            request.marks = style
            return try #require(try SheetPlan(request, counts: [4]).sheet(0)).front.marks
        }
        let crop = try marks(.crop)
        let corners = try marks(.corners)
        let plan = try SheetPlan(request, counts: [4])
        let inner = plan.sheet(0)?.layout.area ?? Rect(origin: .zero, size: .zero)
        #expect(crop.allSatisfy { !inner.contains(Rect(origin: $0.from, size: .zero)) })
        #expect(corners.count { inner.contains(Rect(origin: $0.from, size: .zero)) } > 10)
        let lines = try marks(.lines)
        #expect(lines.contains { $0.to.y.isClose(to: .mm(5)) })
        #expect(lines.contains { $0.to.x.isClose(to: .mm(205)) })
    }

    @Test("folds are dashed, and are not cut where front and back touch")
    func folds() throws {
        var request = SheetRequest(paper: try Samples.paper("A4"), card: Self.classic)
        request.fold = Fold()
        let touching = try #require(try SheetPlan(request, counts: [4]).sheet(0))
        let folds = touching.front.marks.filter { $0.purpose == .fold }
        #expect(!folds.isEmpty)
        for fold in folds {
            for cut in touching.front.marks where cut.purpose == .cut {
                #expect(!(cut.from.isClose(to: fold.from) && cut.to.isClose(to: fold.to)))
            }
        }
        #expect(touching.back == nil)
        for case .path(let painted) in folds.map(\.item) { #expect(painted.stroke?.dashes.isEmpty == false) }
    }

    @Test("the ruler is 50 mm long, with a tick a millimetre", arguments: ["A4", "Letter", "10x15", "A5"])
    func ruler(_ paper: String) throws {
        let plan = try SheetPlan(SheetRequest(paper: Samples.paper(paper), card: Self.classic), counts: [1])
        let ruler = try #require(plan.sheet(0)?.front.ruler)
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
            SheetRequest(paper: Samples.paper("A4"), margins: .zero, card: .mm(105, 148)), counts: [4])
        #expect(plan.cardsPerSheet == 4)
        let omissions = try #require(plan.sheet(0)).front.omissions
        #expect(omissions == [.marks, .slug, .ruler])
        #expect(
            omissions.map(\.description) == [
                "the cards fill the sheet: there is no room for crop marks on all sides of them",
                "the cards fill the sheet: there is no room for the line that names deck and page",
                "the cards fill the sheet: there is no room for the 50 mm ruler",
            ])
    }

    private func abs(_ length: Length) -> Length { length < .zero ? -length : length }
}
