internal import Geometry

/// The waste around the cards and what is printed there: crop marks, slug line, ruler.
struct Surroundings {
    let marks: [Mark]
    private let request: SheetRequest
    private let lanes: [Lane]
    /// Whether cuts across and cuts along are both marked somewhere.
    private let hasMarksOnBothAxes: Bool

    init(_ layout: SheetLayout, printable: Rect, request: SheetRequest) {
        self.request = request
        // Without bleed a mark still keeps off the card: a cut a hair too far out must not leave it there.
        let least = request.bleed > .zero ? Length.zero : .mm(1)
        let (level, upright) = (max(layout.outerBleed.level, least), max(layout.outerBleed.upright, least))
        let inner = layout.area.inset(by: Insets(top: -upright, left: -level, bottom: -upright, right: -level))
        let strips = Edge.allCases.map { Strip(edge: $0, inner: inner, printable: printable) }
        let cuts = CutLines(layout: layout)
        var marks: [Mark] = []
        var outer: [Lane] = []
        var between: [Lane] = []
        for strip in strips {
            let mark = strip.markLength(request.marks)
            if mark > .zero {
                let lines =
                    switch strip.edge {
                    case .top: cuts.across(0)
                    case .bottom: cuts.across(layout.shelves.count - 1)
                    case .left, .right: cuts.along
                    }
                marks += lines.map { strip.mark(at: $0.at, length: mark, purpose: $0.purpose) }
            }
            let extent = Surroundings.extent(along: strip.edge, layout, printable: printable, request: request)
            let taken = mark > .zero ? mark + .mm(0.2) : .zero
            outer.append(strip.lane(from: extent.start, to: extent.end, thickness: strip.thickness - taken))
            if mark > .zero {
                for (start, end) in Surroundings.faces(along: strip.edge, layout) {
                    between.append(strip.lane(from: start + .mm(1), to: end - .mm(1), thickness: strip.thickness))
                }
            }
        }
        hasMarksOnBothAxes =
            marks.contains { $0.from.x.isClose(to: $0.to.x) } && marks.contains { $0.from.y.isClose(to: $0.to.y) }
        self.marks = marks + cuts.inner(request.marks)
        lanes = outer + between
    }

    /// What lies along an edge between two marks.
    private static func faces(along edge: Edge, _ layout: SheetLayout) -> [(start: Length, end: Length)] {
        func trims(_ shelf: Range<Int>) -> [Rect] {
            shelf.flatMap { [layout.slots[$0].front.trim, layout.slots[$0].foldedBack?.trim].compactMap(\.self) }
        }
        return switch edge {
        case .top: trims(layout.shelves[0]).map { ($0.minX, $0.maxX) }
        case .bottom: trims(layout.shelves[layout.shelves.count - 1]).map { ($0.minX, $0.maxX) }
        case .left, .right:
            layout.shelves.flatMap { shelf in
                let slot = layout.slots[shelf.lowerBound]
                return [slot.front.trim, slot.foldedBack?.trim].compactMap(\.self).map { ($0.minY, $0.maxY) }
            }
        }
    }

    /// What a lane along an edge may take up: the cards' own width or height, so that text lines up with them, or all of a narrow sheet's width.
    ///
    /// Lanes along the left and right edges never reach those along the other two.
    /// Where a cutting machine looks for its marks there is nothing else.
    private static func extent(
        along edge: Edge, _ layout: SheetLayout, printable: Rect, request: SheetRequest
    ) -> (start: Length, end: Length) {
        let extent = extent(along: edge, grid: layout.area, printable: printable)
        guard request.registration != nil,
            let length = RegistrationMarks.length(clearing: layout.area, on: layout.sheetSize)
        else { return extent }
        let corner = RegistrationMarks.inset + length + RegistrationMarks.cardDistance
        let side = edge.isLevel ? layout.sheetSize.width : layout.sheetSize.height
        return (max(extent.start, corner), min(extent.end, side - corner))
    }

    private static func extent(along edge: Edge, grid: Rect, printable: Rect) -> (start: Length, end: Length) {
        if !edge.isLevel { return (max(grid.minY, printable.minY), min(grid.maxY, printable.maxY)) }
        return grid.width >= .mm(100)
            ? (max(grid.minX, printable.minX), min(grid.maxX, printable.maxX)) : (printable.minX, printable.maxX)
    }

    /// Slug and ruler in the first lanes that hold them: the whole of an edge beyond the marks before a gap between two marks.
    func fitted() -> (Slug?, Ruler?, [Omission]) {
        var omissions: [Omission] = []
        if request.marks != .none, !hasMarksOnBothAxes { omissions.append(.marks) }
        var free = lanes.filter { $0.thickness > .zero && $0.length > .zero }
        var slug: Slug?
        var ruler: Ruler?
        if request.hasSlug {
            if let lane = free.first(where: { $0.thickness >= Slug.thickness && $0.length >= Slug.shortest }) {
                // Two lanes may be the same paper seen twice: beyond the marks, and between two of them.
                let others = free.filter { !$0.area.overlaps(lane.slug.area) }
                if request.hasRuler, !others.contains(where: { $0.rulerForm != nil }), let form = lane.rulerForm,
                    lane.length - form.length - Lane.spacing >= Slug.shortest
                {
                    let (first, rest) = lane.split(after: form.length)
                    free = [first]
                    slug = rest.slug
                } else {
                    free = others
                    slug = lane.slug
                }
            } else {
                omissions.append(.slug)
            }
        }
        if request.hasRuler {
            if let lane = free.first(where: { $0.rulerForm != nil }), let form = lane.rulerForm {
                ruler = Ruler(form: form, turns: lane.turns, frame: lane.frame(thickness: form.thickness))
            } else {
                omissions.append(.ruler)
            }
        }
        // Nobody expects them on stock, whose waste is narrow.
        return (slug, ruler, request.stock == nil ? omissions : omissions.filter { $0 == .marks })
    }
}

