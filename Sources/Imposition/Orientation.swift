/// How a sheet is held while it is read.
public enum Orientation: String, Hashable, Sendable, CaseIterable {
    /// Whichever of the two holds more cards; portrait where both hold as many.
    case automatic
    /// The long edge upright.
    case portrait
    /// The long edge level.
    case landscape
}
