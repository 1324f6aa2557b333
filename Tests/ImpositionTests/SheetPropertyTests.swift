import DisplayList
import Geometry
import Imposition
import Testing

@Suite("On every paper, held either way, with any card")
struct SheetPropertyTests {
    @Test("cards lie apart, inside the printable area, round the sheet's centre", arguments: Samples.papers)
    func layout(_ paper: Paper) {
        let plans = Samples.plans(for: paper)
        #expect(plans.count > 100)
        for plan in plans {
            let full = plan.page(0, faces: plan.cardsPerSheet).placements
            for (index, placement) in full.enumerated() {
                expect(plan.printable.contains(placement.trim), plan, "trim in the margin")
                expect(plan.printable.contains(placement.clip), plan, "ink in the margin")
                expect(placement.clip.contains(placement.trim), plan, "clip cuts the card")
                let card = Rect(origin: .zero, size: plan.request.card)
                let mapped = placement.transform.apply(to: card)
                expect(
                    mapped.contains(placement.trim) && placement.trim.contains(mapped), plan, "transform misses trim")
                for other in full[(index + 1)...] {
                    expect(!placement.trim.overlaps(other.trim), plan, "cards overlap")
                    expect(!placement.clip.overlaps(other.clip), plan, "bleeds overlap")
                }
            }
            let around = full.dropFirst().reduce(full[0].trim) { $0.union($1.trim) }
            expect(around.midX.isClose(to: plan.sheetSize.width / 2), plan, "off centre")
            expect(around.midY.isClose(to: plan.sheetSize.height / 2), plan, "off centre")
        }
    }

    @Test("one more column or row would not fit", arguments: Samples.papers)
    func fullest(_ paper: Paper) {
        for plan in Samples.plans(for: paper) {
            let cell = plan.isCardTurned ? plan.request.card.turned : plan.request.card
            let margins = plan.request.margins
            let width = plan.gridArea.width + plan.request.gap + cell.width + max(margins.left, margins.right) * 2
            let height = plan.gridArea.height + plan.request.gap + cell.height + max(margins.top, margins.bottom) * 2
            expect(width > plan.sheetSize.width, plan, "a column is missing")
            expect(height > plan.sheetSize.height, plan, "a row is missing")
        }
    }

    @Test("each card stands once on a front and once on a back", arguments: Samples.papers)
    func onceEach(_ paper: Paper) {
        for plan in Samples.plans(for: paper) {
            let faces = plan.cardsPerSheet * 2 + 1
            var seen: [Side: [Int]] = [:]
            for index in 0..<plan.pageCount(faces: faces) {
                let page = plan.page(index, faces: faces)
                seen[page.side, default: []] += page.placements.map(\.face)
                expect(page.sheetIndex == index / (plan.hasBacks ? 2 : 1), plan, "sheet number")
            }
            expect(seen[.front] == Array(0..<faces), plan, "fronts")
            expect(seen[.back] == (plan.hasBacks ? Array(0..<faces) : nil), plan, "backs")
        }
    }

    /// Turns the paper over in thought: about the edge that the flip names, then looks through it from the front.
    @Test("every back lies behind its front and is upright when the card is turned sideways", arguments: Samples.papers)
    func turning(_ paper: Paper) {
        for plan in Samples.plans(for: paper) where plan.hasBacks {
            let (width, height) = (plan.sheetSize.width, plan.sheetSize.height)
            let isLongEdgeUpright = height >= width
            let turnsAboutUprightEdge = (plan.request.flip == .long) == isLongEdgeUpright
            func seenFromFront(_ point: Point) -> Point {
                turnsAboutUprightEdge ? Point(x: width - point.x, y: point.y) : Point(x: point.x, y: height - point.y)
            }
            // A partial sheet shows that nothing counts on a full one.
            let faces = plan.cardsPerSheet + (plan.cardsPerSheet + 1) / 2
            for sheet in 0..<plan.sheetCount(faces: faces) {
                let fronts = plan.page(sheet * 2, faces: faces).placements
                let backs = plan.page(sheet * 2 + 1, faces: faces).placements
                expect(fronts.count == backs.count, plan, "front or back missing")
                for (front, back) in zip(fronts, backs) {
                    expect(front.face == back.face, plan, "another card's back")
                    let card = plan.request.card
                    // What is x from the left on the front lies x from the right on the back, at the same height.
                    for (x, y) in [(0.0, 0.0), (1, 0), (0, 1), (0.25, 0.1)] {
                        let onFront = Point(x: card.width * x, y: card.height * y)
                        let onBack = Point(x: card.width * (1 - x), y: card.height * y)
                        let behind = seenFromFront(back.transform.apply(to: onBack))
                        expect(behind.isClose(to: front.transform.apply(to: onFront)), plan, "back is not behind front")
                    }
                }
            }
        }
    }

