internal import Geometry

/// Smooth closed lines through points: pairs of arcs without a kink between them ("biarcs"), as long as they stay on the points.
///
/// A knife turns its blade without stopping, and a file has a handful of arcs instead of thousands of specks of line.
enum ArcFit {
    /// How far from the points the line may run, in points: 0.04 mm, half of what a blade is thick.
    private static let tolerance = Length.mm(0.04).points
    /// Directions are taken from points this far before and after, in points: further than a pixel's steps.
    private static let reach = Length.mm(0.4).points
    /// A pair of arcs takes no more points than this.
    private static let most = 512

    static func path(around points: [Point]) -> CutPath? {
        guard points.count >= 8 else { return nil }
        let directions = points.indices.map { direction(at: $0, points) }
        var vertices: [CutPath.Vertex] = []
        var start = 0
        while start < points.count {
            var length = 1
            // Doubling, then halving: as far as it goes.
            var step = 1
            var isGrowing = true
            while step > 0 {
                let tried = length + step
                if tried <= min(most, points.count / 2), start + tried <= points.count,
                    fits(start, tried, points, directions)
                {
                    length = tried
                    if isGrowing { step *= 2 } else { step /= 2 }
                } else {
                    isGrowing = false
                    step /= 2
                }
            }
            let end = (start + length) % points.count
            let pair = Biarc(points[start], directions[start], points[end], directions[end])
            vertices += pair?.vertices ?? [CutPath.Vertex(points[start])]
            start += length
        }
        return CutPath(vertices, isClosed: true)
    }

    private static func fits(_ start: Int, _ length: Int, _ points: [Point], _ directions: [Vector]) -> Bool {
        let end = (start + length) % points.count
        guard let pair = Biarc(points[start], directions[start], points[end], directions[end]) else { return false }
        return (1..<length).allSatisfy { pair.distance(to: points[(start + $0) % points.count]) <= tolerance }
    }

    private static func direction(at index: Int, _ points: [Point]) -> Vector {
        func neighbour(_ step: Int) -> Point {
            var place = index
            for _ in 0..<points.count / 4 {
                place = (place + step + points.count) % points.count
                if Vector(points[index], points[place]).length >= reach { break }
            }
            return points[place]
        }
        return Vector(neighbour(-1), neighbour(1)).unit
    }
}

/// A direction and distance in the plane, in points.
private struct Vector {
    var x: Double
    var y: Double

    init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    init(_ start: Point, _ end: Point) {
        self.init(x: (end.x - start.x).points, y: (end.y - start.y).points)
    }

    var length: Double { (x * x + y * y).squareRoot() }
    var unit: Vector { length > 0 ? Vector(x: x / length, y: y / length) : Vector(x: 1, y: 0) }

    static func * (a: Vector, b: Vector) -> Double { a.x * b.x + a.y * b.y }

    /// tan(α / 2) of the angle from this direction to another, positive clockwise as seen on paper; nil for more than a right angle.
    func halfAngle(to other: Vector) -> Double? {
        let (cross, dot) = (x * other.y - y * other.x, self * other)
        guard dot > 0 else { return nil }
        let size = length * other.length
        // tan(α / 2) = sin α / (1 + cos α)
        return cross / (size + dot)
    }
}

/// Two arcs that leave a point and reach another in given directions and meet without a kink.
private struct Biarc {
    let first: Arc
    let second: Arc

    /// Nil where the arcs would turn by more than half a circle.
    init?(_ start: Point, _ out: Vector, _ end: Point, _ into: Vector) {
        let way = Vector(start, end)
        guard way.length > 0 else { return nil }
        let sum = way * Vector(x: out.x + into.x, y: out.y + into.y)
        let spread = 2 * (1 - out * into)
        // The arcs' tangents have one length d, with d² · 2(1 − o·i) + 2d · w·(o + i) − w·w = 0 for the way w and the directions o and i.
        let reach: Double
        if spread < 1e-9 {
            let along = way * into
            guard along > 0 else { return nil }
            reach = way * way / (4 * along)
        } else {
            reach = (-sum + (sum * sum + spread * (way * way)).squareRoot()) / spread
        }
        let middle = Point(
            x: (start.x + end.x) / 2 + .pt(reach * (out.x - into.x) / 2),
            y: (start.y + end.y) / 2 + .pt(reach * (out.y - into.y) / 2))
        guard let one = out.halfAngle(to: Vector(start, middle)), let two = Vector(middle, end).halfAngle(to: into)
        else { return nil }
        first = Arc(from: start, to: middle, bulge: Biarc.straightened(one))
        second = Arc(from: middle, to: end, bulge: Biarc.straightened(two))
    }

    /// An arc that bends by less than a micrometre is a line, not a circle of kilometres.
    private static func straightened(_ bulge: Double) -> Double { abs(bulge) < 1e-4 ? 0 : bulge }

    var vertices: [CutPath.Vertex] {
        [CutPath.Vertex(first.start, bulge: first.bulge), CutPath.Vertex(second.start, bulge: second.bulge)]
    }

    func distance(to point: Point) -> Double { min(first.distance(to: point), second.distance(to: point)) }
}
