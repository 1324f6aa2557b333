public import Geometry

/// The place of a line of 6 pt text that says what the sheet is, in the waste around the cards.
public struct Slug: Hashable, Sendable {
    /// Upright rectangle on the page, 3 mm thick; a line turned by an odd number of quarters runs along its height.
    public var area: Rect
    /// Clockwise quarter turns of the text.
    public var quarterTurns: Int

    public init(area: Rect, quarterTurns: Int) {
        self.area = area
        self.quarterTurns = quarterTurns
    }

    /// Room for a line of 6 pt: ascent and descent of the tallest script it is set in, and a little air.
    static let thickness = Length.mm(3)
    /// Room for a short deck name and a page number.
    static let shortest = Length.mm(40)
}
