/// A distance on paper. Stored in points (1 pt = 1/72 inch, the unit of PDF user space, ISO 32000-2, 8.3.2.3), made and read in millimetres or points.
public struct Length: Hashable, Sendable, Comparable {
    /// The distance in points, 1/72 inch.
    public var points: Double

    /// The distance in millimetres.
    public var millimetres: Double { points * Length.millimetresPerPoint }

    static let millimetresPerPoint = 25.4 / 72

    @inlinable
    public init(points: Double) {
        self.points = points
    }

    public static let zero = Length(points: 0)

    /// A distance given in millimetres.
    public static func mm(_ value: Double) -> Length { Length(points: value / millimetresPerPoint) }

    /// A distance given in points.
    public static func pt(_ value: Double) -> Length { Length(points: value) }

    /// A distance given in inches.
    public static func inches(_ value: Double) -> Length { Length(points: value * 72) }

    public static func < (left: Length, right: Length) -> Bool { left.points < right.points }
    public static func + (left: Length, right: Length) -> Length { Length(points: left.points + right.points) }
    public static func - (left: Length, right: Length) -> Length { Length(points: left.points - right.points) }
    public static func * (left: Length, factor: Double) -> Length { Length(points: left.points * factor) }
    public static func * (factor: Double, right: Length) -> Length { Length(points: factor * right.points) }
    public static func / (left: Length, divisor: Double) -> Length { Length(points: left.points / divisor) }
    public static func / (left: Length, right: Length) -> Double { left.points / right.points }
    public static prefix func - (length: Length) -> Length { Length(points: -length.points) }
    public static func += (left: inout Length, right: Length) { left.points += right.points }
    public static func -= (left: inout Length, right: Length) { left.points -= right.points }

    /// Distances that differ by less than this (a thousandth of a millimetre) are the same place on paper.
    public static let tolerance = Length.mm(0.001)

    /// Whether the two are the same place on paper, see ``tolerance``.
    public func isClose(to other: Length) -> Bool { abs(points - other.points) <= Length.tolerance.points }
}
