public import DisplayList
public import Geometry

/// How cards lie on sheets: from a page's number what lies on it, and from a card's number where it lies.
///
/// A plan is arithmetic over card numbers; its size does not depend on how many cards are printed.
public struct SheetPlan: Hashable, Sendable {
    public let request: SheetRequest
    /// The page's size, after orientation; the same for all sheets.
    public let sheetSize: Size
    /// Where the printer can print.
    public let printable: Rect
    /// The different sheets.
    public let sheets: [PlannedSheet]
    /// How many cards of each of the request's sizes are placed.
    public let counts: [Int]
    /// Sheets of paper.
    public let sheetCount: Int
    private let runs: [SheetRun]

    /// Plans the sheets for so many cards of each of the request's sizes: they are numbered from 0, those of the first size first.
    ///
    /// Throws ``SheetError`` where a measure is no usable number, a card does not fit, or no place is left for cards.
    public init(_ request: SheetRequest, counts: [Int]) throws(SheetError) {
        var request = request
        // A tent card is folded, whether that is asked for or not.
        if request.stock?.isFolded == true, request.fold == nil { request.fold = Fold() }
        try request.validate()
        precondition(counts.count == request.formats.count, "a number of cards for each size")
        let counts = counts.map { max(0, $0) }
        let search = LayoutSearch(request: request)
        guard let plan = try SheetPlan.best(search, counts) else {
            let format = SheetPlan.misfit(search)
            throw request.stock == nil
                ? SheetError.cardDoesNotFit(request, format: format)
                : SheetError.cardDoesNotFitStock(request, format: format)
        }
        let printable = search.printable(plan.sheet)
        self.request = request
        sheetSize = plan.sheet
        self.printable = printable
        sheets = plan.layouts.map { PlannedSheet($0, printable: printable, request: request) }
        runs = plan.runs
        self.counts = counts
        sheetCount = plan.runs.last?.sheets.upperBound ?? 0
    }

    /// How many cards are placed, all sizes together.
    public var faceCount: Int { counts.reduce(0, +) }
    /// Whether sheets have a page for their back.
    public var hasBackPages: Bool { request.fold == nil && request.flip != .none }
    /// Whether the cards' backs are printed, wherever.
    public var printsBacks: Bool { request.fold != nil || request.flip != .none }
    /// The marks for a cutting machine: the same on the fronts of all sheets, as the machine is told once how long they are.
    public var registrationMarks: [Path] {
        guard let registration = request.registration, let length = registrationLength else { return [] }
        return registration.paths(on: sheetSize, length: length)
    }
    /// How long the lines of ``registrationMarks`` are, as the machine's program asks; nil without marks.
    public var registrationLength: Length? {
        guard request.registration != nil else { return nil }
        return sheets.compactMap { RegistrationMarks.length(clearing: $0.layout.area, on: sheetSize) }.min()
    }
    /// Pages for all sheets.
    public var pageCount: Int {
        let (pages, overflow) = sheetCount.multipliedReportingOverflow(by: hasBackPages ? 2 : 1)
        return overflow ? .max : pages
    }
    /// Places of all different sheets that hold most, skipped ones included.
    public var cardsPerSheet: Int { sheets.map(\.layout.slots.count).max() ?? 0 }

    /// What a sheet looks like; nil past the end.
    public func sheet(_ index: Int) -> PlannedSheet? { run(ofSheet: index).map { sheets[$0.kind] } }

    /// Which of ``sheets`` a sheet is; nil past the end.
    public func kind(ofSheet index: Int) -> Int? { run(ofSheet: index)?.kind }

    /// The numbers, from 0, of the sheets that are one of ``sheets``.
    public func sheetNumbers(of kind: Int) -> [Range<Int>] {
        var numbers: [Range<Int>] = []
        for run in runs where run.kind == kind {
            if let last = numbers.last, last.upperBound == run.sheets.lowerBound {
                numbers[numbers.count - 1] = last.lowerBound..<run.sheets.upperBound
            } else {
                numbers.append(run.sheets)
            }
        }
        return numbers
    }

