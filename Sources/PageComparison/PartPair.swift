public import Geometry

/// Where something lies on a page.
public struct PagePart: Hashable, Sendable {
    /// From 1.
    public var page: Int
    /// From the page's top left corner.
    public var box: Rect
    /// Quarter turns, clockwise, that it was laid down with.
    public var turns: Int

    public init(page: Int, box: Rect, turns: Int) {
        self.page = page
        self.box = box
        self.turns = turns
    }

    /// Whether it lies where the other does, to a twentieth of a millimetre.
    public func isClose(to other: PagePart) -> Bool {
        func isClose(_ one: Length, _ another: Length) -> Bool { abs(one.millimetres - another.millimetres) <= 0.05 }
        return page == other.page && turns == other.turns && isClose(box.minX, other.box.minX)
            && isClose(box.minY, other.box.minY) && isClose(box.maxX, other.box.maxX)
            && isClose(box.maxY, other.box.maxY)
    }
}

/// Something that lies on a page of each file, or of one of them, wherever it lies there.
public struct PartPair: Sendable {
    public var old: PagePart?
    public var new: PagePart?
    /// Whether pictures are wanted also where nothing differs.
    public var isShown: Bool
    /// Whether the same lies there as in the pair before it in the list, so that pictures of one of them are enough.
    public var isCopy: Bool

    public init(old: PagePart?, new: PagePart?, isShown: Bool, isCopy: Bool = false) {
        self.old = old
        self.new = new
        self.isShown = isShown
        self.isCopy = isCopy
    }
}

/// How the two of a pair differ.
public struct PartDifference: Sendable {
    /// Share of the pixels that differ, 0…1.
    public var share: Double
    /// Upright, as PNG files.
    public var pictures: PageDifference.Pictures?

    public init(share: Double = 0, pictures: PageDifference.Pictures? = nil) {
        self.share = share
        self.pictures = pictures
    }
}
