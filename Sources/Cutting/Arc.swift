internal import Geometry

/// The arc between two points of a ``CutPath``.
struct Arc {
    let start: Point
    let end: Point
    let bulge: Double

    init(from start: Point, to end: Point, bulge: Double) {
        self.start = start
        self.end = end
        self.bulge = bulge
    }

    /// r = c · (1 + b²) / 4|b| for the chord c.
    var radius: Length { .pt(chord * (1 + bulge * bulge) / (4 * abs(bulge))) }

    private var chord: Double {
        let (x, y) = ((end.x - start.x).points, (end.y - start.y).points)
        return (x * x + y * y).squareRoot()
    }

    /// How far a point is from the arc, or from the circle that it is a part of, in points.
    func distance(to point: Point) -> Double {
        let (x, y) = ((end.x - start.x).points, (end.y - start.y).points)
        let (px, py) = ((point.x - start.x).points, (point.y - start.y).points)
        let length = chord
        guard length > 0 else { return (px * px + py * py).squareRoot() }
        guard abs(bulge) > 1e-5 else { return abs(px * y - py * x) / length }
        // The centre lies beside the chord's middle, at c · (1 − b²) / 4b to the right of its direction.
        let aside = length * (1 - bulge * bulge) / (4 * bulge)
        let (cx, cy) = (x / 2 - y / length * aside, y / 2 + x / length * aside)
        let distance = ((px - cx) * (px - cx) + (py - cy) * (py - cy)).squareRoot()
        return abs(distance - radius.points)
    }
}
