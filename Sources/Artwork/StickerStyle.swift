public import Geometry

/// How a sticker looks on its card.
public struct StickerStyle: Hashable, Sendable {
    /// The width of the white die-cut edge.
    public var border: Length
    /// Whether the sticker casts a soft short shadow.
    public var shadow: Bool
    /// The share of the box's area that the visible part aims at, so that stickers look alike in size; it never leaves the box.
    public var fillShare: Double

    public init(border: Length = .mm(2), shadow: Bool = true, fillShare: Double = 0.62) {
        self.border = border
        self.shadow = shadow
        self.fillShare = fillShare
    }
}
