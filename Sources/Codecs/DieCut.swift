/// The silhouette of a die-cut sticker: the art's shape grown by the border, rounded, its small holes and clefts closed.
public struct DieCut: Sendable {
    /// Opacity of the silhouette at the art's resolution, 255 inside, with an antialiased contour.
    public var alpha: [UInt8]

    /// Opacities from which and up to which an art pixel counts from not at all to wholly as part of the shape: glass counts, the faint end of a soft shadow does not.
    static let solidFrom: Int32 = 16
    static let solidTo: Int32 = 72

    /// - Parameters:
    ///   - pixels: the art, red, green, blue, opacity, with room for the border around it.
    ///   - border: the width of the edge in pixels.
    ///   - closing: holes and clefts narrower than twice this after growing are closed, in pixels.
    ///   - hole: holes of a smaller area are closed, in square pixels.
    ///   - cell: art pixels a side of a cell of the grid that distances are measured on.
    public init(pixels: [UInt8], width: Int, height: Int, border: Double, closing: Double, hole: Double, cell: Int) {
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
        let outer = (grown + 0.5) * (grown + 0.5)
        let inner = max(0, grown - 0.5) * max(0, grown - 0.5)
        for index in field.indices {
            let squared = field[index]
            // Roots are only taken near the contour.
            let uncovered: Float
            if squared >= outer {
                uncovered = 1
            } else if squared <= inner {
                uncovered = 0
            } else {
                uncovered = min(max(0.5 - grown + squared.squareRoot(), 0), 1)
            }
            field[index] = uncovered > 0.04 ? 2 * close * (0.5 - uncovered) : DistanceTransform.none
        }
        field = DistanceTransform.transform(field, columns: columns, rows: rows)
        let far = (close + 8) * (close + 8)
        for index in field.indices { field[index] = field[index] < far ? max(0, field[index]).squareRoot() - close : 8 }
        DieCut.fillHoles(&field, columns: columns, rows: rows, smallerThan: hole / Double(cell * cell))
        alpha = DieCut.contour(
            field, columns: columns, margin: margin, cell: cell, width: width, height: height)
    }

    /// The share of each cell that the art covers.
    private static func coverage(
        _ pixels: [UInt8], width: Int, height: Int, cell: Int, columns: Int, rows: Int, margin: Int
    ) -> [Float] {
        var shares = [Float](repeating: 0, count: columns * rows)
        let scale = 1 / Float((solidTo - solidFrom) * Int32(cell * cell))
        // First down, all columns at once, then along: the second is so much less.
        var sums = [Int32](repeating: 0, count: width)
        pixels.withUnsafeBytes { pixels in
            sums.withUnsafeMutableBufferPointer { sums in
                shares.withUnsafeMutableBufferPointer { shares in
                    for first in stride(from: 0, to: height, by: cell) {
                        sums.update(repeating: 0)
                        for row in first..<min(height, first &+ cell) {
                            let start = row &* width &* 4
                            for x in 0..<width {
                                let pixel = UInt32(
                                    littleEndian: pixels.loadUnaligned(
                                        fromByteOffset: start &+ x &* 4, as: UInt32.self))
                                let opacity = Int32(truncatingIfNeeded: pixel &>> 24)
                                sums[x] &+= min(max(opacity &- solidFrom, 0), solidTo &- solidFrom)
                            }
                        }
                        var place = (first / cell &+ margin) &* columns &+ margin
                        var x = 0
                        while x < width {
                            let end = min(width, x &+ cell)
                            var sum: Int32 = 0
                            while x < end {
                                sum &+= sums[x]
                                x &+= 1
                            }
                            shares[place] = Float(sum) * scale
                            place &+= 1
                        }
                    }
                }
            }
        }
        return shares
    }

