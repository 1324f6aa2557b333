public import Geometry

/// The places on one sheet of paper, in shelves: rows of places of one height, so that a sheet is cut into shelves first, then each shelf into cards.
public struct SheetLayout: Hashable, Sendable {
    /// A row of a sheet before it is known how far cards may bleed.
    public struct Row: Hashable, Sendable {
        var top: Length
        var cells: [PieceCell]
    }

    /// A piece and where its left edge lies.
    struct PieceCell: Hashable, Sendable {
        var left: Length
        var format: Int
        var piece: CardPiece
        var isTurned: Bool
    }

    public let sheetSize: Size
    /// In reading order.
    public let slots: [Slot]
    /// The slots of each shelf, from top to bottom.
    public let shelves: [Range<Int>]
    /// Around the trims of all places.
    public let area: Rect
    /// How far faces at the area's edge may bleed outwards.
    let outerBleed: OuterBleed

    /// Shelves whose cuts differ stand this far apart: room for their crop marks, 2 mm each, and ``innerBleed`` beside them.
    static let shelfGap = Length.mm(7)
    private static let innerBleed = Length.mm(1.5)

    /// Shelves of whole pieces, centred: an exact centre is its own mirror image, so that backs lie in the printable area whichever edge the paper is
    /// turned on.
    init(_ forms: [ShelfForm], sheet: Size, printable: Rect, request: SheetRequest) {
        var rows: [Row] = []
        var top = Length.zero
        for (index, form) in forms.enumerated() {
            if index > 0 {
                let previous = forms[index - 1]
                top += previous.cell.height + SheetLayout.gap(between: previous, form, request)
            }
            let width = form.cell.width * Double(form.columns) + request.gap * Double(form.columns - 1)
            let left = (sheet.width - width) / 2
            rows.append(
                Row(
                    top: top,
                    cells: (0..<form.columns).map { column in
                        PieceCell(
                            left: left + (form.cell.width + request.gap) * Double(column), format: form.format,
                            piece: form.piece, isTurned: form.isTurned)
                    }))
        }
        let height = top + (forms.last?.cell.height ?? .zero)
        let start = (sheet.height - height) / 2
        for index in rows.indices { rows[index].top += start }
        self.init(rows, sheet: sheet, printable: printable, request: request)
    }

    /// Any rows, from top to bottom, whose cells run from left to right and do not overlap.
    init(_ rows: [Row], sheet: Size, printable: Rect, request: SheetRequest) {
        sheetSize = sheet
        let pieces = rows.flatMap { row in row.cells.map { $0.rect(top: row.top) } }
        let area = pieces.dropFirst().reduce(pieces.first ?? Rect(origin: .zero, size: .zero)) { $0.union($1) }
        let outer = OuterBleed(grid: area, printable: printable, request: request)
        var slots: [Slot] = []
        slots.reserveCapacity(pieces.count)
        var shelves: [Range<Int>] = []
        for (number, row) in rows.enumerated() {
            let start = slots.count
            let above = number == 0 ? nil : rows[number - 1]
            let below = number + 1 == rows.count ? nil : rows[number + 1]
            for (column, cell) in row.cells.enumerated() {
                let rect = cell.rect(top: row.top)
                let bleed = request.formats[cell.format].bleed
                func outwards(_ outer: Length, _ room: Length) -> Length { min(bleed, max(outer, room)) }
                func inwards(_ distance: Length, sharesCuts: Bool) -> Length {
                    max(.zero, min(bleed, distance / 2, sharesCuts ? bleed : SheetLayout.innerBleed))
                }
                let left =
                    column == 0
                    ? outwards(outer.level, rect.minX - area.minX)
                    : inwards(rect.minX - row.cells[column - 1].rect(top: row.top).maxX, sharesCuts: true)
                let right =
                    column + 1 == row.cells.count
                    ? outwards(outer.level, area.maxX - rect.maxX)
                    : inwards(row.cells[column + 1].left - rect.maxX, sharesCuts: true)
                let top =
                    above.map { inwards(row.top - $0.bottom, sharesCuts: $0.sharesCuts(with: row)) }
                    ?? outwards(outer.upright, .zero)
                let bottom =
                    below.map { inwards($0.top - row.bottom, sharesCuts: $0.sharesCuts(with: row)) }
                    ?? outwards(outer.upright, .zero)
                slots.append(
                    cell.slot(
                        Cell(row: number, column: column), rect, printable: printable, bleed: bleed,
                        around: Insets(top: top, left: left, bottom: bottom, right: right)))
            }
            shelves.append(start..<slots.count)
        }
        self.slots = slots
        self.shelves = shelves
        self.area = area
        outerBleed = outer
    }

