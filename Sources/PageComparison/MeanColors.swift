internal import Geometry

/// Mean colours of any part of a drawn thing, on fractions of pixels too: a summed-area table (Crow, 1984).
///
/// Two drawings of one thing that lie otherwise on the pixels have the same means, but for what the renderer rounds.
struct MeanColors {
    /// The thing's size in pixels, upright.
    let width: Double
    let height: Double
    private let turns: Int
    /// Where the thing begins, in pixels from the table's corner.
    private let left: Double
    private let top: Double
    private let columns: Int
    private let rows: Int
    /// Sums of all pixels above and to the left, `columns + 1` a row.
    private var sums: [SIMD4<Double>]

    init(_ page: RasterPixels, _ part: PagePart, dpi: Double) {
        func pixels(_ length: Length) -> Double { length.points / 72 * dpi }
        let (minX, minY) = (max(0, pixels(part.box.minX)), max(0, pixels(part.box.minY)))
        let maxX = max(minX, min(Double(page.width), pixels(part.box.maxX)))
        let maxY = max(minY, min(Double(page.height), pixels(part.box.maxY)))
        let (firstColumn, firstRow) = (Int(minX), Int(minY))
        columns = Int(maxX.rounded(.up)) - firstColumn
        rows = Int(maxY.rounded(.up)) - firstRow
        (left, top) = (minX - Double(firstColumn), minY - Double(firstRow))
        turns = part.turns
        (width, height) = part.turns % 2 == 0 ? (maxX - minX, maxY - minY) : (maxY - minY, maxX - minX)
        sums = Array(repeating: .zero, count: (columns + 1) * (rows + 1))
        for row in 0..<max(0, rows) {
            var line = SIMD4<Double>.zero
            for column in 0..<max(0, columns) {
                let pixel = PixelComparison.overWhite(page.pixels[(firstRow + row) * page.width + firstColumn + column])
                line += SIMD4(Double(pixel >> 16 & 255), Double(pixel >> 8 & 255), Double(pixel & 255), 0)
                sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + line
            }
        }
    }

    /// The mean of a square around a place of the upright thing.
    func mean(x: Double, y: Double, side: Double) -> SIMD4<Double> {
        // Where a clockwise turn brings the place.
        let (u, v) =
            switch turns {
            case 1: (height - y, x)
            case 2: (width - x, height - y)
            case 3: (y, width - x)
            default: (x, y)
            }
        let (x0, y0) = (left + u - side / 2, top + v - side / 2)
        let (x1, y1) = (x0 + side, y0 + side)
        return (sum(x1, y1) - sum(x0, y1) - sum(x1, y0) + sum(x0, y0)) / (side * side)
    }

    /// Of all above and to the left of a place, pixels taken as even squares.
    private func sum(_ x: Double, _ y: Double) -> SIMD4<Double> {
        let (x, y) = (min(max(0, x), Double(columns)), min(max(0, y), Double(rows)))
        let (column, row) = (min(Int(x), max(0, columns - 1)), min(Int(y), max(0, rows - 1)))
        let (a, b) = (x - Double(column), y - Double(row))
        let place = row * (columns + 1) + column
        guard columns > 0, rows > 0 else { return .zero }
        let upper = sums[place] * (1 - a) + sums[place + 1] * a
        let lower = sums[place + columns + 1] * (1 - a) + sums[place + columns + 2] * a
        return upper * (1 - b) + lower * b
    }

    // MARK: Comparison

    /// Side of the squares that are compared: a letter's width at the sizes of cards.
    private static let side = Length.mm(1.8)
    /// A line that a renderer put a whole pixel elsewhere changes the mean of seven pixels by a seventh.
    private static let fewestPixels = 7.0
    /// Of 255 steps.
    private static let noticeable = 48.0

    /// Share of the squares whose colours differ, 0…1.
    static func difference(_ one: MeanColors, _ other: MeanColors, dpi: Double) -> Double {
        guard abs(one.width - other.width) < 2, abs(one.height - other.height) < 2 else { return 1 }
        let side = max(fewestPixels, Self.side.points / 72 * dpi)
        let (width, height) = (min(one.width, other.width), min(one.height, other.height))
        var (count, changed) = (0, 0)
        for y in stride(from: side / 2, through: height - side / 2, by: side / 2) {
            for x in stride(from: side / 2, through: width - side / 2, by: side / 2) {
                let distance = one.mean(x: x, y: y, side: side) - other.mean(x: x, y: y, side: side)
                count += 1
                if max(distance.max(), -distance.min()) > noticeable { changed += 1 }
            }
        }
        return count == 0 ? 0 : Double(changed) / Double(count)
    }
}
