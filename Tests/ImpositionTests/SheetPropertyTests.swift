import DisplayList
import Geometry
import Imposition
import Testing

@Suite("On every paper, held either way, with any card")
struct SheetPropertyTests {
    @Test("cards lie apart, inside the printable area, round the sheet's centre", arguments: Samples.papers)
    func layout(_ paper: Paper) {
        let plans = Samples.plans(for: paper) + Samples.gangs(for: paper)
        #expect(plans.count > 100)
        for plan in plans {
            for sheet in Set([0, plan.sheetCount - 1]) {
                for page in plan.pages(ofSheet: sheet) { expectApart(page, plan) }
            }
            for sheet in plan.sheets {
                let area = sheet.layout.area
                expect(area.midX.isClose(to: plan.sheetSize.width / 2), plan, "off centre")
                expect(area.midY.isClose(to: plan.sheetSize.height / 2), plan, "off centre")
            }
        }
    }

    private func expectApart(_ page: PagePlan, _ plan: SheetPlan) {
        for (index, placement) in page.placements.enumerated() {
            expect(plan.printable.contains(placement.clip), plan, "ink in the margin")
            expect(placement.clip.contains(placement.trim), plan, "clip cuts the card")
            let card = Rect(origin: .zero, size: size(of: placement.face, plan))
            let mapped = placement.transform.apply(to: card)
            expect(mapped.contains(placement.trim) && placement.trim.contains(mapped), plan, "transform misses trim")
            for other in page.placements[(index + 1)...] {
                expect(!placement.trim.overlaps(other.trim), plan, "cards overlap")
                expect(!placement.clip.overlaps(other.clip), plan, "bleeds overlap")
            }
        }
    }

    /// The size that a card's number stands for: those of the first size come first.
    private func size(of face: Int, _ plan: SheetPlan) -> Size {
        var rest = face
        for (format, count) in zip(plan.request.formats, plan.counts) {
            if rest < count { return format.size }
            rest -= count
        }
        return .zero
    }

    @Test(
        "places are counted alike on both sides, and lie behind one another against the light",
        arguments: Samples.papers)
    func places(_ paper: Paper) {
        for plan in Samples.plans(for: paper) {
            let fronts = plan.places(ofSheet: 0, .front)
            expect(fronts.map(\.number) == Array(1...plan.cardsPerSheet), plan, "places are not counted through")
            expect(
                Set(fronts.compactMap(\.face)) == Set(plan.faces(onSheet: 0)), plan, "a card has no place")
            guard plan.hasBackPages, let turn = plan.request.flip.seenThrough(plan.sheetSize) else { continue }
            let backs = plan.places(ofSheet: 0, .back)
            for (front, back) in zip(fronts, backs) {
                expect(front.number == back.number && front.face == back.face, plan, "places differ")
                guard let trim = front.front?.trim, let behind = back.back?.trim else {
                    expect(false, plan, "a place has no side")
                    continue
                }
                let seen = turn.apply(to: behind)
                expect(trim.contains(seen) && seen.contains(trim), plan, "a back lies elsewhere")
            }
        }
    }

    @Test("one more column or row would not fit", arguments: Samples.papers)
    func fullest(_ paper: Paper) {
        for plan in Samples.plans(for: paper) {
            let layout = plan.sheets[0].layout
            let margins = plan.request.margins
            let slots = layout.slots
            let width = layout.area.width + plan.request.gap + (slots.map(\.piece.width).min() ?? .zero)
            let height = layout.area.height + plan.request.gap + (slots.map(\.piece.height).min() ?? .zero)
            expect(width + max(margins.left, margins.right) * 2 > plan.sheetSize.width, plan, "a column is missing")
            // Below a row that is turned the next would need space for its marks.
            let isMixed = Set(slots.map { $0.front.turns % 2 }).count > 1
            expect(
                isMixed || height + max(margins.top, margins.bottom) * 2 > plan.sheetSize.height, plan,
                "a row is missing")
        }
    }

    @Test(
        "each card stands once on a front and once on a back, and is found again by its number",
        arguments: Samples.papers)
    func onceEach(_ paper: Paper) {
        for plan in Samples.plans(for: paper) + Samples.gangs(for: paper) {
            var seen: [Side: [Int]] = [:]
            for index in 0..<plan.pageCount {
                guard let page = plan.page(index) else { continue }
                expect(page.index == index, plan, "a page does not know its place")
                for placement in page.placements {
                    seen[placement.side, default: []].append(placement.face)
                    expect(
                        plan.placements(of: placement.face).contains {
                            $0.page.index == index && $0.placement == placement
                        },
                        plan, "a card is not found where it lies")
                }
            }
            let all = Array(0..<plan.faceCount)
            expect(seen[.front]?.sorted() == all, plan, "fronts")
            expect(seen[.back]?.sorted() == (plan.printsBacks ? all : nil), plan, "backs")
            for sheet in 0..<plan.sheetCount {
                expect(plan.pages(ofSheet: sheet).map(\.sheetIndex).allSatisfy { $0 == sheet }, plan, "sheet number")
                expect(
                    plan.faces(onSheet: sheet)
                        == plan.pages(ofSheet: sheet)[0].placements.filter { $0.side == .front }.map(\.face), plan,
                    "cards of a sheet")
            }
        }
    }

