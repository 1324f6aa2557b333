/// Tells edges that lie a part of a pixel elsewhere, or are smoothed otherwise, from real changes.
struct Neighbourhoods {
    /// What both pictures have.
    let width: Int
    let height: Int
    /// Pixels a row of each picture.
    let oldStride: Int
    let newStride: Int

    /// Differences of components up to this are none.
    private static let slack = 5

    init(width: Int, height: Int, old: Int, new: Int) {
        self.width = width
        self.height = height
        oldStride = old
        newStride = new
    }

    /// Whether an edge explains the difference of a pixel: in each component it is at most half of the edge's height, as
    /// if the edge lay up to half a pixel elsewhere, and
    ///
    /// - each value lies between those around it in the other picture, as beside a surface, and the pixels around it
    ///   differ by no more in sum than half a pixel's worth of edge, or
    /// - what is darker here is lighter next to it, as with a thin line.
    ///
    /// Another colour of a surface, a line or a letter is neither; nor is a dot, or an edge a whole pixel elsewhere.
    func explains(_ old: [UInt32], _ new: [UInt32], column: Int, row: Int) -> Bool {
        let seen = look(old, new, column: column, row: row)
        for part in 0..<3 {
            let (size, edge) = (seen.size(part), seen.edge(part))
            guard size > Self.slack else { continue }
            guard 2 &* size <= edge &+ Self.slack else { return false }
            // Three rows or columns of pixels, each with one edge, or with the two of a line.
            let total = Int(seen.sizes[part]) &- 9 &* Self.slack
            let isBalanced = 2 &* abs(seen.sum[part]) <= seen.sizes[part]
            guard seen.isBetween(part) && 2 &* total <= 3 &* edge || isBalanced && total <= 3 &* edge else {
                return false
            }
        }
        return true
    }

    /// The runs without single pixels that lie at an edge and between what is around them: the corner of a letter that
    /// was set a part of a pixel elsewhere.
    func withoutSpecks(_ runs: [PixelDifference.Run], _ old: [UInt32], _ new: [UInt32]) -> [PixelDifference.Run] {
        // Where so much differs, specks are no question.
        guard runs.count < 20_000 else { return runs }
        var kept: [PixelDifference.Run] = []
        var start = 0
        for (index, run) in runs.enumerated() {
            while runs[start].row < run.row &- 2 { start += 1 }
            var other = start
            var isAlone = run.to == run.from + 1
            while isAlone, other < runs.count, runs[other].row <= run.row + 2 {
                let near = runs[other]
                if other != index, near.from <= run.to + 1, run.from <= near.to + 1 { isAlone = false }
                other += 1
            }
            let (column, row) = (Int(run.from), Int(run.row))
            if isAlone, column < width, row < height {
                let seen = look(old, new, column: column, row: row)
                let isSpeck = (0..<3).allSatisfy {
                    seen.size($0) <= Self.slack || seen.isBetween($0) && 4 * seen.size($0) <= 3 * seen.edge($0)
                }
                if isSpeck { continue }
            }
            kept.append(run)
        }
        return kept
    }

    /// Whether a pixel's value in each picture lies between those around it in the other.
    func liesBetween(_ old: [UInt32], _ new: [UInt32], column: Int, row: Int) -> Bool {
        let seen = look(old, new, column: column, row: row)
        return (0..<3).allSatisfy { seen.isBetween($0) }
    }

    /// A pixel and those around it in both pictures, component by component.
    private struct Surroundings {
        var before: SIMD4<Int32>
        var after: SIMD4<Int32>
        var lowOld: SIMD4<Int32>
        var highOld: SIMD4<Int32>
        var lowNew: SIMD4<Int32>
        var highNew: SIMD4<Int32>
        /// Of the differences, with their signs and without.
        var sum = SIMD4<Int32>()
        var sizes = SIMD4<Int32>()

        func size(_ part: Int) -> Int { abs(Int(after[part]) &- Int(before[part])) }

        /// From the lowest to the highest value around.
        func edge(_ part: Int) -> Int { Int(max(highOld[part] &- lowOld[part], highNew[part] &- lowNew[part])) }

        /// Whether each value lies between those around it in the other picture.
        func isBetween(_ part: Int) -> Bool {
            let slack = Int32(Neighbourhoods.slack)
            return after[part] >= lowOld[part] &- slack && after[part] <= highOld[part] &+ slack
                && before[part] >= lowNew[part] &- slack && before[part] <= highNew[part] &+ slack
        }
    }

    private func look(_ old: [UInt32], _ new: [UInt32], column: Int, row: Int) -> Surroundings {
        let columns = max(0, column &- 1)...min(width &- 1, column &+ 1)
        let rows = max(0, row &- 1)...min(height &- 1, row &+ 1)
        let one = PixelComparison.overWhite(old[row &* oldStride &+ column]).components
        let other = PixelComparison.overWhite(new[row &* newStride &+ column]).components
        var seen = Surroundings(
            before: one, after: other, lowOld: one, highOld: one, lowNew: other, highNew: other)
        for y in rows {
            for x in columns {
                let before = PixelComparison.overWhite(old[y &* oldStride &+ x]).components
                let after = PixelComparison.overWhite(new[y &* newStride &+ x]).components
                seen.lowOld = seen.lowOld.replacing(with: before, where: before .< seen.lowOld)
                seen.highOld = seen.highOld.replacing(with: before, where: before .> seen.highOld)
                seen.lowNew = seen.lowNew.replacing(with: after, where: after .< seen.lowNew)
                seen.highNew = seen.highNew.replacing(with: after, where: after .> seen.highNew)
                let difference = after &- before
                seen.sum &+= difference
                seen.sizes &+= difference.replacing(with: 0 &- difference, where: difference .< 0)
            }
        }
        return seen
    }
}

extension UInt32 {
    /// Red, green, blue and opacity of 0xAARRGGBB.
    fileprivate var components: SIMD4<Int32> {
        SIMD4(Int32(self >> 16 & 255), Int32(self >> 8 & 255), Int32(self & 255), Int32(self >> 24))
    }
}