    /// Closes enclosed outside parts of few cells, which no blade would cut out.
    private static func fillHoles(_ field: inout [Float], columns: Int, rows: Int, smallerThan area: Double) {
        var isSeen = field.map { $0 >= 0 }
        var open: [Int] = []
        for start in field.indices where !isSeen[start] {
            var part = [start]
            isSeen[start] = true
            open.append(start)
            while let place = open.popLast() {
                let column = place % columns
                if column > 0 { visit(place - 1) }
                if column + 1 < columns { visit(place + 1) }
                if place >= columns { visit(place - columns) }
                if place + columns < field.count { visit(place + columns) }
            }
            // The first part holds the grid's corner: it is the outside itself.
            guard start > 0, Double(part.count) < area else { continue }
            for place in part { field[place] = 8 }
            func visit(_ place: Int) {
                guard !isSeen[place] else { return }
                isSeen[place] = true
                part.append(place)
                open.append(place)
            }
        }
    }

    /// Signed distances (in cells, positive inside) as opacities of pixels, with a contour of one pixel's softness.
    private static func contour(
        _ field: [Float], columns: Int, margin: Int, cell: Int, width: Int, height: Int
    ) -> [UInt8] {
        let scale = Float(cell)
        // The grid's cell left of each column's middle, and how far right of it.
        let places = (0..<width).map { (Float($0) + 0.5) / scale - 0.5 + Float(margin) }
        let lefts = places.map { Int($0) }
        let shares = zip(places, lefts).map { $0 - Float($1) }
        // Stretches of columns between the same four cells: all inside, all outside, or on the contour.
        var stretches: [(columns: Range<Int>, opacity: UInt8?)] = []
        var known = -1
        return [UInt8](unsafeUninitializedCapacity: width * height) { target, count in
            count = width * height
            guard let base = target.baseAddress else { return }
            field.withUnsafeBufferPointer { field in
                for row in 0..<height {
                    let y = (Float(row) + 0.5) / scale - 0.5 + Float(margin)
                    let above = Int(y)
                    let downShare = y - Float(above)
                    if above != known {
                        known = above
                        DieCut.find(&stretches, lefts, field, line: above &* columns, columns: columns)
                    }
                    let line = above &* columns
                    let out = base + row &* width
                    for stretch in stretches {
                        if let opacity = stretch.opacity {
                            (out + stretch.columns.lowerBound).update(repeating: opacity, count: stretch.columns.count)
                            continue
                        }
                        for column in stretch.columns {
                            let place = line &+ lefts[column]
                            let (a, b) = (field[place], field[place &+ 1])
                            let (c, d) = (field[place &+ columns], field[place &+ columns &+ 1])
                            let upper = a + (b - a) * shares[column]
                            let lower = c + (d - c) * shares[column]
                            let value = upper + (lower - upper) * downShare
                            // Sixteen steps are as smooth on paper and a third smaller in the file.
                            let level = (min(max(0.5 + value * scale, 0), 1) * 15).rounded()
                            out[column] = UInt8(level) &* 17
                        }
                    }
                }
            }
        }
    }

    /// Cuts a row of pixels between two rows of cells into stretches.
    private static func find(
        _ stretches: inout [(columns: Range<Int>, opacity: UInt8?)], _ lefts: [Int],
        _ field: UnsafeBufferPointer<Float>, line: Int, columns: Int
    ) {
        stretches.removeAll(keepingCapacity: true)
        var column = 0
        while column < lefts.count {
            let left = lefts[column]
            var end = column &+ 1
            while end < lefts.count, lefts[end] == left { end &+= 1 }
            let place = line &+ left
            let (a, b) = (field[place], field[place &+ 1])
            let (c, d) = (field[place &+ columns], field[place &+ columns &+ 1])
            let opacity: UInt8? =
                min(min(a, b), min(c, d)) > 1 ? 255 : max(max(a, b), max(c, d)) < -1 ? 0 : nil
            if let last = stretches.last, last.opacity == opacity {
                stretches[stretches.count - 1].columns = last.columns.lowerBound..<end
            } else {
                stretches.append((column..<end, opacity))
            }
            column = end
        }
    }
}
