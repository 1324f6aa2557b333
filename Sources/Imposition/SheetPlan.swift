public import DisplayList
public import Geometry

/// How cards lie on sheets: one centred grid, the same on each page, and from a page's number what lies on it.
///
/// A plan is arithmetic over card numbers; its size does not depend on how many cards are printed.
public struct SheetPlan: Hashable, Sendable {
    public let request: SheetRequest
    /// The page's size, after orientation.
    public let sheetSize: Size
    /// Whether cards lie on their side, their top towards the right.
    public let isCardTurned: Bool
    /// Where the printer can print.
    public let printable: Rect
    /// Crop marks of a full sheet, in the page's coordinates; the same on fronts and backs, because a centred grid is its own mirror image. On each page all of them, so that a pile can be cut at once.
    public let marks: [Item]
    /// Where the slug line goes; nil where none is wanted or none fits, see ``omissions``.
    public let slug: Slug?
    /// The ruler; nil where none is wanted or none fits, see ``omissions``.
    public let ruler: Ruler?
    /// What was wanted and has no room outside the cards.
    public let omissions: [Omission]

    private let grid: SheetGrid
    private let outerBleed: OuterBleed

    /// Plans the sheets. Throws ``SheetError`` where a size is no usable number or not one card fits.
    public init(_ request: SheetRequest) throws(SheetError) {
        try request.validate()
        let portrait = request.paper.size
        let layouts: [Layout]
        switch request.orientation {
        case .automatic:
            layouts = [Layout(request, portrait, turned: false), Layout(request, portrait.turned, turned: false)]
        case .portrait: layouts = Layout.upright(and: request.canTurnCards, request, portrait)
        case .landscape: layouts = Layout.upright(and: request.canTurnCards, request, portrait.turned)
        }
        // The first of those that hold most.
        guard
            let best = layouts.max(by: { $0.grid.count < $1.grid.count }).flatMap({ most in
                layouts.first { $0.grid.count == most.grid.count }
            }), best.grid.count > 0
        else { throw SheetError.cardDoesNotFit(request) }

        self.request = request
        sheetSize = best.sheet
        isCardTurned = best.isTurned
        grid = best.grid
        printable = Rect(origin: .zero, size: best.sheet).inset(by: request.margins)
        outerBleed = OuterBleed(grid: best.grid.area, printable: printable, request: request)
        let surroundings = Surroundings(
            grid: best.grid, printable: printable, bleed: outerBleed, request: request)
        marks = surroundings.marks
        (slug, ruler, omissions) = surroundings.fitted()
    }

    public var columns: Int { grid.columns }
    public var rows: Int { grid.rows }
    public var cardsPerSheet: Int { grid.count }
    /// Around the trims of all cards of a full sheet.
    public var gridArea: Rect { grid.area }
    /// Whether sheets have backs.
    public var hasBacks: Bool { request.flip != .none }

    /// The crop marks of a page; see ``marks`` for why both sides carry the same.
    public func marks(for side: Side) -> [Item] { marks }

    /// Sheets of paper for this many cards.
    public func sheetCount(faces: Int) -> Int {
        let (full, rest) = max(0, faces).quotientAndRemainder(dividingBy: cardsPerSheet)
        return rest == 0 ? full : full + 1
    }

    /// Pages for this many cards: a front and, unless only fronts are printed, a back for each sheet.
    public func pageCount(faces: Int) -> Int {
        let sheets = sheetCount(faces: faces)
        let (pages, overflow) = sheets.multipliedReportingOverflow(by: hasBacks ? 2 : 1)
        return overflow ? .max : pages
    }

    /// What lies on a page, counted from 0: front of sheet 1, its back, front of sheet 2 … A page past the end is empty.
    public func page(_ index: Int, faces: Int) -> PagePlan {
        let sides = hasBacks ? 2 : 1
        let sheet = max(0, index) / sides
        let side: Side = hasBacks && index % 2 != 0 ? .back : .front
        guard index >= 0, index < pageCount(faces: faces) else {
            return PagePlan(side: side, sheetIndex: sheet, placements: [])
        }
        let first = sheet * cardsPerSheet
        let count = min(cardsPerSheet, faces - first)
        let placements = (0..<count).map { offset in
            let cell = Cell(row: offset / columns, column: offset % columns)
            return placement(face: first + offset, frontCell: cell, side: side)
        }
        return PagePlan(side: side, sheetIndex: sheet, placements: placements)
    }

    /// Where the card that has `frontCell` on the front of a sheet lies on one of its sides; see ``TurnAxis`` for the reasoning.
    private func placement(face: Int, frontCell: Cell, side: Side) -> Placement {
        var cell = frontCell
        var turns = isCardTurned ? 1 : 0
        if side == .back, let axis = request.flip.axis(of: sheetSize) {
            turns = axis.backTurns(turns)
            switch axis {
            case .vertical: cell.column = columns - 1 - cell.column
            case .horizontal: cell.row = rows - 1 - cell.row
            }
        }
        let trim = grid.trim(cell)
        let turn = Transform.quarterTurns(turns)
        let turned = turn.apply(to: Rect(origin: .zero, size: request.card))
        return Placement(
            face: face, cell: cell, transform: turn.then(.translation(trim.origin - turned.origin)), trim: trim,
            clip: clip(of: trim, cell))
    }

    private func clip(of trim: Rect, _ cell: Cell) -> Rect {
        let inwards = min(request.bleed, request.gap / 2)
        let grown = trim.inset(
            by: Insets(
                top: -(cell.row == 0 ? outerBleed.upright : inwards),
                left: -(cell.column == 0 ? outerBleed.level : inwards),
                bottom: -(cell.row == rows - 1 ? outerBleed.upright : inwards),
                right: -(cell.column == columns - 1 ? outerBleed.level : inwards)))
        // The trim always stays whole, also where rounding puts it a hair outside the printable area.
        let left = min(trim.minX, max(grown.minX, printable.minX))
        let top = min(trim.minY, max(grown.minY, printable.minY))
        let right = max(trim.maxX, min(grown.maxX, printable.maxX))
        let bottom = max(trim.maxY, min(grown.maxY, printable.maxY))
        return Rect(x: left, y: top, width: right - left, height: bottom - top)
    }
}

/// One way to lay cards on a sheet.
private struct Layout {
    let sheet: Size
    let isTurned: Bool
    let grid: SheetGrid

    init(_ request: SheetRequest, _ sheet: Size, turned: Bool) {
        self.sheet = sheet
        isTurned = turned
        grid = SheetGrid(
            card: turned ? request.card.turned : request.card, sheet: sheet, margins: request.margins,
            gap: request.gap)
    }

    static func upright(and turned: Bool, _ request: SheetRequest, _ sheet: Size) -> [Layout] {
        let upright = Layout(request, sheet, turned: false)
        return turned ? [upright, Layout(request, sheet, turned: true)] : [upright]
    }
}
