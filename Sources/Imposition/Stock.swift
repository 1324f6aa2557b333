public import Geometry

/// A sheet whose places for cards are cut or perforated already: labels, stickers, business cards, postcards, tent cards.
public struct Stock: Hashable, Sendable {
    public enum Shape: String, Hashable, Sendable, CaseIterable {
        case rectangle
        /// A circle of the place's width.
        case round
    }

    /// The name it is shown by: maker and article number.
    public var name: String
    /// Other names of the same sheet, in full.
    public var aliases: [String]
    /// What it is, in a word or two.
    public var kind: String
    /// The sheet's name, such as `A4`, and its size as it is read.
    public var paper: String
    public var sheet: Size
    public var columns: Int
    public var rows: Int
    /// The size of one place.
    public var place: Size
    public var shape: Shape
    /// The radius of a place's corners.
    public var cornerRadius: Length
    /// The top left corner of the first place, on the sheet as it is read.
    public var first: Point
    /// From a place to the next one to its right, and to the one below. Both may lean a little where a sheet was measured by hand.
    public var rowStep: Point
    public var columnStep: Point
    /// Whether a place is folded in its middle, the fold lying level: a tent card.
    public var isFolded: Bool
    /// Whether only fronts are printed: labels and stickers, whose other side is glue.
    public var isOneSided: Bool
    /// Whether it is plain paper after all, whose places are still to be cut out.
    public var isUncut: Bool
    /// Where the measures are from.
    public var sources: [String]

    public init(
        name: String, aliases: [String] = [], kind: String = "", paper: String, sheet: Size, columns: Int, rows: Int,
        place: Size, shape: Shape = .rectangle, cornerRadius: Length = .zero, first: Point, rowStep: Point,
        columnStep: Point, isFolded: Bool = false, isOneSided: Bool = false, isUncut: Bool = false,
        sources: [String] = []
    ) {
        self.name = name
        self.aliases = aliases
        self.kind = kind
        self.paper = paper
        self.sheet = sheet
        self.columns = columns
        self.rows = rows
        self.place = place
        self.shape = shape
        self.cornerRadius = cornerRadius
        self.first = first
        self.rowStep = rowStep
        self.columnStep = columnStep
        self.isFolded = isFolded
        self.isOneSided = isOneSided
        self.isUncut = isUncut
        self.sources = sources
    }

    /// Where a place lies on the sheet as it is read.
    public func place(_ cell: Cell) -> Rect {
        let (column, row) = (Double(cell.column), Double(cell.row))
        return Rect(
            origin: Point(
                x: first.x + rowStep.x * column + columnStep.x * row,
                y: first.y + rowStep.y * column + columnStep.y * row),
            size: place)
    }

    /// The places that a person would measure with a ruler are right to a tenth; makers round to hundredths.
    private static let slack = Length.mm(0.05)

    /// A sheet held straight against a ruler leans less, in millimetres.
    private static let lean = 2.0

    /// What is wrong with the places, in sentences without a full stop: those that overlap and those that leave the sheet, and by how much.
    public var problems: [String] {
        var problems: [String] = []
        if min(place.width, place.height) < .mm(5) {
            problems.append("a place of \(Measure.size(place)) holds no card")
        }
        let (rise, drift) = (rowStep.y * Double(columns - 1), columnStep.x * Double(rows - 1))
        if abs(rise.millimetres) > Stock.lean {
            problems.append(
                "the last place in the first row lies \(Measure.millimetres(.mm(abs(rise.millimetres)))) mm \(rise > .zero ? "lower" : "higher") than the first: measure it again"
            )
        }
        if abs(drift.millimetres) > Stock.lean {
            problems.append(
                "the last place in the first column lies \(Measure.millimetres(.mm(abs(drift.millimetres)))) mm to the \(drift > .zero ? "right" : "left") of the first: measure it again"
            )
        }
        if columns > 1, rowStep.x <= .zero { problems.append("the last place in the first row lies left of the first") }
        if rows > 1, columnStep.y <= .zero {
            problems.append("the last place in the first column lies above the first")
        }
        let here = place(Cell(row: 0, column: 0))
        func overlap(_ cell: Cell, _ which: String) {
            guard cell.column < columns, cell.row < rows else { return }
            let there = place(cell)
            let (across, down) = (
                min(here.maxX, there.maxX) - max(here.minX, there.minX),
                min(here.maxY, there.maxY) - max(here.minY, there.minY)
            )
            guard across > Stock.slack, down > Stock.slack else { return }
            let isBeside = cell.row == 0
            let (side, begin) =
                isBeside ? (place.width, there.minX - here.minX) : (place.height, there.minY - here.minY)
            problems.append(
                "\(which) overlap by \(Measure.millimetres(isBeside ? across : down)) mm: they are \(Measure.millimetres(side)) mm \(isBeside ? "wide" : "high") and begin \(Measure.millimetres(begin)) mm apart"
            )
        }
        overlap(Cell(row: 0, column: 1), "places beside one another")
        overlap(Cell(row: 1, column: 0), "places one below the other")
        let corners = [(0, 0), (0, columns - 1), (rows - 1, 0), (rows - 1, columns - 1)].map {
            place(Cell(row: $0.0, column: $0.1))
        }
        let area = corners.dropFirst().reduce(corners[0]) { $0.union($1) }
        for (edge, beyond) in [
            ("left edge", -area.minX), ("top", -area.minY), ("right edge", area.maxX - sheet.width),
            ("bottom", area.maxY - sheet.height),
        ] where beyond > Stock.slack {
            problems.append("the places run \(Measure.millimetres(beyond)) mm over the sheet's \(edge)")
        }
        return problems
    }
}
