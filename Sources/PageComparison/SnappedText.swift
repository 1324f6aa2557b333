/// Text that a renderer moved to whole pixels: poppler's Splash sets letters on whole rows, so that a hundredth of a point
/// can move a line of text by a whole pixel.
enum SnappedText {
    /// Boxes that are looked at; a page with more differs in so many places that it differs.
    private static let mostAreas = 400
    /// Pixels that touch each other, which letters set on another fraction of a pixel may leave.
    private static let largestSpeck = 6

    /// Whether each place that differs holds what the old picture has one pixel away, so that a look at another
    /// resolution has to tell whether anything moved.
    static func mayExplain(
        _ difference: PixelDifference, _ old: RasterPixels, _ new: RasterPixels,
        noticeable: Double = PixelComparison.noticeable
    ) -> Bool {
        guard old.width == new.width, old.height == new.height, !difference.isSame else { return false }
        let areas = ChangedAreas.separateBoxes(
            around: difference.runs, width: difference.width, height: difference.height, joining: 6, most: mostAreas)
        guard let areas else { return false }
        return areas.allSatisfy { area in
            let runs = difference.runs.filter {
                area.y <= $0.row && Int($0.row) < area.y + area.height && area.x <= $0.from
                    && Int($0.to) <= area.x + area.width
            }
            return isSpeck(runs, old, new) || shifts.contains { isShift(by: $0, runs, area, old, new, noticeable) }
        }
    }

    /// The corner of a letter or two.
    private static func isSpeck(_ runs: [PixelDifference.Run], _ old: RasterPixels, _ new: RasterPixels) -> Bool {
        guard runs.reduce(0, { $0 + Int($1.to - $1.from) }) <= 4 else { return false }
        let around = Neighbourhoods(width: old.width, height: old.height, old: old.width, new: new.width)
        return runs.allSatisfy { run in
            (run.from..<run.to).allSatisfy {
                around.liesBetween(old.pixels, new.pixels, column: Int($0), row: Int(run.row))
            }
        }
    }

    private static let shifts = [(0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, -1), (1, -1), (-1, 1)]

    private static func isShift(
        by shift: (x: Int, y: Int), _ runs: [PixelDifference.Run], _ area: PixelArea, _ old: RasterPixels,
        _ new: RasterPixels, _ noticeable: Double
    ) -> Bool {
        guard mostAgree(shift, runs, old, new) else { return false }
        // With the neighbours that tell edges.
        let part = PixelArea(x: area.x - 2, y: area.y - 2, width: area.width + 4, height: area.height + 4)
        let moved = PixelArea(x: part.x - shift.x, y: part.y - shift.y, width: part.width, height: part.height)
        let back = PixelArea(x: part.x + shift.x, y: part.y + shift.y, width: part.width, height: part.height)
        let forth = PixelComparison.compare(old.part(moved), new.part(part), noticeable: noticeable)
        let rest = common(forth.runs, runs, part)
        let restBack = common(
            PixelComparison.compare(old.part(part), new.part(back), noticeable: noticeable).runs, runs, part)
        // Letters of a line that were set on another row may stand a part of a pixel apart too; a mark among them that
        // is new or gone is a group.
        let few = runs.reduce(0) { $0 + Int($1.to - $1.from) } / 16
        return [rest, restBack].allSatisfy { left in
            left.reduce(0) { $0 + Int($1.to - $1.from) } <= few && largestGroup(left) <= largestSpeck
        }
    }

    /// A quick look at some of the pixels, before all are compared.
    private static func mostAgree(
        _ shift: (x: Int, y: Int), _ runs: [PixelDifference.Run], _ old: RasterPixels, _ new: RasterPixels
    ) -> Bool {
        var (seen, agreeing) = (0, 0)
        for run in runs.prefix(64) {
            let (x, y) = (Int(run.from) - shift.x, Int(run.row) - shift.y)
            guard x >= 0, y >= 0, x < old.width, y < old.height else { continue }
            seen += 1
            let (one, other) = (old.pixels[y * old.width + x], new.pixels[Int(run.row) * new.width + Int(run.from)])
            if !PixelComparison.isFar(one, other) { agreeing += 1 }
        }
        return 10 * agreeing >= 7 * seen
    }

    /// What of a part's runs is among the whole picture's, in the part's rows and columns.
    private static func common(
        _ found: [PixelDifference.Run], _ runs: [PixelDifference.Run], _ part: PixelArea
    ) -> [PixelDifference.Run] {
        var rows: [Int32: [PixelDifference.Run]] = [:]
        for run in runs { rows[run.row, default: []].append(run) }
        let (x, y) = (Int32(part.x), Int32(part.y))
        return found.flatMap { run in
            (rows[run.row + y] ?? []).compactMap { other in
                let (from, to) = (max(other.from - x, run.from), min(other.to - x, run.to))
                return from < to ? PixelDifference.Run(row: run.row, from: from, to: to) : nil
            }
        }
    }

    /// Pixels of the largest group of which each touches another, also at its corner. Few runs: all pairs are looked at.
    private static func largestGroup(_ runs: [PixelDifference.Run]) -> Int {
        var waiting = runs
        var largest = 0
        while let first = waiting.popLast() {
            var group = [first]
            var size = 0
            while let run = group.popLast() {
                size += Int(run.to - run.from)
                guard size <= largestSpeck else { return size }
                let touching = waiting.partition {
                    abs($0.row - run.row) <= 1 && $0.from <= run.to && run.from <= $0.to
                }
                group += waiting[touching...]
                waiting.removeSubrange(touching...)
            }
            largest = max(largest, size)
        }
        return largest
    }
}

extension RasterPixels {
    /// A part of the picture; beyond its edges, what is at the edge.
    func part(_ area: PixelArea) -> RasterPixels {
        var result: [UInt32] = []
        result.reserveCapacity(area.width * area.height)
        for row in area.y..<area.y + area.height {
            let start = min(height - 1, max(0, row)) * width
            for column in area.x..<area.x + area.width { result.append(pixels[start + min(width - 1, max(0, column))]) }
        }
        return RasterPixels(width: area.width, height: area.height, pixels: result)
    }
}
