internal import Geometry

/// Puts cards of several sizes on as few sheets as shelves allow: whole sheets of one size first, then what is left of each together.
///
/// Shelves keep every cut straight through. The rest are a handful of shelves, packed by "first fit, highest first"; each size is tried upright and turned.
struct Ganging {
    /// Alike sheets and how many cards of each size lie on each.
    struct Batch {
        var forms: [ShelfForm]
        var sheets: Int
    }

    private let search: LayoutSearch
    private let sheet: Size

    init(_ request: SheetRequest, sheet: Size) {
        search = LayoutSearch(request: request)
        self.sheet = sheet
    }

    /// The sheets for so many cards of each size; nil where a size does not fit.
    func batches(_ counts: [Int]) -> [Batch]? {
        var batches: [Batch] = []
        var rest: [(format: Int, count: Int)] = []
        for (format, count) in counts.enumerated() where count > 0 {
            let forms = search.fullest(format: format, on: sheet)
            let perSheet = forms.reduce(0) { $0 + $1.columns }
            guard perSheet > 0 else { return nil }
            let (full, left) = count.quotientAndRemainder(dividingBy: perSheet)
            if full > 0 { batches.append(Batch(forms: forms, sheets: full)) }
            if left > 0 { rest.append((format, left)) }
        }
        // One size alone stays on its own grid.
        if rest.count == 1 {
            let forms = search.fullest(format: rest[0].format, on: sheet)
            // With its like, so that the pile of them stays one.
            if let like = batches.firstIndex(where: { $0.forms == forms }) {
                batches[like].sheets += 1
            } else {
                batches.append(Batch(forms: forms, sheets: 1))
            }
            return batches
        }
        return batches + packed(rest)
    }

    /// The fewest sheets over all ways to turn the sizes; of those the one with most room left on the last sheet.
    private func packed(_ rest: [(format: Int, count: Int)]) -> [Batch] {
        let options = rest.map { entry in
            [false, true].flatMap { turned in
                search.forms(format: entry.format, on: sheet, turned: turned)
                    .filter { $0.columns > 0 && $0.cell.height <= search.room(sheet).height + .tolerance }
            }
        }
        var best: [[ShelfForm]]?
        var choice = Array(repeating: 0, count: rest.count)
        // With many sizes not every way is tried: the first thousands are enough to find a good one.
        var tries = 4096
        repeat {
            let shelves = zip(rest, zip(options, choice)).flatMap { entry, option in
                let form = option.0[option.1]
                return Array(repeating: form, count: (entry.count + form.columns - 1) / form.columns)
            }
            let packed = fitted(shelves)
            if best.map({ packed.count < $0.count || packed.count == $0.count && free(packed) > free($0) }) ?? true {
                best = packed
            }
            tries -= 1
        } while tries > 0 && Ganging.advance(&choice, options.map(\.count))
        var batches: [Batch] = []
        for forms in best ?? [] {
            if batches.last?.forms == forms {
                batches[batches.count - 1].sheets += 1
            } else {
                batches.append(Batch(forms: forms, sheets: 1))
            }
        }
        return batches
    }

    private func fitted(_ shelves: [ShelfForm]) -> [[ShelfForm]] {
        // Stable, so that shelves of one size stay together.
        let ordered = shelves.enumerated().sorted { a, b in
            let (first, second) = (a.element.cell.height, b.element.cell.height)
            return first == second ? a.offset < b.offset : first > second
        }.map(\.element)
        var sheets: [[ShelfForm]] = []
        for shelf in ordered {
            if let index = sheets.firstIndex(where: { height($0 + [shelf]) <= search.room(sheet).height + .tolerance })
            {
                sheets[index].append(shelf)
            } else {
                sheets.append([shelf])
            }
        }
        return sheets
    }

    private func height(_ forms: [ShelfForm]) -> Length {
        var height = Length.zero
        for (index, form) in forms.enumerated() {
            if index > 0 { height += SheetLayout.gap(between: forms[index - 1], form, search.request) }
            height += form.cell.height
        }
        return height
    }

    private func free(_ sheets: [[ShelfForm]]) -> Length {
        sheets.last.map { search.room(sheet).height - height($0) } ?? .zero
    }

    /// The next choice, the last place first; false after the last.
    private static func advance(_ choice: inout [Int], _ counts: [Int]) -> Bool {
        for place in choice.indices.reversed() {
            choice[place] += 1
            if choice[place] < counts[place] { return true }
            choice[place] = 0
        }
        return false
    }
}
