public import DisplayList
public import Geometry

/// One page: what is drawn on it, in page coordinates (origin at the top left corner, y downwards).
public struct PDFPage: Sendable {
    /// A frame drawn on a page.
    public struct Placement: Sendable {
        /// In the frame's own coordinates.
        public var frameItems: [Item]
        /// From the frame's coordinates to the page's.
        public var transform: Transform
        /// Nothing is painted outside it; page coordinates.
        public var clip: Rect

        public init(frameItems: [Item], transform: Transform, clip: Rect) {
            self.frameItems = frameItems
            self.transform = transform
            self.clip = clip
        }
    }

    public var mediaBox: Size
    public var trimBox: Rect
    public var bleedBox: Rect
    /// Where everything that is drawn goes, links and all, once it is placed: puts right what the printer will do to it. The boxes stay.
    public var transform: Transform
    /// Painted after the placements.
    public var items: [Item]
    /// Painted in order.
    public var placements: [Placement]

    public init(
        mediaBox: Size, trimBox: Rect, bleedBox: Rect, transform: Transform = .identity, items: [Item] = [],
        placements: [Placement] = []
    ) {
        self.mediaBox = mediaBox
        self.trimBox = trimBox
        self.bleedBox = bleedBox
        self.transform = transform
        self.items = items
        self.placements = placements
    }
}
