public import Geometry

/// A scale of a calibration sheet, which tells to a tenth of a millimetre where the back lies behind the front.
///
/// It is a diagonal scale, as maps have: the front has a slanted line for each millimetre, which goes over one millimetre in ten rows; the back
/// has one straight line. The number at the foot of the slanted line that the straight one crosses is the whole millimetres, the row of the
/// crossing is the tenths. Where paper shrinks or turns, the crossing wanders to another row, and nothing has to be corrected: a reading is a place.
public struct ReadingScale: Hashable, Sendable {
    /// What a scale measures, as who looks at the front sees it.
    public enum Axis: String, Hashable, Sendable, CaseIterable {
        /// To the right.
        case across
        /// Downwards. The scale is the other one, turned by a quarter clockwise.
        case down
    }

    /// The letter of the place that it belongs to.
    public let place: String
    public let axis: Axis
    /// Where the line of number 0 has its foot, in row 0; front page coordinates.
    public let zero: Point
    /// What a printer without faults shows; the scale ends at twice that.
    public let middle: Int
    /// The distance of two rows.
    public let rowHeight: Length
    /// Whether the rows go down instead of up, or left instead of right: with it the lines slant the other way. Where a printer turns the back so that
    /// lines of one slant are hard to tell apart, those of the other are easy.
    public let isReversed: Bool

    /// How many rows a slanted line takes to go over a millimetre.
    public static let rows = 10
    /// How many rows slanted lines go on at either end, for lines that cross them at a small angle and find none within the rows.
    public static let extraRows = 2

    /// A place on the scale; `value` in millimetres, `row` from 0 at the feet.
    public func point(_ value: Double, row: Double) -> Point {
        let (along, over) = (Length.mm(value), rowHeight * (isReversed ? -row : row))
        return switch axis {
        case .across: Point(x: zero.x + along, y: zero.y - over)
        case .down: Point(x: zero.x + over, y: zero.y + along)
        }
    }

    /// The slanted line of a number, with its extra rows, in front page coordinates.
    public func diagonal(_ number: Int) -> (start: Point, end: Point) {
        func end(_ row: Int) -> Point { point(Double(number) + Double(row) / Double(Self.rows), row: Double(row)) }
        return (end(-Self.extraRows), end(Self.rows + Self.extraRows))
    }

    /// The straight line on the back, as seen from the front, so much longer at either end than the slanted ones.
    func pointer(overshoot: Length) -> (start: Point, end: Point) {
        let more = overshoot / rowHeight + Double(Self.extraRows)
        return (point(Double(middle), row: -more), point(Double(middle), row: Double(Self.rows) + more))
    }

    /// How many millimetres lie between two numbers that are written.
    public var step: Int { middle % 5 == 0 ? 5 : 4 }

    /// Readings that the scale can show.
    public var range: ClosedRange<Double> { 0...Double(2 * middle) }
}
