public import Geometry

/// The side of a card or sheet.
public enum Side: String, Hashable, Sendable, CaseIterable {
    case front
    case back
}

/// What lies where on one page.
public struct PagePlan: Hashable, Sendable {
    /// Which side of the paper it is.
    public var side: Side
    /// Its place in the file, from 0.
    public var index: Int
    /// Counts sheets of paper from 0; a sheet's front and back share it.
    public var sheetIndex: Int
    /// In reading order of the sheet's front.
    public var placements: [Placement]

    public init(side: Side, index: Int, sheetIndex: Int, placements: [Placement]) {
        self.side = side
        self.index = index
        self.sheetIndex = sheetIndex
        self.placements = placements
    }
}

/// A cell of the grid, counted from 0 at the top left of the page it lies on.
public struct Cell: Hashable, Sendable {
    public var row: Int
    public var column: Int

    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// One card face on a page. All places are in the page's coordinates: origin at its top left corner.
public struct Placement: Hashable, Sendable {
    /// The card's number, the same for its front and its back.
    public var face: Int
    /// Which side of the card it is; a folded card has both on one page.
    public var side: Side
    public var cell: Cell
    /// From the face's coordinates, origin at the top left of its trim, to the page's.
    public var transform: Transform
    /// Where the card is cut.
    public var trim: Rect
    /// Where the face may paint: the trim, grown by the bleed as far as neither a neighbour nor an unprintable edge is in the way.
    public var clip: Rect

    public init(face: Int, side: Side, cell: Cell, transform: Transform, trim: Rect, clip: Rect) {
        self.face = face
        self.side = side
        self.cell = cell
        self.transform = transform
        self.trim = trim
        self.clip = clip
    }
}
