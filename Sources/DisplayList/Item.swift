public import Geometry

/// One thing to paint.
public indirect enum Item: Hashable, Sendable {
    case glyphs(GlyphRun)
    case path(PaintedPath)
    case picture(PlacedPicture)
    case matrix(PlacedMatrix)
    case group(Group)
    case link(Link)
}

/// Items drawn under a map and, if given, inside a clip path (in the group's own coordinates).
public struct Group: Hashable, Sendable {
    public var transform: Transform
    public var clip: Path?
    public var role: Role?
    public var items: [Item]
    /// Lays the group as a film on what is below it: multiplied (ISO 32000-2, 11.3.5.2, Multiply) at this opacity, 0…1, its items as one
    /// drawing. Nil paints the items one by one.
    public var film: Double?

    public init(
        transform: Transform = .identity, clip: Path? = nil, role: Role? = nil, film: Double? = nil, items: [Item]
    ) {
        self.film = film
        self.transform = transform
        self.clip = clip
        self.role = role
        self.items = items
    }
}

/// An area that leads to an address when the file is read on a screen; paints nothing.
public struct Link: Hashable, Sendable {
    public var area: Rect
    public var address: String

    public init(area: Rect, address: String) {
        self.area = area
        self.address = address
    }
}
