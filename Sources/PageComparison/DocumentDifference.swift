public import Geometry

/// What differs between two PDF files, page by page.
public struct DocumentDifference: Sendable {
    /// Pages that differ: in the order of the new file, those that are gone last.
    public var pages: [PageDifference]
    /// Numbers in the new file of the pages that look the same and stand in the same order.
    public var samePages: [Int]
    /// How many pages the new file has.
    public var pageCount: Int

    public var isSame: Bool { pages.isEmpty }

    public init(pages: [PageDifference], samePages: [Int], pageCount: Int) {
        self.pages = pages
        self.samePages = samePages
        self.pageCount = pageCount
    }
}

/// A page that is new, gone, elsewhere or looks different.
public struct PageDifference: Sendable {
    /// PNG files of the page.
    public struct Pictures: Sendable {
        public var old: [UInt8]?
        public var new: [UInt8]?
        /// The new page in pale grey, what differs in red.
        public var difference: [UInt8]?

        public init(old: [UInt8]? = nil, new: [UInt8]? = nil, difference: [UInt8]? = nil) {
            self.old = old
            self.new = new
            self.difference = difference
        }
    }

    /// The page's number in the old file, from 1; nil where it is new.
    public var old: Int?
    /// The page's number in the new file, from 1; nil where it is gone.
    public var new: Int?
    /// It stands before pages that it stood behind, or the other way round.
    public var isMoved: Bool
    /// Share of the pixels that differ, 0…1.
    public var share: Double
    /// Around what differs, from the page's top left corner as it is shown.
    public var areas: [Rect]
    /// Before and after, where the page has another size.
    public var sizes: (old: Size, new: Size)?
    public var pictures: Pictures?

    public init(
        old: Int?, new: Int?, isMoved: Bool = false, share: Double = 0, areas: [Rect] = [],
        sizes: (old: Size, new: Size)? = nil, pictures: Pictures? = nil
    ) {
        self.old = old
        self.new = new
        self.isMoved = isMoved
        self.share = share
        self.areas = areas
        self.sizes = sizes
        self.pictures = pictures
    }
}
