public import Geometry

/// Where scales and rulers lie on a calibration sheet, and where room is left to explain them. Front page coordinates.
public struct CalibrationLayout: Hashable, Sendable {
    /// A letter with its two scales.
    public struct Place: Hashable, Sendable {
        public let name: String
        /// Around the scales and the name.
        public let area: Rect
        public let across: ReadingScale
        public let down: ReadingScale
    }

    /// A long ruler between two lines.
    public struct Ruler: Hashable, Sendable {
        public let axis: ReadingScale.Axis
        /// Where the first line crosses the ruler's base.
        public let start: Point
        /// What it measures where the printer keeps to scale.
        public let length: Length
    }

    public let sheet: Size
    /// A to D in the corners, E in the middle.
    public let places: [Place]
    /// Across, then down.
    public let rulers: [Ruler]
    /// Four free areas in the order of reading.
    public let panels: [Rect]
    /// How much longer the lines on the back are than the scales.
    public let overshoot: Length

    /// The height of a place's head, with its name.
    public static let head = Length.mm(8)
    /// Room for a scale's numbers.
    public static let numbers = Length.mm(4)
    /// What most printers reach, with a little air.
    private static let margin = Length.mm(7)
    private static let rulerStrip = Length.mm(10)
    private static let gap = Length.mm(3)
    /// Home rulers end at 30 cm.
    private static let longestRuler = 280.0

    /// A layout for a sheet; nil where it is too small to be measured.
    public init?(sheet: Size) {
        let short = min(sheet.width, sheet.height)
        let (middle, rowHeight): (Int, Length) =
            switch short {
            case ..<Length.mm(140): (8, .mm(1.2))
            case ..<Length.mm(200): (15, .mm(1.6))
            case ..<Length.mm(260): (20, .mm(2))
            default: (30, .mm(2))
            }
        overshoot = rowHeight * 3.5
        let inner = Rect(origin: .zero, size: sheet).inset(by: Self.margin).inset(
            by: Insets(top: Self.rulerStrip, left: Self.rulerStrip, bottom: .zero, right: .zero))
        let thickness = rowHeight * Double(ReadingScale.rows + 2) + Self.numbers
        let length = Length.mm(Double(2 * middle)) + Self.numbers
        let block = Size(
            width: max(length, thickness) + .mm(1), height: Self.head + thickness + Self.gap + length)
        guard inner.width >= block.width * 3 + Self.gap * 2 || inner.height >= block.height * 3 + Self.gap * 2,
            inner.width >= block.width * 2 + Self.gap, inner.height >= block.height * 2 + Self.gap
        else { return nil }

        self.sheet = sheet
        let middleX = inner.midX - block.width / 2
        let (right, bottom) = (inner.maxX - block.width, inner.maxY - block.height)
        let corners = [
            ("A", inner.origin), ("B", Point(x: right, y: inner.minY)), ("C", Point(x: inner.minX, y: bottom)),
            ("D", Point(x: right, y: bottom)), ("E", Point(x: middleX, y: inner.midY - block.height / 2)),
        ]
        places = corners.map { name, origin in
            let feet = origin.y + Self.head + thickness - Self.numbers - rowHeight
            func scale(_ axis: ReadingScale.Axis, _ zero: Point) -> ReadingScale {
                ReadingScale(place: name, axis: axis, zero: zero, middle: middle, rowHeight: rowHeight)
            }
            return Place(
                name: name, area: Rect(origin: origin, size: block),
                across: scale(.across, Point(x: origin.x + .mm(1), y: feet)),
                down: scale(
                    .down,
                    Point(
                        x: origin.x + Self.numbers + rowHeight,
                        y: origin.y + Self.head + thickness + Self.gap)))
        }
        func longest(in room: Length) -> Length {
            .mm(min((room.millimetres / 10).rounded(.down) * 10, Self.longestRuler))
        }
        rulers = [
            Ruler(
                axis: .across, start: Point(x: inner.minX, y: inner.minY - .mm(3)),
                length: longest(in: inner.width)),
            Ruler(
                axis: .down, start: Point(x: inner.minX - .mm(3), y: inner.minY),
                length: longest(in: inner.height)),
        ]
        panels = Self.panels(inner, places.map(\.area))
    }

    /// Between the places: above, beside and below the middle one, or, on a sheet that lies, two on either side of it.
    private static func panels(_ inner: Rect, _ areas: [Rect]) -> [Rect] {
        let air = Length.mm(5)
        let (a, b, c, e) = (areas[0], areas[1], areas[2], areas[4])
        func rect(_ left: Length, _ top: Length, _ right: Length, _ bottom: Length) -> Rect {
            Rect(x: left, y: top, width: right - left, height: bottom - top)
        }
        guard inner.width > inner.height else {
            return [
                rect(a.maxX + air, inner.minY, b.minX - air, e.minY - air),
                rect(inner.minX, a.maxY + air, e.minX - air, c.minY - air),
                rect(e.maxX + air, a.maxY + air, inner.maxX, c.minY - air),
                rect(a.maxX + air, e.maxY + air, b.minX - air, inner.maxY),
            ]
        }
        return [(a.maxX + air, e.minX - air), (e.maxX + air, b.minX - air)].flatMap { left, right in
            [
                rect(left, inner.minY, right, inner.midY - air / 2),
                rect(left, inner.midY + air / 2, right, inner.maxY),
            ]
        }
    }

    public func place(_ name: String) -> Place? { places.first { $0.name == name } }

    public func ruler(_ axis: ReadingScale.Axis) -> Ruler? { rulers.first { $0.axis == axis } }
}
