/// An affine map of the plane, x′ = a·x + c·y + tx and y′ = b·x + d·y + ty, as in PDF (ISO 32000-2, 8.3.3) but with y downwards.
public struct Transform: Hashable, Sendable {
    public var a: Double
    public var b: Double
    public var c: Double
    public var d: Double
    public var tx: Length
    public var ty: Length

    public init(a: Double, b: Double, c: Double, d: Double, tx: Length, ty: Length) {
        self.a = a
        self.b = b
        self.c = c
        self.d = d
        self.tx = tx
        self.ty = ty
    }

    public static let identity = Transform(a: 1, b: 0, c: 0, d: 1, tx: .zero, ty: .zero)

    public static func translation(_ offset: Point) -> Transform {
        Transform(a: 1, b: 0, c: 0, d: 1, tx: offset.x, ty: offset.y)
    }

    public static func scale(_ factor: Double) -> Transform {
        Transform(a: factor, b: 0, c: 0, d: factor, tx: .zero, ty: .zero)
    }

    /// A turn by whole quarters, clockwise as seen on paper.
    public static func quarterTurns(_ turns: Int) -> Transform {
        switch ((turns % 4) + 4) % 4 {
        case 1: Transform(a: 0, b: 1, c: -1, d: 0, tx: .zero, ty: .zero)
        case 2: Transform(a: -1, b: 0, c: 0, d: -1, tx: .zero, ty: .zero)
        case 3: Transform(a: 0, b: -1, c: 1, d: 0, tx: .zero, ty: .zero)
        default: .identity
        }
    }

    public func apply(to point: Point) -> Point {
        Point(x: point.x * a + point.y * c + tx, y: point.x * b + point.y * d + ty)
    }

    /// The upright rectangle around the mapped corners.
    public func apply(to rect: Rect) -> Rect {
        let corners = [
            apply(to: rect.origin),
            apply(to: Point(x: rect.maxX, y: rect.minY)),
            apply(to: Point(x: rect.minX, y: rect.maxY)),
            apply(to: Point(x: rect.maxX, y: rect.maxY)),
        ]
        return corners.dropFirst().reduce(Rect(origin: corners[0], size: .zero)) {
            $0.union(Rect(origin: $1, size: .zero))
        }
    }

    /// The map that undoes this one; nil where this one maps the plane onto a line.
    public var inverse: Transform? {
        let determinant = a * d - b * c
        guard determinant != 0, determinant.isFinite else { return nil }
        let (p, q, r, s) = (d / determinant, -b / determinant, -c / determinant, a / determinant)
        return Transform(a: p, b: q, c: r, d: s, tx: -(tx * p + ty * r), ty: -(tx * q + ty * s))
    }

    /// The map that does this one first and then `next`.
    public func then(_ next: Transform) -> Transform {
        let origin = next.apply(to: Point(x: tx, y: ty))
        return Transform(
            a: a * next.a + b * next.c, b: a * next.b + b * next.d,
            c: c * next.a + d * next.c, d: c * next.b + d * next.d,
            tx: origin.x, ty: origin.y)
    }
}
