internal import Geometry

/// Looks for the layout that holds most cards of one size.
struct LayoutSearch {
    let request: SheetRequest

    /// The sheets to try: as the orientation says, portrait first.
    var sheets: [Size] {
        let portrait = request.paper.size
        return switch request.orientation {
        case .automatic: [portrait, portrait.turned]
        case .portrait: [portrait]
        case .landscape: [portrait.turned]
        }
    }

    func printable(_ sheet: Size) -> Rect { Rect(origin: .zero, size: sheet).inset(by: request.margins) }

    /// What a centred layout may take up: on each axis the wider of the two margins counts twice.
    func room(_ sheet: Size) -> Size {
        Size(
            width: sheet.width - max(request.margins.left, request.margins.right) * 2,
            height: sheet.height - max(request.margins.top, request.margins.bottom) * 2)
    }

    /// The shelves that hold most cards of a size on a sheet; none where not one fits. Of those that hold as many the simplest: all alike before mixed, upright before turned.
    func fullest(format: Int, on sheet: Size) -> [ShelfForm] {
        let room = room(sheet)
        var forms = self.forms(format: format, on: sheet, turned: false)
        let turned = self.forms(format: format, on: sheet, turned: true)
        let maySheetTurn = request.orientation == .automatic && request.fold == nil && request.formats.count == 1
        if request.canTurnCards, !maySheetTurn { forms += turned }
        var best: [ShelfForm] = []
        var most = 0
        func consider(_ shelves: @autoclosure () -> [ShelfForm], _ count: Int) {
            guard count > most else { return }
            best = shelves()
            most = count
        }
        for form in forms where form.columns > 0 {
            let rows = ShelfForm.count(form.cell.height, request.gap, in: room.height)
            consider(Array(repeating: form, count: rows), form.columns * rows)
        }
        guard request.canTurnCards else { return best }
        for first in self.forms(format: format, on: sheet, turned: false) where first.columns > 0 {
            for second in turned where second.columns > 0 && second.piece == first.piece && second != first {
                let between = SheetLayout.gap(between: first, second, request)
                let rows = ShelfForm.count(first.cell.height, request.gap, in: room.height)
                for upper in 1..<(rows + 1) {
                    let used = (first.cell.height + request.gap) * Double(upper) - request.gap + between
                    let lower = ShelfForm.count(second.cell.height, request.gap, in: room.height - used)
                    consider(
                        Array(repeating: first, count: upper) + Array(repeating: second, count: lower),
                        upper * first.columns + lower * second.columns)
                }
            }
        }
        return best
    }

    /// Ways to fill one shelf with cards of a size.
    func forms(format: Int, on sheet: Size, turned: Bool) -> [ShelfForm] {
        CardPiece.forms(of: request.formats[format].size, fold: request.fold).map {
            ShelfForm(format: format, piece: $0, isTurned: turned, room: room(sheet).width, gap: request.gap)
        }
    }
}
