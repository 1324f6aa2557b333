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
    private let overshoot: Length

    /// The edge that most printers leave white, and the one that all of them do, with a little air.
    private static let unprintable = Length.mm(4.2)
    private static let margin = Length.mm(6.5)
    private static let rulerStrip = Length.mm(9)
    private static let gap = Length.mm(2)
    /// Home rulers end at 30 cm.
    private static let longestRuler = 280.0

    /// A layout for a sheet; nil where it is too small to be measured.
    public init?(sheet: Size) {
        let short = min(sheet.width, sheet.height)
        let (middle, rowHeight): (Int, Length) =
            switch short {
            case ..<Length.mm(140): (8, .mm(1))
            case ..<Length.mm(200): (12, .mm(1.2))
            case ..<Length.mm(260): (20, .mm(1.5))
            default: (30, .mm(1.5))
            }
        let inner = Rect(origin: .zero, size: sheet).inset(by: Self.margin).inset(
            by: Insets(top: Self.rulerStrip, left: Self.rulerStrip, bottom: .zero, right: .zero))
        guard
            let form = [PlaceForm.Spacing.apart, .close].lazy.map({
                PlaceForm(middle: middle, rowHeight: rowHeight, isWide: inner.width > inner.height, spacing: $0)
            }).first(where: { $0.fits(inner.size, gap: Self.gap) })
        else { return nil }
        let block = form.size

        overshoot = form.overshoot
        self.sheet = sheet
        let middleX = inner.midX - block.width / 2
        let (right, bottom) = (inner.maxX - block.width, inner.maxY - block.height)
        let corners = [
            ("A", inner.origin), ("B", Point(x: right, y: inner.minY)), ("C", Point(x: inner.minX, y: bottom)),
            ("D", Point(x: right, y: bottom)), ("E", Point(x: middleX, y: inner.midY - block.height / 2)),
        ]
        places = corners.map { name, origin in
            let isReversed = name == "C" || name == "D"
            func scale(_ axis: ReadingScale.Axis) -> ReadingScale {
                ReadingScale(
                    place: name, axis: axis, zero: origin + form.zero(axis, isReversed: isReversed), middle: middle,
                    rowHeight: rowHeight, isReversed: isReversed)
            }
            return Place(
                name: name, area: Rect(origin: origin, size: block), across: scale(.across), down: scale(.down))
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

    /// Between the places: above, to the left, to the right of and below the middle one.
    private static func panels(_ inner: Rect, _ areas: [Rect]) -> [Rect] {
        let air = Length.mm(5)
        let (a, b, c, e) = (areas[0], areas[1], areas[2], areas[4])
        func rect(_ left: Length, _ top: Length, _ right: Length, _ bottom: Length) -> Rect {
            Rect(x: left, y: top, width: max(.zero, right - left), height: max(.zero, bottom - top))
        }
        return [
            rect(a.maxX + air, inner.minY, b.minX - air, e.minY - air),
            rect(inner.minX, a.maxY + air, e.minX - air, c.minY - air),
            rect(e.maxX + air, a.maxY + air, inner.maxX, c.minY - air),
            rect(a.maxX + air, e.maxY + air, b.minX - air, inner.maxY),
        ]
    }

    /// The straight line on the back that crosses a scale, as seen from the front: as long as paper and printer allow.
    public func pointer(of scale: ReadingScale) -> (start: Point, end: Point) {
        let reach = Rect(origin: .zero, size: sheet).inset(by: Self.unprintable)
        func kept(_ point: Point) -> Point {
            Point(x: min(max(point.x, reach.minX), reach.maxX), y: min(max(point.y, reach.minY), reach.maxY))
        }
        let (start, end) = scale.pointer(overshoot: overshoot)
        return (kept(start), kept(end))
    }

    public func place(_ name: String) -> Place? { places.first { $0.name == name } }

    public func ruler(_ axis: ReadingScale.Axis) -> Ruler? { rulers.first { $0.axis == axis } }
}
