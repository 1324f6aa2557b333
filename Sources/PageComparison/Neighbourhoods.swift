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
    @inline(never)
    func explains(_ old: [UInt32], _ new: [UInt32], column: Int, row: Int) -> Bool {
        let columns = max(0, column &- 1)...min(width &- 1, column &+ 1)
        let rows = max(0, row &- 1)...min(height &- 1, row &+ 1)
        let one = PixelComparison.overWhite(old[row &* oldStride &+ column])
        let other = PixelComparison.overWhite(new[row &* newStride &+ column])
        var (lowOld, highOld) = (one.components, one.components)
        var (lowNew, highNew) = (other.components, other.components)
        var sum = SIMD4<Int32>()
        var sizes = SIMD4<Int32>()
        for y in rows {
            for x in columns {
                let before = PixelComparison.overWhite(old[y &* oldStride &+ x]).components
                let after = PixelComparison.overWhite(new[y &* newStride &+ x]).components
                lowOld = lowOld.replacing(with: before, where: before .< lowOld)
                highOld = highOld.replacing(with: before, where: before .> highOld)
                lowNew = lowNew.replacing(with: after, where: after .< lowNew)
                highNew = highNew.replacing(with: after, where: after .> highNew)
                let difference = after &- before
                sum &+= difference
                sizes &+= difference.replacing(with: 0 &- difference, where: difference .< 0)
            }
        }
        let difference = other.components &- one.components
        for part in 0..<3 {
            let size = abs(Int(difference[part]))
            guard size > Self.slack else { continue }
            let edge = max(highOld[part] &- lowOld[part], highNew[part] &- lowNew[part])
            guard 2 &* size <= Int(edge) &+ Self.slack else { return false }
            let (before, after) = (one.components[part], other.components[part])
            let isBetween =
                Int(after) >= Int(lowOld[part]) &- Self.slack && Int(after) <= Int(highOld[part]) &+ Self.slack
                && Int(before) >= Int(lowNew[part]) &- Self.slack && Int(before) <= Int(highNew[part]) &+ Self.slack
            // Three rows or columns of pixels, each with one edge, or with the two of a line.
            let total = Int(sizes[part]) &- 9 &* Self.slack
            let isBalanced = 2 &* abs(sum[part]) <= sizes[part]
            guard isBetween && 2 &* total <= 3 &* Int(edge) || isBalanced && total <= 3 &* Int(edge) else {
                return false
            }
        }
        return true
    }
}

extension UInt32 {
    /// Red, green, blue and opacity of 0xAARRGGBB.
    fileprivate var components: SIMD4<Int32> {
        SIMD4(Int32(self >> 16 & 255), Int32(self >> 8 & 255), Int32(self & 255), Int32(self >> 24))
    }
}
