public import Geometry

/// A size of card that lies on sheets.
public struct CardFormat: Hashable, Sendable {
    /// After cutting (trim), held upright.
    public var size: Size
    /// How far a card's colour runs beyond its trim.
    public var bleed: Length
    /// The radius of its trimmed corners.
    public var cornerRadius: Length

    public init(size: Size, bleed: Length, cornerRadius: Length = .zero) {
        self.size = size
        self.bleed = bleed
        self.cornerRadius = cornerRadius
    }
}
