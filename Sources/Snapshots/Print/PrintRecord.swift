public import Geometry

/// What a printed file tells of its cards: how each looks, and where it lies on which page.
///
/// Its text is that of a reference in which each card says everything itself, so that it can be written while cards come,
/// and lines that begin with `page`, `at` and `slug`. It is made and read in any number of parts, the head first.
public struct PrintRecord: Hashable, Sendable {
    /// A side of a card on a page.
    public struct Placement: Hashable, Sendable {
        /// From 1.
        public var page: Int
        /// `front` or `back`.
        public var side: String
        /// The card's id.
        public var card: String
        /// Where it is cut, from the page's top left corner.
        public var box: Rect
        /// Quarter turns, clockwise.
        public var turns: Int

        public init(page: Int, side: String, card: String, box: Rect, turns: Int) {
            self.page = page
            self.side = side
            self.card = card
            self.box = box
            self.turns = turns
        }
    }

    public var reference: Reference
    /// In the order of the pages.
    public var placements: [Placement]
    /// Where pages say their number and how many they are; nil where they do not.
    public var slug: Rect?

    public init(reference: Reference, placements: [Placement], slug: Rect? = nil) {
        self.reference = reference
        self.placements = placements
        self.slug = slug
    }
}
