/// A place on a page, taken or empty.
public struct SheetPlace: Hashable, Sendable {
    /// As places are counted that stay empty: from 1, in the reading order of the sheet's front.
    public var number: Int
    /// The card's number; nil where the place is empty.
    public var face: Int?
    /// Nil on a page of backs.
    public var front: SlotFace?
    /// Nil on a page of fronts, unless the back lies there to be folded.
    public var back: SlotFace?
    public var fold: Mark?
}
