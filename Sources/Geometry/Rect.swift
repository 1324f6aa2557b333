/// An upright rectangle; `origin` is its top left corner.
public struct Rect: Hashable, Sendable {
    public var origin: Point
    public var size: Size

    public init(origin: Point, size: Size) {
        self.origin = origin
        self.size = size
    }

    public init(x: Length, y: Length, width: Length, height: Length) {
        self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
    }

    public var minX: Length { origin.x }
    public var minY: Length { origin.y }
    public var maxX: Length { origin.x + size.width }
    public var maxY: Length { origin.y + size.height }
    public var midX: Length { origin.x + size.width / 2 }
    public var midY: Length { origin.y + size.height / 2 }
    public var width: Length { size.width }
    public var height: Length { size.height }

    /// The rectangle with each edge moved inwards by the insets (outwards where negative).
    public func inset(by insets: Insets) -> Rect {
        Rect(
            x: minX + insets.left, y: minY + insets.top,
            width: width - insets.left - insets.right, height: height - insets.top - insets.bottom)
    }

    /// The rectangle with each edge moved inwards by the same distance (outwards where negative).
    public func inset(by distance: Length) -> Rect { inset(by: Insets(all: distance)) }

    public func moved(by offset: Point) -> Rect { Rect(origin: origin + offset, size: size) }

    /// Whether the other rectangle lies inside or on the edge of this one, within ``Length/tolerance``.
    public func contains(_ other: Rect) -> Bool {
        let slack = Length.tolerance
        return other.minX >= minX - slack && other.minY >= minY - slack
            && other.maxX <= maxX + slack && other.maxY <= maxY + slack
    }

    /// Whether the two share more than an edge, within ``Length/tolerance``.
    public func overlaps(_ other: Rect) -> Bool {
        let slack = Length.tolerance
        return other.minX < maxX - slack && minX < other.maxX - slack
            && other.minY < maxY - slack && minY < other.maxY - slack
    }

    /// The smallest rectangle that holds both.
    public func union(_ other: Rect) -> Rect {
        let left = min(minX, other.minX)
        let top = min(minY, other.minY)
        return Rect(
            x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
    }
}
