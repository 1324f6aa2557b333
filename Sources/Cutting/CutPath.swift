public import DisplayList
public import Geometry

/// A line for a knife: straight pieces and arcs of circles, which cutting programs keep as such.
public struct CutPath: Hashable, Sendable {
    /// A point of the line and how it goes on to the next.
    public struct Vertex: Hashable, Sendable {
        public var point: Point
        /// The tangent of a quarter of the arc's angle, positive where it turns clockwise as seen on paper; 0 is a straight line. DXF's own measure (group code 42), but for the sign.
        public var bulge: Double

        public init(_ point: Point, bulge: Double = 0) {
            self.point = point
            self.bulge = bulge
        }
    }

    public var vertices: [Vertex]
    public var isClosed: Bool

    public init(_ vertices: [Vertex], isClosed: Bool) {
        self.vertices = vertices
        self.isClosed = isClosed
    }

    public static func line(from start: Point, to end: Point) -> CutPath {
        CutPath([Vertex(start), Vertex(end)], isClosed: false)
    }

    /// A rectangle with quarter circles of the radius (at most half the shorter side) for corners, clockwise from the top left.
    public static func roundedRect(_ rect: Rect, radius: Length) -> CutPath {
        let r = min(radius, min(rect.width, rect.height) / 2)
        func p(_ x: Length, _ y: Length) -> Point { Point(x: x, y: y) }
        let (l, t, e, b) = (rect.minX, rect.minY, rect.maxX, rect.maxY)
        guard r > .zero else {
            return CutPath([p(l, t), p(e, t), p(e, b), p(l, b)].map { Vertex($0) }, isClosed: true)
        }
        var vertices: [Vertex] = []
        for (start, end) in [
            (p(l + r, t), p(e - r, t)), (p(e, t + r), p(e, b - r)), (p(e - r, b), p(l + r, b)),
            (p(l, b - r), p(l, t + r)),
        ] {
            // A side that the corners leave nothing of has no line.
            let isSide = !(start.x.isClose(to: end.x) && start.y.isClose(to: end.y))
            if isSide { vertices.append(Vertex(start)) }
            vertices.append(Vertex(end, bulge: quarter))
        }
        return CutPath(vertices, isClosed: true)
    }

    /// tan(90° / 4)
    private static let quarter = 0.414_213_562_373_095_1

    /// The closed outlines of a path of straight lines.
    public static func outlines(of path: Path) -> [CutPath] {
        var outlines: [CutPath] = []
        var points: [Vertex] = []
        for segment in path.segments {
            switch segment {
            case .move(let point): points = [Vertex(point)]
            case .line(let point), .curve(_, _, let point): points.append(Vertex(point))
            case .close:
                outlines.append(CutPath(points, isClosed: true))
                points = []
            }
        }
        return outlines
    }

    /// The same line under a map that keeps shapes: moves, turns and scales, no mirroring.
    public func mapped(by transform: Transform) -> CutPath {
        CutPath(vertices.map { Vertex(transform.apply(to: $0.point), bulge: $0.bulge) }, isClosed: isClosed)
    }
}
