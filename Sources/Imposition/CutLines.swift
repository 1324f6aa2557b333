internal import Geometry

/// Where a layout is cut and folded, as seen from an edge of the sheet or from a gap between two shelves.
struct CutLines {
    let layout: SheetLayout

    /// A place along a shelf or an edge.
    struct Line: Hashable {
        var at: Length
        var purpose: Mark.Purpose
    }

    /// What a shelf shows upwards and downwards: from left to right; a cut that two neighbours share stands once.
    func across(_ shelf: Int) -> [Line] {
        CutLines.unique(
            layout.shelves[shelf].flatMap { index in
                CutLines.lines(
                    layout.slots[index], low: \.minX, high: \.maxX,
                    fold: { $0.from.x.isClose(to: $0.to.x) ? $0.from.x : nil })
            })
    }

    /// What all shelves show to the left and right, from top to bottom.
    var along: [Line] {
        CutLines.unique(
            layout.shelves.indices.flatMap { shelf in
                layout.shelves[shelf].flatMap { index in
                    CutLines.lines(
                        layout.slots[index], low: \.minY, high: \.maxY,
                        fold: { $0.from.y.isClose(to: $0.to.y) ? $0.from.y : nil })
                }
            })
    }

    /// Where front and back of a folded card touch there is a fold and no cut.
    private static func lines(
        _ slot: Slot, low: KeyPath<Rect, Length>, high: KeyPath<Rect, Length>,
        fold: ((from: Point, to: Point)) -> Length?
    ) -> [Line] {
        let folds = slot.fold.flatMap(fold).map { [Line(at: $0, purpose: .fold)] } ?? []
        let cuts = [slot.front.trim, slot.foldedBack?.trim].compactMap(\.self)
            .flatMap { [$0[keyPath: low], $0[keyPath: high]] }
            .filter { cut in !folds.contains { $0.at.isClose(to: cut) } }
        return folds + cuts.map { Line(at: $0, purpose: .cut) }
    }

    private static func unique(_ lines: [Line]) -> [Line] {
        var kept: [Line] = []
        for line in lines.sorted(by: { $0.at < $1.at }) where kept.last.map({ !$0.at.isClose(to: line.at) }) ?? true {
            kept.append(line)
        }
        return kept
    }

    /// Marks between shelves and between cards, on the white that is left there.
    func inner(_ style: MarkStyle) -> [Mark] {
        guard style != .none else { return [] }
        var marks: [Mark] = []
        for shelf in layout.shelves.indices.dropLast() {
            let (upper, lower) = (layout.shelves[shelf], layout.shelves[shelf + 1])
            guard let top = upper.map({ bottom(of: layout.slots[$0]) }).max(),
                let bottom = lower.map({ self.top(of: layout.slots[$0]) }).min(), bottom - top >= CutLines.least
            else { continue }
            if layout.sharesCuts(shelf, shelf + 1) {
                guard style != .crop else { continue }
                marks += across(shelf).map { upright($0, top, bottom) }
            } else {
                let middle = (top + bottom) / 2
                marks += across(shelf).map { upright($0, top, min(middle, top + CutLines.longest)) }
                marks += across(shelf + 1).map { upright($0, max(middle, bottom - CutLines.longest), bottom) }
            }
        }
        guard style != .crop else { return marks }
        for shelf in layout.shelves {
            for (left, right) in zip(shelf, shelf.dropFirst()) {
                let start = self.right(of: layout.slots[left])
                let end = self.left(of: layout.slots[right])
                guard end - start >= CutLines.least else { continue }
                let piece = layout.slots[left].piece
                marks += [piece.minY, piece.maxY].map {
                    Mark(from: Point(x: start, y: $0), to: Point(x: end, y: $0))
                }
            }
        }
        return marks
    }

    /// Shorter is a speck.
    static let least = Length.mm(1)
    static let longest = Length.mm(5)

    private func upright(_ line: Line, _ top: Length, _ bottom: Length) -> Mark {
        Mark(from: Point(x: line.at, y: top), to: Point(x: line.at, y: bottom), purpose: line.purpose)
    }

    private func faces(_ slot: Slot) -> [Rect] { [slot.front.clip, slot.foldedBack?.clip].compactMap(\.self) }
    private func top(of slot: Slot) -> Length { faces(slot).map(\.minY).min() ?? .zero }
    private func bottom(of slot: Slot) -> Length { faces(slot).map(\.maxY).max() ?? .zero }
    private func left(of slot: Slot) -> Length { faces(slot).map(\.minX).min() ?? .zero }
    private func right(of slot: Slot) -> Length { faces(slot).map(\.maxX).max() ?? .zero }
}
