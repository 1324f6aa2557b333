/// Changed pixels gathered to a few boxes.
enum ChangedAreas {
    private struct Box {
        var left: Int
        var top: Int
        var right: Int
        var bottom: Int

        var area: Int { (right - left) * (bottom - top) }

        func union(_ other: Box) -> Box {
            Box(
                left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
                bottom: max(bottom, other.bottom))
        }

        func overlaps(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    static func boxes(
        around runs: [PixelDifference.Run], width: Int, height: Int, joining distance: Int, limit: Int
    ) -> [PixelArea] {
        var boxes = clusters(runs, width: width, height: height, joining: max(2, distance))
        boxes = merged(boxes, limit: max(1, limit))
        return boxes.sorted { ($0.top, $0.left) < ($1.top, $1.left) }.map {
            PixelArea(x: $0.left, y: $0.top, width: $0.right - $0.left, height: $0.bottom - $0.top)
        }
    }

    /// Boxes around groups, of which none are joined only because there are many; nil for more than `most`.
    static func separateBoxes(
        around runs: [PixelDifference.Run], width: Int, height: Int, joining distance: Int, most: Int
    ) -> [PixelArea]? {
        let boxes = clusters(runs, width: width, height: height, joining: max(2, distance))
        guard boxes.count <= most else { return nil }
        return boxes.map { PixelArea(x: $0.left, y: $0.top, width: $0.right - $0.left, height: $0.bottom - $0.top) }
    }

    /// Boxes of groups of cells that hold changes and are neighbours or next to neighbours.
    private static func clusters(_ runs: [PixelDifference.Run], width: Int, height: Int, joining distance: Int) -> [Box]
    {
        let cell = max(1, distance / 2)
        let columns = (width + cell - 1) / cell
        let rows = (height + cell - 1) / cell
        var cells = [Box?](repeating: nil, count: columns * rows)
        for run in runs {
            let (row, from, to) = (Int(run.row), Int(run.from), Int(run.to))
            for column in from / cell...(to - 1) / cell {
                let part = Box(
                    left: max(from, column * cell), top: row, right: min(to, (column + 1) * cell), bottom: row + 1)
                let index = row / cell * columns + column
                cells[index] = cells[index]?.union(part) ?? part
            }
        }
        var boxes: [Box] = []
        var waiting: [Int] = []
        for start in cells.indices {
            guard var box = cells[start] else { continue }
            cells[start] = nil
            waiting.append(start)
            while let index = waiting.popLast() {
                let (row, column) = index.quotientAndRemainder(dividingBy: columns)
                for nextRow in max(0, row - 2)...min(rows - 1, row + 2) {
                    for nextColumn in max(0, column - 2)...min(columns - 1, column + 2) {
                        let next = nextRow * columns + nextColumn
                        guard let other = cells[next] else { continue }
                        box = box.union(other)
                        cells[next] = nil
                        waiting.append(next)
                    }
                }
            }
            boxes.append(box)
        }
        return boxes
    }

    /// Boxes that overlap become one; then those whose union adds the least, until there are few enough.
    private static func merged(_ boxes: [Box], limit: Int) -> [Box] {
        var boxes = boxes
        // Scattered specks: which of them join is of no interest, and looking at all pairs would take long.
        if boxes.count > 400 { return [boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }] }
        while true {
            var best: (first: Int, second: Int, cost: Int)?
            for first in boxes.indices {
                for second in boxes.indices where second > first {
                    let (one, other) = (boxes[first], boxes[second])
                    let cost = one.overlaps(other) ? -1 : one.union(other).area - one.area - other.area
                    if cost < best?.cost ?? .max { best = (first, second, cost) }
                }
            }
            guard let best, best.cost < 0 || boxes.count > limit else { return boxes }
            boxes[best.first] = boxes[best.first].union(boxes[best.second])
            boxes.remove(at: best.second)
        }
    }
}
