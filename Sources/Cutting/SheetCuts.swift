internal import Geometry
public import Imposition

extension CutDrawing {
    /// The lines for a sheet's cards: all of them, whether a sheet is full or not, but for places that are always left empty.
    public init(_ plan: SheetPlan, sheet kind: Int, kind cut: CutKind) {
        let layout = plan.sheets[kind].layout
        self.init(sheet: layout.sheetSize)
        let slots = layout.slots.enumerated().filter { !plan.request.skipped.contains($0.offset + 1) }.map(\.element)
        switch cut {
        case .sheet: paths[.cut] = StraightCuts(slots.map(\.piece), gap: plan.request.gap).lines
        case .card:
            paths[.cut] = slots.map {
                .roundedRect($0.piece, radius: plan.request.formats[$0.format].cornerRadius)
            }
        case .sticker: break
        }
        paths[.crease] = slots.compactMap { $0.fold.map { .line(from: $0.from, to: $0.to) } }
        paths[.print] = plan.registrationMarks.flatMap(CutPath.outlines)
    }
}

/// Lines along the edges of pieces: one for edges that lie in a row.
private struct StraightCuts {
    let lines: [CutPath]

    init(_ pieces: [Rect], gap: Length) {
        let across = StraightCuts.merged(
            pieces.flatMap { [($0.minY, $0.minX, $0.maxX), ($0.maxY, $0.minX, $0.maxX)] }, gap: gap)
        let down = StraightCuts.merged(
            pieces.flatMap { [($0.minX, $0.minY, $0.maxY), ($0.maxX, $0.minY, $0.maxY)] }, gap: gap)
        lines =
            across.map { .line(from: Point(x: $0.start, y: $0.at), to: Point(x: $0.end, y: $0.at)) }
            + down.map { .line(from: Point(x: $0.at, y: $0.start), to: Point(x: $0.at, y: $0.end)) }
    }

    /// Edges as place, start and end; those of neighbours become one line, over the gap between them.
    private static func merged(
        _ edges: [(at: Length, start: Length, end: Length)], gap: Length
    ) -> [(at: Length, start: Length, end: Length)] {
        let sorted = edges.sorted { $0.at.isClose(to: $1.at) ? $0.start < $1.start : $0.at < $1.at }
        var lines: [(at: Length, start: Length, end: Length)] = []
        for edge in sorted {
            if let last = lines.last, last.at.isClose(to: edge.at), edge.start <= last.end + gap + .tolerance {
                lines[lines.count - 1].end = max(last.end, edge.end)
            } else {
                lines.append(edge)
            }
        }
        return lines
    }
}
