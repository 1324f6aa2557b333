/// Where a picture with transparency can be seen, and how much of it.
public struct VisibleShape: Sendable {
    /// Bounds of the visible pixels: first column and row, width and height.
    public var x: Int
    public var y: Int
    public var width: Int
    public var height: Int
    /// Sum of the opacities, counted in full pixels.
    public var area: Double
    /// Mean place of the opacity, in pixels from the picture's corner.
    public var centerX: Double
    public var centerY: Double

    /// Opacities up to this are dust that background removers leave.
    static let threshold: UInt8 = 8
    /// Parts with less than this share of the largest part's opacity are specks.
    static let speckShare = 0.003

    /// Finds the visible part and wipes specks out of the bitmap. Nil where nothing can be seen.
    public static func find(in bitmap: inout Bitmap) -> VisibleShape? {
        if bitmap.isOpaque {
            return VisibleShape(
                x: 0, y: 0, width: bitmap.width, height: bitmap.height,
                area: Double(bitmap.width * bitmap.height), centerX: Double(bitmap.width) / 2,
                centerY: Double(bitmap.height) / 2)
        }
        let grid = OpacityGrid(bitmap)
        let specks = grid.specks(share: speckShare)
        guard !specks.isEmpty else { return grid.shape }
        for cell in specks {
            let columns = cell.x * grid.cell..<min(bitmap.width, (cell.x + 1) * grid.cell)
            for row in cell.y * grid.cell..<min(bitmap.height, (cell.y + 1) * grid.cell) {
                for column in columns { bitmap.pixels[(row * bitmap.width + column) * 4 + 3] = 0 }
            }
        }
        return OpacityGrid(bitmap).shape
    }
}

/// Sums of opacity in square cells, and the visible bounds.
private struct OpacityGrid {
    let cell: Int
    let columns: Int
    let rows: Int
    var sums: [UInt32]
    var left = Int.max
    var right = -1
    var top = -1
    var bottom = -1

    init(_ bitmap: Bitmap) {
        let (width, height) = (bitmap.width, bitmap.height)
        let cell = max(4, (max(width, height) + 127) / 128)
        self.cell = cell
        columns = (width + cell - 1) / cell
        rows = (height + cell - 1) / cell
        sums = [UInt32](repeating: 0, count: columns * rows)
        let columns = columns
        // First down, all columns at once, then along: the second is so much less.
        var strip = [UInt32](repeating: 0, count: width)
        var line = [UInt32](repeating: 0, count: width)
        bitmap.pixels.withUnsafeBytes { pixels in
            sums.withUnsafeMutableBufferPointer { sums in
                strip.withUnsafeMutableBufferPointer { strip in
                    line.withUnsafeMutableBufferPointer { line in
                        for first in stride(from: 0, to: height, by: cell) {
                            strip.update(repeating: 0)
                            for row in first..<min(height, first &+ cell) {
                                let start = row &* width &* 4
                                var total: UInt32 = 0
                                for x in 0..<width {
                                    let pixel = UInt32(
                                        littleEndian: pixels.loadUnaligned(
                                            fromByteOffset: start &+ x &* 4, as: UInt32.self))
                                    let opacity = pixel &>> 24
                                    line[x] = opacity > UInt32(VisibleShape.threshold) ? opacity : 0
                                    total &+= line[x]
                                }
                                guard total > 0 else { continue }
                                if top < 0 { top = row }
                                bottom = row
                                for x in 0..<width { strip[x] &+= line[x] }
                            }
                            guard let from = strip.firstIndex(where: { $0 > 0 }),
                                let to = strip.lastIndex(where: { $0 > 0 })
                            else { continue }
                            (left, right) = (min(left, from), max(right, to))
                            let place = first / cell &* columns
                            for column in from / cell...to / cell {
                                var sum: UInt32 = 0
                                for x in column &* cell..<min(width, (column &+ 1) &* cell) { sum &+= strip[x] }
                                sums[place &+ column] = sum
                            }
                        }
                    }
                }
            }
        }
    }

    var shape: VisibleShape? {
        guard right >= left, bottom >= top, top >= 0 else { return nil }
        var total = 0.0
        var (x, y) = (0.0, 0.0)
        for row in 0..<rows {
            for column in 0..<columns {
                let sum = Double(sums[row * columns + column])
                guard sum > 0 else { continue }
                total += sum
                x += sum * (Double(column) + 0.5)
                y += sum * (Double(row) + 0.5)
            }
        }
        return VisibleShape(
            x: left, y: top, width: right - left + 1, height: bottom - top + 1, area: total / 255,
            centerX: x / total * Double(cell), centerY: y / total * Double(cell))
    }

    /// The cells of connected parts that hold too little to be meant.
    func specks(share: Double) -> [(x: Int, y: Int)] {
        var part = [Int](repeating: -1, count: sums.count)
        var masses: [Double] = []
        for start in sums.indices where sums[start] > 0 && part[start] < 0 {
            var open = [start]
            var mass = 0.0
            part[start] = masses.count
            while let place = open.popLast() {
                mass += Double(sums[place])
                let (column, row) = (place % columns, place / columns)
                for y in max(0, row - 1)...min(rows - 1, row + 1) {
                    for x in max(0, column - 1)...min(columns - 1, column + 1) {
                        let next = y * columns + x
                        guard sums[next] > 0, part[next] < 0 else { continue }
                        part[next] = masses.count
                        open.append(next)
                    }
                }
            }
            masses.append(mass)
        }
        guard masses.count > 1, let most = masses.max() else { return [] }
        return part.indices.filter { part[$0] >= 0 && masses[part[$0]] < most * share }
            .map { ($0 % columns, $0 / columns) }
    }
}
