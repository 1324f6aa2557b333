internal import Geometry

/// How the two scales of a place lie: one below the other, or side by side where the sheet is wider than high.
struct PlaceForm {
    enum Spacing {
        /// The line of each scale, however far it is off, keeps clear of the other scale.
        case apart
        /// For small sheets: lines reach into the other scale.
        case close
    }

    let size: Size
    /// Where the scales' boxes of rows, with their extra rows, begin: the number 0 and the edge that is further up or left.
    private let across: Point
    private let down: Point
    private let rowHeight: Length
    /// How much longer the lines on the back are than the scales at either end.
    let overshoot: Length

    /// The height of a place's head, with its name.
    private static let head = Length.mm(8)
    /// Room for a scale's numbers.
    private static let numbers = Length.mm(4)
    private static let air = Length.mm(0.8)

    init(middle: Int, rowHeight: Length, isWide: Bool, spacing: Spacing) {
        let half = Length.mm(Double(middle))
        let length = half * 2 + Self.air * 2 + Self.numbers
        let thickness = rowHeight * Double(ReadingScale.rows + 2 * ReadingScale.extraRows) + Self.numbers
        // From the other scale's line, which may be off by as much as a scale shows.
        let shift = spacing == .apart ? half + Self.air * 4 : .zero
        overshoot = spacing == .apart ? half : half / 2
        self.rowHeight = rowHeight
        if isWide {
            across = Point(x: Self.air, y: Self.head + shift + Self.numbers)
            let left = length + Self.air * 2
            down = Point(x: left + Self.numbers, y: Self.head)
            size = Size(width: left + thickness, height: Self.head + max(length, shift + thickness))
        } else {
            across = Point(x: Self.air, y: Self.head + Self.numbers)
            let top = Self.head + thickness + Self.air * 2
            down = Point(x: shift + Self.numbers, y: top)
            size = Size(width: max(length, shift + thickness), height: top + length)
        }
    }

    /// Where a scale has the foot of its number 0, from the place's top left corner.
    func zero(_ axis: ReadingScale.Axis, isReversed: Bool) -> Point {
        let (near, far) = (
            rowHeight * Double(ReadingScale.extraRows), rowHeight * Double(ReadingScale.rows + ReadingScale.extraRows)
        )
        // Numbers stand below or to the left of their rows, where rows are reversed above or to the right.
        return switch axis {
        case .across: Point(x: across.x, y: across.y + (isReversed ? near : far - Self.numbers))
        case .down: Point(x: down.x + (isReversed ? far - Self.numbers : near), y: down.y)
        }
    }

    /// Whether four of them have room in the corners of an area and one in the middle.
    func fits(_ area: Size, gap: Length) -> Bool {
        let (two, three) = (
            area.width >= size.width * 2 + gap && area.height >= size.height * 2 + gap,
            area.width >= size.width * 3 + gap * 2 || area.height >= size.height * 3 + gap * 2
        )
        return two && three
    }
}