/// An edge of the sheet, in the order in which slug and ruler look for room.
private enum Edge: CaseIterable {
    case bottom, top, left, right

    var isLevel: Bool { self == .top || self == .bottom }
}

/// The printable paper between the cards with their bleed and one edge.
private struct Strip {
    let edge: Edge
    /// Its border on the cards' side, and the direction away from them.
    private let inside: Length
    private let outwards: Double
    let thickness: Length

    init(edge: Edge, inner: Rect, printable: Rect) {
        self.edge = edge
        switch edge {
        case .bottom: (inside, outwards, thickness) = (inner.maxY, 1, printable.maxY - inner.maxY)
        case .top: (inside, outwards, thickness) = (inner.minY, -1, inner.minY - printable.minY)
        case .left: (inside, outwards, thickness) = (inner.minX, -1, inner.minX - printable.minX)
        case .right: (inside, outwards, thickness) = (inner.maxX, 1, printable.maxX - inner.maxX)
        }
    }

    /// 5 mm; down to 3 mm where that leaves a slug line's room beyond; what there is in a narrow strip, but no stump under 1 mm.
    /// Hairlines run as far as the printer reaches.
    func markLength(_ style: MarkStyle) -> Length {
        guard style != .none, thickness + .tolerance >= CutLines.least else { return .zero }
        if style == .lines { return thickness }
        let lane = Slug.thickness + .mm(0.2)
        if thickness >= lane + .mm(3) { return min(CutLines.longest, thickness - lane) }
        return min(CutLines.longest, thickness)
    }

    func mark(at cut: Length, length: Length, purpose: Mark.Purpose) -> Mark {
        let end = inside + length * outwards
        return edge.isLevel
            ? Mark(from: Point(x: cut, y: inside), to: Point(x: cut, y: end), purpose: purpose)
            : Mark(from: Point(x: inside, y: cut), to: Point(x: end, y: cut), purpose: purpose)
    }

    /// The outermost part of the strip, along a piece of the edge.
    func lane(from start: Length, to end: Length, thickness part: Length) -> Lane {
        let far = inside + thickness * outwards
        let near = far - part * outwards
        let (low, high) = (min(near, far), max(near, far))
        return switch edge {
        case .bottom, .top:
            Lane(area: Rect(x: start, y: low, width: end - start, height: high - low), edge: edge, thickness: part)
        case .left, .right:
            Lane(area: Rect(x: low, y: start, width: high - low, height: end - start), edge: edge, thickness: part)
        }
    }
}

/// A free rectangle in the waste, along one edge of the sheet.
private struct Lane {
    var area: Rect
    let edge: Edge
    /// Across the edge; negative where there is nothing.
    let thickness: Length

    static let spacing = Length.mm(3)

    var length: Length { edge.isLevel ? area.width : area.height }

    /// Text stands on the sheet's bottom or, along the sides, with its feet towards the cards.
    var turns: Int {
        switch edge {
        case .bottom, .top: 0
        case .left: 3
        case .right: 1
        }
    }

    /// The slimmer form of a ruler that fits.
    var rulerForm: Ruler.Form? {
        Ruler.Form.allCases.first { thickness + .tolerance >= $0.thickness && length + .tolerance >= $0.length }
    }

    var slug: Slug {
        let frame = frame(thickness: Slug.thickness)
        let area = frame.apply(to: Rect(x: .zero, y: .zero, width: length, height: Slug.thickness))
        return Slug(area: area, quarterTurns: turns)
    }

    /// From coordinates of a piece this thick at the paper's edge, x along the text and y downwards as the text stands, to the page's.
    func frame(thickness part: Length) -> Transform {
        let start =
            switch edge {
            case .top: area.origin
            case .bottom: Point(x: area.minX, y: area.maxY - part)
            case .left: Point(x: area.minX, y: area.maxY)
            case .right: Point(x: area.maxX, y: area.minY)
            }
        return Transform.quarterTurns(turns).then(.translation(start))
    }

    /// The lane's first piece, and what is left after a little space.
    func split(after length: Length) -> (Lane, Lane) {
        let gap = Lane.spacing
        var (first, rest) = (self, self)
        // Text along the left edge runs upwards: its first piece is the lower one.
        switch edge {
        case .bottom, .top:
            first.area.size.width = length
            rest.area.origin.x += length + gap
            rest.area.size.width -= length + gap
        case .right:
            first.area.size.height = length
            rest.area.origin.y += length + gap
            rest.area.size.height -= length + gap
        case .left:
            first.area.origin.y += area.height - length
            first.area.size.height = length
            rest.area.size.height -= length + gap
        }
        return (first, rest)
    }
}
