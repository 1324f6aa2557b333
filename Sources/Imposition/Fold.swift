public import Geometry

/// Cards whose front and back lie side by side on one page, to be folded and glued: for printers that print one side.
public struct Fold: Hashable, Sendable {
    /// Between front and back, the fold in its middle. At zero the fold is the card's edge; wider, it is cut off after gluing.
    public var gutter: Length

    public init(gutter: Length = .zero) {
        self.gutter = gutter
    }
}