    /// The layout that lies behind it on the page's back, once the paper is turned.
    func behind(_ axis: TurnAxis, printable: Rect) -> SheetLayout {
        let mirrored = shelves.map { shelf in
            let slots = self.slots[shelf].map { slot in
                Slot(
                    cell: slot.cell, format: slot.format,
                    front: slot.front.behind(axis, on: sheetSize, printable: printable),
                    foldedBack: slot.foldedBack?.behind(axis, on: sheetSize, printable: printable))
            }
            return axis == .vertical ? slots.reversed() : slots
        }
        return SheetLayout(
            sheetSize: sheetSize, shelves: axis == .vertical ? mirrored : mirrored.reversed(),
            area: axis.mirrored(area, on: sheetSize), outerBleed: outerBleed)
    }

    init(sheetSize: Size, shelves: [[Slot]], area: Rect, outerBleed: OuterBleed) {
        self.sheetSize = sheetSize
        slots = shelves.flatMap(\.self)
        var start = 0
        self.shelves = shelves.map { shelf in
            defer { start += shelf.count }
            return start..<start + shelf.count
        }
        self.area = area
        self.outerBleed = outerBleed
    }

    static func gap(between first: ShelfForm, _ second: ShelfForm, _ request: SheetRequest) -> Length {
        first == second ? request.gap : max(request.gap, shelfGap)
    }

    /// Whether two shelves are cut across at the same places.
    func sharesCuts(_ first: Int, _ second: Int) -> Bool {
        let (a, b) = (shelves[first], shelves[second])
        return a.count == b.count
            && zip(a, b).allSatisfy { left, right in
                slots[left].piece.minX.isClose(to: slots[right].piece.minX)
                    && slots[left].piece.maxX.isClose(to: slots[right].piece.maxX)
            }
    }
}

extension SheetLayout.Row {
    fileprivate var bottom: Length { cells.map { $0.rect(top: top).maxY }.max() ?? top }

    fileprivate func sharesCuts(with other: SheetLayout.Row) -> Bool {
        cells.count == other.cells.count
            && zip(cells, other.cells).allSatisfy {
                $0.left.isClose(to: $1.left) && $0.size.width.isClose(to: $1.size.width)
            }
    }
}

extension SheetLayout.PieceCell {
    fileprivate var size: Size { isTurned ? piece.size.turned : piece.size }

    fileprivate func rect(top: Length) -> Rect { Rect(origin: Point(x: left, y: top), size: size) }

    /// - Parameter around: How far colour may run over each edge of the piece.
    func slot(_ cell: Cell, _ rect: Rect, printable: Rect, bleed: Length, around: Insets) -> Slot {
        let turns = isTurned ? 1 : 0
        let turn = Transform.quarterTurns(turns)
        let offset = rect.origin - turn.apply(to: Rect(origin: .zero, size: piece.size)).origin
        // Beside a fold there is nothing but its gutter.
        let gutter = piece.back.map { max($0.minX - piece.front.maxX, piece.front.minY - $0.maxY) } ?? .zero
        let inside = min(bleed, max(.zero, gutter / 2))
        func face(_ part: Rect, _ turns: Int) -> SlotFace {
            let trim = turn.apply(to: part).moved(by: offset)
            let grown = trim.inset(
                by: Insets(
                    top: -(trim.minY.isClose(to: rect.minY) ? around.top : inside),
                    left: -(trim.minX.isClose(to: rect.minX) ? around.left : inside),
                    bottom: -(trim.maxY.isClose(to: rect.maxY) ? around.bottom : inside),
                    right: -(trim.maxX.isClose(to: rect.maxX) ? around.right : inside)))
            return SlotFace(trim: trim, turns: turns, clip: grown).limited(to: printable)
        }
        return Slot(
            cell: cell, format: format, front: face(piece.front, turns),
            foldedBack: piece.back.map { face($0, (turns + piece.backTurns) % 4) })
    }
}