    /// The pages of a sheet, its front first.
    public func pages(ofSheet index: Int) -> [PagePlan] {
        guard (0..<sheetCount).contains(index) else { return [] }
        return (hasBackPages ? Side.allCases : [.front]).map { page(of: index, $0) }
    }

    /// What lies on the page with this number in the file, counted from 0; nil past the end.
    public func page(_ index: Int) -> PagePlan? {
        guard (0..<pageCount).contains(index) else { return nil }
        guard hasBackPages else { return page(of: index, .front) }
        switch request.passes {
        case .together: return page(of: index / 2, index % 2 == 0 ? .front : .back)
        case .apart(let order):
            if index < sheetCount { return page(of: index, .front) }
            let pass = index - sheetCount
            return page(of: order == .same ? pass : sheetCount - 1 - pass, .back)
        }
    }

    /// All places on a page of a sheet, in the reading order of the sheet's front; none past the end.
    public func places(ofSheet index: Int, _ side: Side) -> [SheetPlace] {
        guard let sheet = sheet(index) else { return [] }
        let axis = side == .back ? request.flip.axis(of: sheetSize) : nil
        let faces = Dictionary(uniqueKeysWithValues: taken(index).map { ($0.slot, $0.face) })
        return sheet.layout.slots.enumerated().map { place, slot in
            SheetPlace(
                number: place + 1, face: faces[place], front: axis == nil ? slot.front : nil,
                back: axis.map { slot.front.behind($0, on: sheetSize, printable: printable) } ?? slot.foldedBack,
                fold: slot.fold.map { Mark(from: $0.from, to: $0.to, purpose: .fold) })
        }
    }

    /// The cards on a sheet, in the order of its places.
    public func faces(onSheet index: Int) -> [Int] { occupied(index).map(\.face) }

    /// Everywhere that a card lies: one place on each page that shows a side of it. Empty for a number that no card has.
    public func placements(of face: Int) -> [(page: PagePlan, placement: Placement)] {
        guard let (run, share) = share(of: face) else { return [] }
        let (sheet, slot) = run.place(of: face, in: share, order: request.order)
        let place = sheets[run.kind].layout.slots[slot]
        return (hasBackPages ? Side.allCases : [.front]).flatMap { side in
            let page = PagePlan(
                side: side, index: pageIndex(ofSheet: run.sheets.lowerBound + sheet, side),
                sheetIndex: run.sheets.lowerBound + sheet, placements: [])
            return placements(face, place, run.kind, side).map { (page, $0) }
        }
    }

    private func page(of sheet: Int, _ side: Side) -> PagePlan {
        let kind = run(ofSheet: sheet)?.kind ?? 0
        return PagePlan(
            side: side, index: pageIndex(ofSheet: sheet, side), sheetIndex: sheet,
            placements: occupied(sheet).flatMap { placements($0.face, $0.slot, kind, side) })
    }

    private func pageIndex(ofSheet sheet: Int, _ side: Side) -> Int {
        guard hasBackPages else { return sheet }
        switch (request.passes, side) {
        case (.together, .front): return sheet * 2
        case (.together, .back): return sheet * 2 + 1
        case (.apart, .front): return sheet
        case (.apart(let order), .back): return sheetCount + (order == .same ? sheet : sheetCount - 1 - sheet)
        }
    }

    private func occupied(_ index: Int) -> [(slot: Slot, face: Int)] {
        guard let slots = sheet(index)?.layout.slots else { return [] }
        return taken(index).map { (slots[$0.slot], $0.face) }
    }

    /// The places that have cards, in their order.
    private func taken(_ index: Int) -> [(slot: Int, face: Int)] {
        guard let run = run(ofSheet: index) else { return [] }
        return run.shares.flatMap { share in
            share.slots.enumerated().compactMap { place, slot in
                run.face(share, place: place, sheet: index - run.sheets.lowerBound, order: request.order)
                    .map { (slot: slot, face: $0) }
            }
        }.sorted { $0.slot < $1.slot }
    }