    @Test("marks, slug line and ruler keep out of cards, margins and each other's way", arguments: Samples.papers)
    func waste(_ paper: Paper) {
        var fitted = 0
        for plan in Samples.plans(for: paper) {
            let clips = plan.page(0, faces: plan.cardsPerSheet).placements.map(\.clip)
            let marks = plan.marks.flatMap(Self.bounds)
            var areas: [Rect] = []
            if let slug = plan.slug { areas.append(slug.area) }
            if let ruler = plan.ruler {
                areas += [ruler.area, ruler.labelArea]
                for bounds in ruler.items.flatMap(Self.bounds) {
                    expect(ruler.area.contains(bounds), plan, "ruler leaves its area")
                }
            }
            fitted += areas.count
            for thing in marks + areas {
                expect(plan.printable.contains(thing), plan, "ink in the margin")
                for clip in clips { expect(!clip.touches(thing), plan, "ink on a card") }
            }
            for (index, area) in areas.enumerated() {
                for mark in marks { expect(!area.touches(mark), plan, "text on a mark") }
                for other in areas[(index + 1)...] { expect(!area.overlaps(other), plan, "slug and ruler overlap") }
            }
            for mark in marks {
                let length = max(mark.width, mark.height)
                expect(length >= .mm(0.999) && length <= .mm(5.001), plan, "mark of \(length.millimetres) mm")
                let cuts = clipsCuts(plan)
                let isOnCut =
                    mark.width < mark.height
                    ? cuts.x.contains { $0.isClose(to: mark.minX) } : cuts.y.contains { $0.isClose(to: mark.minY) }
                expect(isOnCut, plan, "mark beside the cut")
            }
            expect((plan.slug == nil) == plan.omissions.contains(.slug), plan, "slug lost silently")
            expect((plan.ruler == nil) == plan.omissions.contains(.ruler), plan, "ruler lost silently")
            expect(plan.marks.isEmpty == plan.omissions.contains(.marks), plan, "marks lost silently")
        }
        #expect(fitted > 0)
    }

    private func clipsCuts(_ plan: SheetPlan) -> (x: [Length], y: [Length]) {
        let trims = plan.page(0, faces: plan.cardsPerSheet).placements.map(\.trim)
        return (trims.flatMap { [$0.minX, $0.maxX] }, trims.flatMap { [$0.minY, $0.maxY] })
    }

    private static func bounds(_ item: Item) -> [Rect] {
        guard case .path(let painted) = item else { return [] }
        let points = painted.path.segments.flatMap { segment -> [Point] in
            switch segment {
            case .move(let point), .line(let point): [point]
            case .curve(let first, let second, let third): [first, second, third]
            case .close: []
            }
        }
        guard let first = points.first else { return [] }
        return [points.reduce(Rect(origin: first, size: .zero)) { $0.union(Rect(origin: $1, size: .zero)) }]
    }

    /// A failed expectation with the request that led there; cheap where it holds, for it is asked a million times.
    private func expect(
        _ condition: Bool, _ plan: SheetPlan, _ what: String, _ location: SourceLocation = #_sourceLocation
    ) {
        if !condition {
            Issue.record("\(what): \(plan.request), \(plan.columns) × \(plan.rows)", sourceLocation: location)
        }
    }
}

extension Rect {
    /// As `overlaps`, also for lines, which have no area.
    fileprivate func touches(_ other: Rect) -> Bool {
        let slack = Length.tolerance
        return other.minX < maxX - slack && minX < other.maxX - slack + (other.width == .zero ? slack * 2 : .zero)
            && other.minY < maxY - slack && minY < other.maxY - slack + (other.height == .zero ? slack * 2 : .zero)
    }
}
