/// A page in 48 × 64 cells: enough to see which page it is.
struct PageThumbnail: Sendable {
    static let columns = 48
    static let rows = 64

    /// Mean red, green and blue of each cell, rows from the top.
    let cells: [SIMD4<UInt8>]
    /// The most frequent cell, to a few steps: paper, as a rule.
    let ground: SIMD4<UInt8>
    /// Width by height of the page.
    let aspect: Double

    init(_ picture: RasterPixels) {
        aspect = picture.height == 0 ? 1 : Double(picture.width) / Double(picture.height)
        var cells: [SIMD4<UInt8>] = []
        cells.reserveCapacity(Self.columns * Self.rows)
        let pixels = picture.pixels
        // Where each cell begins; a picture smaller than the grid gives its pixels to several cells.
        let lefts = (0...Self.columns).map { $0 * picture.width / Self.columns }
        let tops = (0...Self.rows).map { $0 * picture.height / Self.rows }
        for row in 0..<Self.rows where picture.width > 0 && picture.height > 0 {
            let (top, bottom) = (tops[row], max(tops[row] + 1, tops[row + 1]))
            for column in 0..<Self.columns {
                let (left, right) = (lefts[column], max(lefts[column] + 1, lefts[column + 1]))
                // Red and blue side by side in one word, green in another: 65,000 pixels a cell at the most.
                var redAndBlue: UInt64 = 0
                var green: UInt64 = 0
                for y in top..<bottom {
                    let start = y &* picture.width
                    for x in left..<right {
                        let pixel = UInt64(pixels[start &+ x])
                        redAndBlue &+= (pixel & 0xFF) | (pixel & 0xFF_0000) &<< 16
                        green &+= pixel >> 8 & 0xFF
                    }
                }
                let count = UInt64((bottom - top) * (right - left))
                cells.append(
                    SIMD4(
                        UInt8((redAndBlue >> 32) / count), UInt8(green / count),
                        UInt8((redAndBlue & 0xFFFF_FFFF) / count), 0))
            }
        }
        self.cells = cells
        var counts: [SIMD4<UInt8>: Int] = [:]
        for cell in cells { counts[cell & 0xF8, default: 0] += 1 }
        ground = counts.max { ($0.value, Self.order($1.key)) < ($1.value, Self.order($0.key)) }?.key ?? .init()
    }

    /// A number for each colour, so that the order of a hash table decides nothing.
    private static func order(_ color: SIMD4<UInt8>) -> Int {
        Int(color[0]) << 16 | Int(color[1]) << 8 | Int(color[2])
    }

    /// How alike two pages look, 0…1: the part of the cells that are more than ground on either page which agrees. 1 for
    /// two empty pages.
    func likeness(to other: PageThumbnail) -> Double {
        guard cells.count == other.cells.count else { return 0 }
        var seen = 0
        var alike = 0
        let isSameGround = Self.distance(ground, other.ground) <= 16
        for index in cells.indices {
            let (one, two) = (cells[index], other.cells[index])
            let isGround = Self.distance(one & 0xF8, ground) <= 8 && Self.distance(two & 0xF8, other.ground) <= 8
            if isGround, isSameGround { continue }
            seen &+= Self.range
            alike &+= max(0, Self.range &- Self.distance(one, two))
        }
        let part = seen == 0 ? 1 : Double(alike) / Double(seen)
        // Pages of another shape are other pages, unless nothing else is like them.
        return abs(aspect - other.aspect) > 0.02 * aspect ? part / 2 : part
    }

    /// Steps of a colour after which cells have nothing in common.
    private static let range = 48

    @inline(__always)
    private static func distance(_ one: SIMD4<UInt8>, _ other: SIMD4<UInt8>) -> Int {
        let difference = SIMD4<Int16>(truncatingIfNeeded: one) &- SIMD4<Int16>(truncatingIfNeeded: other)
        return Int(difference.replacing(with: 0 &- difference, where: difference .< 0).max())
    }
}