    private func placements(_ face: Int, _ slot: Slot, _ kind: Int, _ side: Side) -> [Placement] {
        let card = request.formats[slot.format].size
        func placement(_ of: Side, _ place: SlotFace, _ cell: Cell) -> Placement {
            let turn = Transform.quarterTurns(place.turns)
            let turned = turn.apply(to: Rect(origin: .zero, size: card))
            return Placement(
                face: face, side: of, cell: cell,
                transform: turn.then(.translation(place.trim.origin - turned.origin)), trim: place.trim,
                clip: place.clip)
        }
        if side == .front {
            return [placement(.front, slot.front, slot.cell)]
                + (slot.foldedBack.map { [placement(.back, $0, slot.cell)] } ?? [])
        }
        guard let axis = request.flip.axis(of: sheetSize) else { return [] }
        let shelves = sheets[kind].layout.shelves
        var cell = slot.cell
        switch axis {
        case .vertical: cell.column = shelves[cell.row].count - 1 - cell.column
        case .horizontal: cell.row = shelves.count - 1 - cell.row
        }
        return [placement(.back, slot.front.behind(axis, on: sheetSize, printable: printable), cell)]
    }

    private func run(ofSheet index: Int) -> SheetRun? {
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].sheets.upperBound <= index { low = middle + 1 } else { high = middle }
        }
        return low < runs.count && runs[low].sheets.contains(index) ? runs[low] : nil
    }

    private func share(of face: Int) -> (SheetRun, SheetRun.Share)? {
        for run in runs {
            for share in run.shares where share.faces.contains(face) { return (run, share) }
        }
        return nil
    }
}

// MARK: - Planning

extension SheetPlan {
    private struct Draft {
        var sheet: Size
        var layouts: [SheetLayout]
        var runs: [SheetRun]

        var sheetCount: Int { runs.last?.sheets.upperBound ?? 0 }
    }

    /// Of the orientations that hold all cards the one with most places for a card, or with fewest sheets for several sizes; portrait before landscape.
    private static func best(_ search: LayoutSearch, _ counts: [Int]) throws(SheetError) -> Draft? {
        let request = search.request
        if let stock = request.stock { return try draft(on: stock, search, counts) }
        if request.formats.count == 1 {
            var plain = search
            plain.mixesShelves = false
            let grid = try fullest(plain, counts[0])
            guard let mixed = try fullest(search, counts[0]) else { return grid }
            // Shelves of two kinds take more cuts: only for fewer sheets.
            return grid.map { $0.sheetCount <= mixed.sheetCount } == true ? grid : mixed
        }
        guard request.skipped.isEmpty, request.used.isEmpty else { throw SheetError.placesOfSeveralSizes }
        let ganged = search.sheets.compactMap { sheet in
            Ganging(request, sheet: sheet).batches(counts).map { (sheet: sheet, batches: $0) }
        }
        let fewest = ganged.map { $0.batches.reduce(0) { $0 + $1.sheets } }.min()
        guard let best = ganged.first(where: { $0.batches.reduce(0) { $0 + $1.sheets } == fewest }) else { return nil }
        return draft(best.batches, best.sheet, counts, search)
    }

    /// Cards in the places of stock: each size on sheets of its own. Nil where a size does not fit.
    private static func draft(on stock: Stock, _ search: LayoutSearch, _ counts: [Int]) throws(SheetError) -> Draft? {
        let request = search.request
        var draft = Draft(sheet: stock.sheet, layouts: [], runs: [])
        var printed = (faces: 0, sheets: 0)
        for (index, format) in request.formats.enumerated() {
            guard let fit = StockFit(format, in: stock, fold: request.fold) else { return nil }
            let layout = SheetLayout(
                stock, fit, format: index, printable: search.printable(stock.sheet), request: request)
            // Only the first sheet of all has places that are used up.
            var own = request
            if printed.sheets > 0 { own.used = [] }
            for run in try runs(layout, count: counts[index], own) {
                draft.runs.append(run.moved(by: printed, kind: draft.layouts.count))
            }
            draft.layouts.append(layout)
            printed = (printed.faces + counts[index], draft.runs.last?.sheets.upperBound ?? 0)
        }
        return draft
    }

