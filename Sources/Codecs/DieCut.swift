/// The silhouette of a die-cut sticker: the art's shape grown by the border, rounded, its small holes and clefts closed.
public struct DieCut: Sendable {
    /// Opacity of the silhouette at the art's resolution, 255 inside, with an antialiased contour.
    public var alpha: [UInt8]

    /// Opacities from which and up to which an art pixel counts from not at all to wholly as part of the shape; soft shadows in the art stay outside of the cut.
    static let solidFrom: Int32 = 24
    static let solidTo: Int32 = 104

    /// - Parameters:
    ///   - pixels: the art, red, green, blue, opacity, with room for the border around it.
    ///   - border: the width of the edge in pixels.
    ///   - closing: holes and clefts narrower than twice this after growing are closed, in pixels.
    ///   - cell: art pixels a side of a cell of the grid that distances are measured on.
    public init(pixels: [UInt8], width: Int, height: Int, border: Double, closing: Double, cell: Int) {
        let reach = Float(border / Double(cell))
        let close = Float(closing / Double(cell))
        // Room for the closing, which needs the shape grown beyond the border.
        let margin = Int(close.rounded(.up)) + 3
        let columns = (width + cell - 1) / cell + 2 * margin
        let rows = (height + cell - 1) / cell + 2 * margin
        var field = DieCut.coverage(
            pixels, width: width, height: height, cell: cell, columns: columns, rows: rows, margin: margin)
        // A cell that is covered in part lets its disc grow by as much less: |p − q|² + 2·R·s ≤ R² is the disc of radius R − s to first order, so contours keep their place between the cells.
        let grown = reach + close
        for index in field.indices {
            let covered = field[index]
            field[index] = covered > 0.04 ? 2 * grown * (0.5 - covered) : DistanceTransform.none
        }
        field = DistanceTransform.transform(field, columns: columns, rows: rows)
        for index in field.indices {
            let inside = grown - max(0, field[index]).squareRoot()
            let uncovered = min(max(0.5 - inside, 0), 1)
            field[index] = uncovered > 0.04 ? 2 * close * (0.5 - uncovered) : DistanceTransform.none
        }
        field = DistanceTransform.transform(field, columns: columns, rows: rows)
        for index in field.indices { field[index] = min(max(0, field[index]).squareRoot(), close + 8) - close }
        alpha = DieCut.contour(
            field, columns: columns, margin: margin, cell: cell, width: width, height: height)
    }

    /// The share of each cell that the art covers.
    private static func coverage(
        _ pixels: [UInt8], width: Int, height: Int, cell: Int, columns: Int, rows: Int, margin: Int
    ) -> [Float] {
        var sums = [Int32](repeating: 0, count: columns * rows)
        pixels.withUnsafeBufferPointer { pixels in
            sums.withUnsafeMutableBufferPointer { sums in
                for row in 0..<height {
                    let line = (row / cell &+ margin) &* columns &+ margin
                    var from = 0
                    var column = 0
                    while from < width {
                        let to = min(width, from &+ cell)
                        var sum: Int32 = 0
                        for x in from..<to {
                            let opacity = Int32(pixels[(row &* width &+ x) &* 4 &+ 3])
                            sum &+= min(max(opacity &- solidFrom, 0), solidTo &- solidFrom)
                        }
                        sums[line &+ column] &+= sum
                        from = to
                        column &+= 1
                    }
                }
            }
        }
        let full = Float((solidTo - solidFrom) * Int32(cell * cell))
        return sums.map { Float($0) / full }
    }

    /// Signed distances (in cells, positive inside) as opacities of pixels, with a contour of one pixel's softness.
    private static func contour(
        _ field: [Float], columns: Int, margin: Int, cell: Int, width: Int, height: Int
    ) -> [UInt8] {
        let scale = 255 * Float(cell)
        return [UInt8](unsafeUninitializedCapacity: width * height) { target, count in
            field.withUnsafeBufferPointer { field in
                for row in 0..<height {
                    let y = (Float(row) + 0.5) / Float(cell) - 0.5 + Float(margin)
                    let above = Int(y)
                    let downShare = y - Float(above)
                    let line = above &* columns
                    var column = 0
                    while column < width {
                        let x = (Float(column) + 0.5) / Float(cell) - 0.5 + Float(margin)
                        let left = Int(x)
                        let place = line &+ left
                        let (a, b) = (field[place], field[place &+ 1])
                        let (c, d) = (field[place &+ columns], field[place &+ columns &+ 1])
                        // All pixels between the same four cells.
                        let end = min(width, (left &- margin &+ 1) &* cell &+ cell / 2)
                        let out = row &* width
                        if min(a, b, c, d) > 1 {
                            for place in column..<max(column &+ 1, end) { target[out &+ place] = 255 }
                            column = max(column &+ 1, end)
                            continue
                        }
                        if max(a, b, c, d) < -1 {
                            for place in column..<max(column &+ 1, end) { target[out &+ place] = 0 }
                            column = max(column &+ 1, end)
                            continue
                        }
                        let share = x - Float(left)
                        let upper = a + (b - a) * share
                        let lower = c + (d - c) * share
                        let value = upper + (lower - upper) * downShare
                        target[out &+ column] = UInt8(min(max(127.5 + value * scale, 0), 255))
                        column &+= 1
                    }
                }
            }
            count = width * height
        }
    }
}
