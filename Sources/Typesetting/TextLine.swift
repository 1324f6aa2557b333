public import DisplayList
public import Geometry

/// One line of a paragraph. Places are relative to the paragraph's top left corner.
public struct TextLine: Hashable, Sendable {
    /// In visual order, from left to right; of a column as it lies before it is turned a quarter clockwise.
    public var placed: [PlacedRun]
    /// What is written small at the runs: above or beside them.
    public var placedRuby: [PlacedRun]
    /// The baseline's distance from the paragraph's top.
    public var baseline: Length
    /// The advance width, without the space that ends the line.
    public var width: Length
    /// How far the line's box reaches above and below the baseline, both positive.
    public var ascent: Length
    public var descent: Length
    /// The box around all ink; without size where there is none.
    public var ink: Rect

    public init(
        placed: [PlacedRun], placedRuby: [PlacedRun] = [], baseline: Length, width: Length, ascent: Length,
        descent: Length,
        ink: Rect
    ) {
        self.placed = placed
        self.placedRuby = placedRuby
        self.baseline = baseline
        self.width = width
        self.ascent = ascent
        self.descent = descent
        self.ink = ink
    }

    public var runs: [GlyphRun] { placed.map(\.run) }
    public var ruby: [GlyphRun] { placedRuby.map(\.run) }
}
