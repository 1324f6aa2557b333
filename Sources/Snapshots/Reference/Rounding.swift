internal import DisplayList
internal import Geometry

/// Numbers as a reference keeps them.
enum Rounding {
    /// To 0.01 mm.
    static func millimetres(_ length: Length) -> Length { .mm((length.millimetres * 100).rounded() / 100) }

    /// To 0.01 pt.
    static func points(_ length: Length) -> Length { .pt((length.points * 100).rounded() / 100) }

    static func millimetres(_ point: Point) -> Point { Point(x: millimetres(point.x), y: millimetres(point.y)) }

    static func millimetres(_ rect: Rect) -> Rect {
        Rect(
            x: millimetres(rect.minX), y: millimetres(rect.minY), width: millimetres(rect.width),
            height: millimetres(rect.height))
    }

    /// To whole 255ths.
    static func color(_ color: Color) -> Color {
        func step(_ value: Double) -> Double { (min(max(value, 0), 1) * 255).rounded() / 255 }
        return Color(red: step(color.red), green: step(color.green), blue: step(color.blue))
    }

    /// To 0.01 degrees.
    static func degrees(_ angle: Double) -> Double { (angle * 100).rounded() / 100 }

    /// A number of steps for a hash. Round fractions of a step lie clear of the edge: what is only computed in another order falls on the same side.
    static func step(_ value: Double) -> Int {
        let moved = (value + 0.3137).rounded(.down)
        return moved.isFinite ? Int(min(max(moved, -1e15), 1e15)) : 0
    }

    static func step(_ length: Length) -> Int { step(length.millimetres * 100) }
}
