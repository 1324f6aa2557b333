public import Geometry

/// A finished drawing: everything is placed, sized, coloured and shaped; nothing is left to decide. Items are painted in order.
public struct Frame: Hashable, Sendable {
    /// The boxes that print production knows.
    public var boxes: PageBoxes
    public var items: [Item]

    public init(boxes: PageBoxes, items: [Item] = []) {
        self.boxes = boxes
        self.items = items
    }
}

/// The boxes of a frame, in the frame's own coordinates: origin at the top left corner of the trim, y downwards.
///
/// Terms of ISO 32000-2, 14.11.2: the bleed box holds the trim box; the safe area is this program's own and lies inside the trim.
public struct PageBoxes: Hashable, Sendable {
    /// What is left after cutting.
    public var trim: Rect
    /// How far colour runs so that a cut beside the line leaves no white.
    public var bleed: Rect
    /// Nothing that is read, scanned or outlined leaves it.
    public var safe: Rect
    /// The radius of the trimmed corners.
    public var cornerRadius: Length

    public init(trim: Rect, bleed: Rect, safe: Rect, cornerRadius: Length = .zero) {
        self.trim = trim
        self.bleed = bleed
        self.safe = safe
        self.cornerRadius = cornerRadius
    }
}