    /// The sheets of cards of one size that have most places; portrait before landscape. Nil where not one card fits.
    private static func fullest(_ search: LayoutSearch, _ count: Int) throws(SheetError) -> Draft? {
        let fullest = search.sheets.map { (sheet: $0, forms: search.fullest(format: 0, on: $0)) }
        let most = fullest.map { places($0.forms) }.max() ?? 0
        guard most > 0, let best = fullest.first(where: { places($0.forms) == most }) else { return nil }
        let layout = SheetLayout(
            best.forms, sheet: best.sheet, printable: search.printable(best.sheet), request: search.request)
        return Draft(
            sheet: best.sheet, layouts: [layout], runs: try runs(layout, count: count, search.request))
    }

    private static func places(_ forms: [ShelfForm]) -> Int { forms.reduce(0) { $0 + $1.columns } }

    /// Sheets of one layout, the first of which may lack places.
    private static func runs(_ layout: SheetLayout, count: Int, _ request: SheetRequest) throws(SheetError)
        -> [SheetRun]
    {
        let all = layout.slots.indices
        if let wrong = request.skipped.union(request.used).sorted().last, !all.contains(wrong - 1) {
            throw .noSuchPlace(wrong, places: all.count)
        }
        let usual = all.filter { !request.skipped.contains($0 + 1) }
        let first = usual.filter { !request.used.contains($0 + 1) }
        guard !usual.isEmpty else { throw .everyPlaceSkipped }
        guard !first.isEmpty else { throw .everyPlaceUsed(places: all.count) }
        var runs: [SheetRun] = []
        var placed = 0
        if !request.used.isEmpty, count > 0 {
            placed = min(first.count, count)
            runs.append(
                SheetRun(kind: 0, sheets: 0..<1, shares: [.init(faces: 0..<placed, slots: first)]))
        }
        let left = count - placed
        if left > 0 {
            let start = runs.count
            let (full, rest) = left.quotientAndRemainder(dividingBy: usual.count)
            runs.append(
                SheetRun(
                    kind: 0, sheets: start..<start + full + (rest == 0 ? 0 : 1),
                    shares: [.init(faces: placed..<count, slots: usual)]))
        }
        return runs
    }

    private static func draft(
        _ batches: [Ganging.Batch], _ sheet: Size, _ counts: [Int], _ search: LayoutSearch
    ) -> Draft {
        var draft = Draft(sheet: sheet, layouts: [], runs: [])
        // Where the numbers of each size begin, and how far they are used up.
        var next = counts.indices.map { counts[..<$0].reduce(0, +) }
        let ends = zip(next, counts).map { $0 + $1 }
        var printed = 0
        for batch in batches {
            let layout = SheetLayout(
                batch.forms, sheet: sheet, printable: search.printable(sheet), request: search.request)
            let kind = draft.layouts.firstIndex(of: layout) ?? draft.layouts.count
            if kind == draft.layouts.count { draft.layouts.append(layout) }
            let shares = counts.indices.compactMap { format -> SheetRun.Share? in
                let slots = layout.slots.indices.filter { layout.slots[$0].format == format }
                let end = min(ends[format], next[format] + slots.count * batch.sheets)
                guard next[format] < end else { return nil }
                defer { next[format] = end }
                return SheetRun.Share(faces: next[format]..<end, slots: slots)
            }
            draft.runs.append(SheetRun(kind: kind, sheets: printed..<printed + batch.sheets, shares: shares))
            printed += batch.sheets
        }
        return draft
    }

    /// The first size that no sheet holds.
    private static func misfit(_ search: LayoutSearch) -> Int {
        if let stock = search.request.stock {
            return search.request.formats.firstIndex { !stock.holds($0, fold: search.request.fold) } ?? 0
        }
        return search.request.formats.indices.first { format in
            search.sheets.allSatisfy { search.fullest(format: format, on: $0).isEmpty }
        } ?? 0
    }
}
