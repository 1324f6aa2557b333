public import Geometry

/// Outlines of straight lines and cubic Bézier curves.
public struct Path: Hashable, Sendable {
    public enum Segment: Hashable, Sendable {
        case move(Point)
        case line(Point)
        case curve(Point, Point, Point)
        case close
    }

    public var segments: [Segment]

    public init(_ segments: [Segment] = []) {
        self.segments = segments
    }

    /// The upright rectangle around all points, those that only bend curves too; nil for no points.
    public var bounds: Rect? {
        let points = segments.flatMap { segment -> [Point] in
            switch segment {
            case .move(let to), .line(let to): [to]
            case .curve(let first, let second, let to): [first, second, to]
            case .close: []
            }
        }
        return points.first.map { first in
            points.reduce(Rect(origin: first, size: .zero)) { $0.union(Rect(origin: $1, size: .zero)) }
        }
    }

    public static func rect(_ rect: Rect) -> Path {
        Path([
            .move(rect.origin), .line(Point(x: rect.maxX, y: rect.minY)),
            .line(Point(x: rect.maxX, y: rect.maxY)), .line(Point(x: rect.minX, y: rect.maxY)), .close,
        ])
    }

    public static func line(from start: Point, to end: Point) -> Path { Path([.move(start), .line(end)]) }

    /// A rectangle whose corners are quarter circles of the radius (at most half the shorter side).
    public static func roundedRect(_ rect: Rect, radius: Length) -> Path {
        let r = min(radius, min(rect.width, rect.height) / 2)
        guard r > .zero else { return .rect(rect) }
        let k = r * (1 - circleConstant)
        let (l, t, e, b) = (rect.minX, rect.minY, rect.maxX, rect.maxY)
        func p(_ x: Length, _ y: Length) -> Point { Point(x: x, y: y) }
        return Path([
            .move(p(l + r, t)), .line(p(e - r, t)), .curve(p(e - k, t), p(e, t + k), p(e, t + r)),
            .line(p(e, b - r)), .curve(p(e, b - k), p(e - k, b), p(e - r, b)),
            .line(p(l + r, b)), .curve(p(l + k, b), p(l, b - k), p(l, b - r)),
            .line(p(l, t + r)), .curve(p(l, t + k), p(l + k, t), p(l + r, t)), .close,
        ])
    }

    public static func circle(center: Point, radius: Length) -> Path {
        roundedRect(
            Rect(x: center.x - radius, y: center.y - radius, width: radius * 2, height: radius * 2), radius: radius)
    }

    /// Control point distance, in radii, of the cubic that is nearest to a quarter circle.
    static let circleConstant = 0.552_284_749_830_793_4
}
