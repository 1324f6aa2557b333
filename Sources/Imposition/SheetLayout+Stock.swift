internal import Geometry

extension SheetLayout {
    /// The places of a sheet of stock, each with a card in its middle.
    ///
    /// Colour that nearly reaches the die runs over it, as far as halfway to the next place; around a card that is much smaller than its place the paper stays white.
    init(_ stock: Stock, _ fit: StockFit, format: Int, printable: Rect, request: SheetRequest) {
        let bleed = request.formats[format].bleed
        let size = fit.isTurned ? fit.piece.size.turned : fit.piece.size
        let page = Rect(origin: .zero, size: stock.sheet)
        // The free paper between two places.
        let between = Size(
            width: stock.columns > 1 ? max(.zero, stock.rowStep.x - stock.place.width) : bleed * 2,
            height: stock.rows > 1 ? max(.zero, stock.columnStep.y - stock.place.height) : bleed * 2)
        func overhang(_ inside: Length, _ between: Length, isOuter: Bool) -> Length {
            guard inside <= bleed + .tolerance else { return .zero }
            return min(bleed, isOuter ? bleed : inside + between / 2)
        }
        let shelves = (0..<stock.rows).map { row in
            (0..<stock.columns).map { column in
                let cell = Cell(row: row, column: column)
                let place = stock.place(cell)
                let inside = Size(
                    width: max(.zero, (place.width - size.width) / 2),
                    height: max(.zero, (place.height - size.height) / 2))
                let rect = Rect(
                    origin: Point(x: place.midX - size.width / 2, y: place.midY - size.height / 2), size: size)
                let around = Insets(
                    top: overhang(inside.height, between.height, isOuter: row == 0),
                    left: overhang(inside.width, between.width, isOuter: column == 0),
                    bottom: overhang(inside.height, between.height, isOuter: row == stock.rows - 1),
                    right: overhang(inside.width, between.width, isOuter: column == stock.columns - 1))
                return PieceCell(left: rect.minX, format: format, piece: fit.piece, isTurned: fit.isTurned)
                    .slot(cell, rect, printable: page, bleed: bleed, around: around)
            }
        }
        let slots = shelves.flatMap(\.self)
        let places = shelves.indices.flatMap { row in
            shelves[row].indices.map { stock.place(Cell(row: row, column: $0)) }
        }
        let area = places.dropFirst().reduce(places[0]) { $0.union($1) }
        let painted = slots.flatMap { [$0.front.clip, $0.foldedBack?.clip].compactMap(\.self) }
            .reduce(area) { $0.union($1) }
        self.init(
            sheetSize: stock.sheet, shelves: shelves, area: area,
            outerBleed: OuterBleed(
                level: max(area.minX - painted.minX, painted.maxX - area.maxX),
                upright: max(area.minY - painted.minY, painted.maxY - area.maxY)))
    }
}
