internal import Geometry

/// Looks for the layout that holds most cards of one size.
struct LayoutSearch {
    let request: SheetRequest
    /// Whether one sheet may have shelves of upright cards and shelves of turned ones.
    var mixesShelves = true

    init(request: SheetRequest) {
        self.request = request
    }

    /// The sheets to try: as the orientation says, portrait first.
    var sheets: [Size] {
        if let stock = request.stock { return [stock.sheet] }
        let portrait = request.paper.size
        return switch request.orientation {
        // Of two that hold as many, cutting templates have the sheet lying.
        case .automatic where request.registration != nil: [portrait.turned, portrait]
        case .automatic: [portrait, portrait.turned]
        case .portrait: [portrait]
        case .landscape: [portrait.turned]
        }
    }

    func printable(_ sheet: Size) -> Rect { Rect(origin: .zero, size: sheet).inset(by: request.margins) }

    /// What a centred layout may take up: on each axis the wider of the two margins counts twice.
    func room(_ sheet: Size) -> Size {
        if request.registration != nil {
            let clear = RegistrationMarks.rooms(on: sheet, margins: request.margins).dropFirst()
            return clear.max { $0.width.points * $0.height.points < $1.width.points * $1.height.points } ?? sheet
        }
        return Size(
            width: sheet.width - max(request.margins.left, request.margins.right) * 2,
            height: sheet.height - max(request.margins.top, request.margins.bottom) * 2)
    }

    /// The shelves that hold most cards of a size on a sheet; none where not one fits. Of those that hold as many the simplest: all alike before mixed, upright before turned.
    func fullest(format: Int, on sheet: Size) -> [ShelfForm] {
        guard request.registration != nil else { return fullest(format: format, in: room(sheet)) }
        // The corners with the marks stay empty: the room between them, if what it holds leaves them free, or one without them.
        var best: [ShelfForm] = []
        for room in RegistrationMarks.rooms(on: sheet, margins: request.margins) {
            let forms = fullest(format: format, in: room)
            guard places(forms) > places(best) else { continue }
            let layout = SheetLayout(forms, sheet: sheet, printable: printable(sheet), request: request)
            if RegistrationMarks.length(clearing: layout.area, on: sheet) != nil { best = forms }
        }
        return best
    }

    private func places(_ forms: [ShelfForm]) -> Int { forms.reduce(0) { $0 + $1.columns } }

    private func fullest(format: Int, in room: Size) -> [ShelfForm] {
        var forms = self.forms(format: format, in: room, turned: false)
        let turned = self.forms(format: format, in: room, turned: true)
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
        // A cutting machine that is a little off on one axis cuts all cards alike only where all lie alike.
        guard mixesShelves, request.canTurnCards, request.registration == nil else { return best }
        for first in self.forms(format: format, in: room, turned: false) where first.columns > 0 {
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
        forms(format: format, in: room(sheet), turned: turned)
    }

    private func forms(format: Int, in room: Size, turned: Bool) -> [ShelfForm] {
        CardPiece.forms(of: request.formats[format].size, fold: request.fold).map {
            ShelfForm(format: format, piece: $0, isTurned: turned, room: room.width, gap: request.gap)
        }
    }
}
