internal import Codecs

/// Compares pictures as an eye does: differences that are too faint to notice, and edges that are smoothed another way,
/// are none.
public enum PixelComparison {
    /// A distance of colours from which on it is noticed, as a part of that between black and white: about five of 255
    /// steps of grey.
    public static let noticeable = 0.02

    /// Compares two pictures that lie on each other's top left corner, as seen on white paper. Where only one of them
    /// has pixels, they differ.
    ///
    /// - Parameter noticeable: A distance of colours from which on it counts, as ``noticeable``.
    public static func compare(
        _ old: RasterPixels, _ new: RasterPixels, ignoring areas: [PixelArea] = [],
        noticeable: Double = PixelComparison.noticeable
    ) -> PixelDifference {
        let limit = limit(noticeable)
        let width = max(old.width, new.width)
        let height = max(old.height, new.height)
        var runs: [PixelDifference.Run] = []
        let common = (width: min(old.width, new.width), height: min(old.height, new.height))
        let comparison = Neighbourhoods(width: common.width, height: common.height, old: old.width, new: new.width)
        let (before, after) = (old.pixels, new.pixels)
        for row in 0..<height {
            let skipped = areas.filter { $0.y <= row && row < $0.y + $0.height }
            func isSkipped(_ column: Int) -> Bool {
                skipped.contains { $0.x <= column && column < $0.x + $0.width }
            }
            var from: Int?
            func mark(_ column: Int, _ isChanged: Bool) {
                if isChanged, !isSkipped(column) {
                    if from == nil { from = column }
                } else if let start = from {
                    runs.append(.init(row: Int32(row), from: Int32(start), to: Int32(column)))
                    from = nil
                }
            }
            var column = 0
            if row < common.height {
                let (left, right) = (row &* old.width, row &* new.width)
                if !PixelRows.areEqual(before, from: left, after, from: right, count: common.width) {
                    while column < common.width {
                        let (one, other) = (before[left &+ column], after[right &+ column])
                        let isChanged =
                            one != other && isNoticeable(overWhite(one), overWhite(other), limit)
                            && !comparison.explains(before, after, column: column, row: row)
                        if isChanged || from != nil { mark(column, isChanged) }
                        column &+= 1
                    }
                }
                column = common.width
                mark(column, false)
            }
            while column < width {
                mark(column, true)
                column += 1
            }
            mark(width, false)
        }
        runs = comparison.withoutSpecks(runs, before, after)
        return PixelDifference(width: width, height: height, runs: runs, ground: new, ignored: areas)
    }

    /// The colour as it is seen on white paper.
    @inline(__always)
    static func overWhite(_ pixel: UInt32) -> UInt32 {
        let rest = 255 &- pixel >> 24
        // Premultiplied: no component is more than the opacity, so none overflows into the next.
        return rest == 0 ? pixel : (pixel | 0xFF00_0000) &+ rest &* 0x0001_0101
    }

    /// Whether two colours are not even similar.
    static func isFar(_ one: UInt32, _ other: UInt32) -> Bool {
        func distance(_ shift: UInt32) -> Int { abs(Int(one >> shift & 255) - Int(other >> shift & 255)) }
        return max(distance(16), distance(8), distance(0)) > 24
    }

    /// Distance of the colours in YIQ, weighted as in Kotsarenko and Ramos, "Measuring perceived color difference using
    /// YIQ NTSC transmission color space in mobile applications" (2010); in whole numbers, the same on every machine.
    @inline(__always)
    static func isNoticeable(_ one: UInt32, _ other: UInt32, _ limit: Int) -> Bool {
        let red = Int(one >> 16 & 255) &- Int(other >> 16 & 255)
        let green = Int(one >> 8 & 255) &- Int(other >> 8 & 255)
        let blue = Int(one & 255) &- Int(other & 255)
        let y = 306 &* red &+ 601 &* green &+ 117 &* blue
        let i = 610 &* red &- 281 &* green &- 329 &* blue
        let q = 217 &* red &- 535 &* green &+ 318 &* blue
        return 517 &* (y &* y) &+ 306 &* (i &* i) &+ 200 &* (q &* q) > limit
    }

    /// The square of a distance in the numbers of ``isNoticeable(_:_:_:)``: components times 1,024, weights times 1,024.
    private static func limit(_ noticeable: Double) -> Int {
        let whole = 517.0 * (1024 * 255) * (1024 * 255)
        return Int(noticeable * noticeable * whole)
    }
}
