public import Geometry

/// Outlines of what is opaque in a picture, as smooth lines for a knife.
public enum Contour {
    /// Opacities from this on are inside, between pixels in proportion.
    private static let level = 127.5
    /// Parts and holes of a smaller area no blade cuts, in square millimetres.
    private static let least = 2.0

    /// The outlines around the opaque parts, clockwise, and around the holes in them, the other way round.
    ///
    /// - Parameters:
    ///   - opacities: rows from the top, 255 opaque.
    ///   - area: where the picture lies.
    public static func trace(_ opacities: [UInt8], columns: Int, rows: Int, over area: Rect) -> [CutPath] {
        guard columns > 0, rows > 0, opacities.count == columns * rows else { return [] }
        let (across, down) = (area.width / Double(columns), area.height / Double(rows))
        return rings(opacities, columns, rows).compactMap { ring in
            let points = ring.map {
                Point(x: area.minX + across * ($0.x + 0.5), y: area.minY + down * ($0.y + 0.5))
            }
            guard Contour.area(points) >= Contour.least else { return nil }
            return ArcFit.path(around: points)
        }
    }

    /// A place between the middles of pixels.
    private struct Place {
        var x: Double
        var y: Double
    }

    /// Marching squares over the middles of pixels, with a transparent pixel around the picture. The opaque side lies to the right of the way.
    private static func rings(_ opacities: [UInt8], _ columns: Int, _ rows: Int) -> [[Place]] {
        // The sides of squares are numbered: those between two pixels of a row first, then those between two rows.
        let width = columns + 2
        let stride = width
        let levels = width * (rows + 2)
        func value(_ x: Int, _ y: Int) -> Double {
            x >= 0 && y >= 0 && x < columns && y < rows ? Double(opacities[y * columns + x]) : 0
        }
        func level(_ x: Int, _ y: Int) -> Int { (y + 1) * stride + x + 1 }
        func upright(_ x: Int, _ y: Int) -> Int { levels + level(x, y) }
        var next: [Int: Int] = [:]
        for y in -1..<rows {
            for x in -1..<columns {
                let corners = (
                    value(x, y) > Contour.level, value(x + 1, y) > Contour.level, value(x + 1, y + 1) > Contour.level,
                    value(x, y + 1) > Contour.level
                )
                let (top, right, bottom, left) = (level(x, y), upright(x + 1, y), level(x, y + 1), upright(x, y))
                // Written with the opaque side to the left, linked the other way round.
                func link(_ from: Int, _ to: Int) { next[to] = from }
                // Corners from the top left, clockwise.
                switch corners {
                case (false, false, false, false), (true, true, true, true): break
                case (true, false, false, false): link(left, top)
                case (false, true, false, false): link(top, right)
                case (false, false, true, false): link(right, bottom)
                case (false, false, false, true): link(bottom, left)
                case (true, true, false, false): link(left, right)
                case (false, true, true, false): link(top, bottom)
                case (false, false, true, true): link(right, left)
                case (true, false, false, true): link(bottom, top)
                case (true, true, true, false): link(left, bottom)
                case (true, true, false, true): link(bottom, right)
                case (true, false, true, true): link(right, top)
                case (false, true, true, true): link(top, left)
                // Two parts that touch at a corner stay apart.
                case (true, false, true, false):
                    link(left, top)
                    link(right, bottom)
                case (false, true, false, true):
                    link(top, right)
                    link(bottom, left)
                }
            }
        }
        func place(_ side: Int) -> Place {
            let isUpright = side >= levels
            let number = isUpright ? side - levels : side
            let (x, y) = (number % stride - 1, number / stride - 1)
            let (a, b) = (value(x, y), isUpright ? value(x, y + 1) : value(x + 1, y))
            let share = (Contour.level - a) / (b - a)
            return isUpright ? Place(x: Double(x), y: Double(y) + share) : Place(x: Double(x) + share, y: Double(y))
        }
        var rings: [[Place]] = []
        // In the order of rows, so that the result does not depend on the dictionary's.
        for start in next.keys.sorted() {
            guard var side = next.removeValue(forKey: start) else { continue }
            var ring = [place(start)]
            while side != start {
                ring.append(place(side))
                guard let following = next.removeValue(forKey: side) else { break }
                side = following
            }
            rings.append(ring)
        }
        return rings
    }

    /// In square millimetres, whichever way round.
    private static func area(_ points: [Point]) -> Double {
        var sum = 0.0
        for (index, point) in points.enumerated() {
            let next = points[(index + 1) % points.count]
            sum += point.x.millimetres * next.y.millimetres - next.x.millimetres * point.y.millimetres
        }
        return abs(sum / 2)
    }
}
