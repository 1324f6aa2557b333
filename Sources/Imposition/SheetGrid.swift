internal import Geometry

/// Columns and rows of equal cells, centred on a sheet.
///
/// A grid in the exact centre is its own mirror image: backs lie behind fronts whichever edge the paper is turned on. So on each axis the wider of the two margins counts twice.
struct SheetGrid: Hashable, Sendable {
    let columns: Int
    let rows: Int
    /// A card's trim as it lies on the sheet.
    let cell: Size
    let gap: Length
    /// Around the trims of all cells.
    let area: Rect

    var count: Int { columns * rows }

    /// As many cells as fit; none where a margin or size is no usable number.
    init(card: Size, sheet: Size, margins: Insets, gap: Length) {
        columns = SheetGrid.count(card.width, gap, in: sheet.width - max(margins.left, margins.right) * 2)
        rows = SheetGrid.count(card.height, gap, in: sheet.height - max(margins.top, margins.bottom) * 2)
        cell = card
        self.gap = gap
        let size = Size(
            width: SheetGrid.extent(columns, card.width, gap), height: SheetGrid.extent(rows, card.height, gap))
        area = Rect(
            x: (sheet.width - size.width) / 2, y: (sheet.height - size.height) / 2,
            width: size.width, height: size.height)
    }

    func trim(_ cell: Cell) -> Rect {
        Rect(
            x: area.minX + (self.cell.width + gap) * Double(cell.column),
            y: area.minY + (self.cell.height + gap) * Double(cell.row),
            width: self.cell.width, height: self.cell.height)
    }

    /// Where a guillotine cuts across, from left to right; a cut that two neighbours share stands once.
    var columnCuts: [Length] { SheetGrid.cuts(columns, cell.width, gap, from: area.minX) }

    /// As ``columnCuts``, from top to bottom.
    var rowCuts: [Length] { SheetGrid.cuts(rows, cell.height, gap, from: area.minY) }

    private static func count(_ side: Length, _ gap: Length, in room: Length) -> Int {
        let count = (room + gap + .tolerance) / (side + gap)
        return count.isFinite && count >= 1 ? Int(min(count, 100_000)) : 0
    }

    private static func extent(_ count: Int, _ side: Length, _ gap: Length) -> Length {
        count == 0 ? .zero : side * Double(count) + gap * Double(count - 1)
    }

    private static func cuts(_ count: Int, _ side: Length, _ gap: Length, from start: Length) -> [Length] {
        var cuts: [Length] = []
        for index in 0..<count {
            let near = start + (side + gap) * Double(index)
            if cuts.last.map({ !$0.isClose(to: near) }) ?? true { cuts.append(near) }
            cuts.append(near + side)
        }
        return cuts
    }
}