    /// Turns the paper over in thought: about the edge that the flip names, then looks through it from the front. Folds it, where it is folded.
    @Test("every back lies behind its front and is upright when the card is turned sideways", arguments: Samples.papers)
    func turning(_ paper: Paper) {
        for plan in Samples.plans(for: paper) + Samples.gangs(for: paper) where plan.printsBacks {
            let (width, height) = (plan.sheetSize.width, plan.sheetSize.height)
            let isLongEdgeUpright = height >= width
            let turnsAboutUprightEdge = (plan.request.flip == .long) == isLongEdgeUpright
            for face in 0..<plan.faceCount {
                let places = plan.placements(of: face).map(\.placement)
                guard let front = places.first(where: { $0.side == .front }),
                    let back = places.first(where: { $0.side == .back })
                else {
                    expect(false, plan, "front or back missing")
                    continue
                }
                func seenFromFront(_ point: Point) -> Point {
                    guard plan.request.fold != nil else {
                        return turnsAboutUprightEdge
                            ? Point(x: width - point.x, y: point.y) : Point(x: point.x, y: height - point.y)
                    }
                    // The fold lies half-way between the two.
                    return front.trim.minY.isClose(to: back.trim.minY)
                        ? Point(x: front.trim.midX + back.trim.midX - point.x, y: point.y)
                        : Point(x: point.x, y: front.trim.midY + back.trim.midY - point.y)
                }
                let card = size(of: face, plan)
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

    /// Cuts the pile through and puts the small piles on one another in reading order, the first on top.
    @Test("cut and stacked, a pile has the cards in their order", arguments: Samples.papers)
    func stacks(_ paper: Paper) {
        for plan in Samples.plans(for: paper) where plan.request.order == .stacks {
            var piles: [Cell: [Int]] = [:]
            for sheet in 0..<plan.sheetCount {
                for placement in plan.pages(ofSheet: sheet)[0].placements where placement.side == .front {
                    piles[placement.cell, default: []].append(placement.face)
                }
            }
            let stacked = piles.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }.flatMap(\.value)
            expect(stacked == Array(0..<plan.faceCount), plan, "the pile is out of order")
        }
    }

    @Test("marks, slug line and ruler keep out of cards, margins and each other's way", arguments: Samples.papers)
    func waste(_ paper: Paper) {
        var fitted = 0
        for plan in Samples.plans(for: paper) + Samples.gangs(for: paper) {
            for sheet in Set([0, plan.sheetCount - 1]) {
                for page in plan.pages(ofSheet: sheet) {
                    guard let planned = plan.sheet(sheet) else { continue }
                    fitted += expectClear(planned, page, plan)
                }
            }
        }
        #expect(fitted > 0)
    }

    /// How many of slug line and ruler there are.
    private func expectClear(_ sheet: PlannedSheet, _ page: PagePlan, _ plan: SheetPlan) -> Int {
        let waste = sheet.waste(page.side)
        // A full sheet's cards, also where this one is partial.
        let faces = sheet.layout.slots.flatMap { [$0.front, $0.foldedBack].compactMap(\.self) }
        let clips = page.side == .front ? faces.map(\.clip) : page.placements.map(\.clip)
        let marks = waste.marks.map { Rect(origin: $0.from, size: .zero).union(Rect(origin: $0.to, size: .zero)) }
        var areas: [Rect] = []
        if let slug = waste.slug { areas.append(slug.area) }
        if let ruler = waste.ruler {
            areas += [ruler.area, ruler.labelArea]
            for bounds in ruler.items.flatMap(Self.bounds) {
                expect(ruler.area.contains(bounds), plan, "ruler leaves its area")
            }
        }
        for thing in marks + areas {
            expect(plan.printable.contains(thing), plan, "ink in the margin")
            for clip in clips { expect(!clip.touches(thing), plan, "ink on a card") }
        }
        for (index, area) in areas.enumerated() {
            if plan.request.marks != .lines {
                for mark in marks { expect(!area.touches(mark), plan, "text on a mark") }
            }
            for other in areas[(index + 1)...] { expect(!area.overlaps(other), plan, "slug and ruler overlap") }
        }
        let trims = page.side == .front ? faces.map(\.trim) : page.placements.map(\.trim)
        for (mark, line) in zip(waste.marks, marks) {
            let length = max(line.width, line.height)
            expect(length >= .mm(0.999), plan, "mark of \(length.millimetres) mm")
            guard mark.purpose == .cut, page.side == .front else { continue }
            let isOnCut =
                line.width < line.height
                ? trims.contains { $0.minX.isClose(to: line.minX) || $0.maxX.isClose(to: line.minX) }
                : trims.contains { $0.minY.isClose(to: line.minY) || $0.maxY.isClose(to: line.minY) }
            expect(isOnCut, plan, "mark beside the cut")
        }
        expect((waste.slug == nil) == waste.omissions.contains(.slug), plan, "slug lost silently")
        expect((waste.ruler == nil) == waste.omissions.contains(.ruler), plan, "ruler lost silently")
        let upright = marks.contains { $0.width < $0.height }
        let level = marks.contains { $0.width > $0.height }
        expect(upright && level || waste.omissions.contains(.marks), plan, "marks lost silently")
        return areas.count
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
            Issue.record("\(what): \(plan.request), \(plan.counts)", sourceLocation: location)
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
