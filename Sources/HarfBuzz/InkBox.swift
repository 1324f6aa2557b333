/// The box around ink, in font units, y upwards.
public struct InkBox: Hashable, Sendable {
    public var left: Int
    public var bottom: Int
    public var right: Int
    public var top: Int

    public init(left: Int, bottom: Int, right: Int, top: Int) {
        self.left = left
        self.bottom = bottom
        self.right = right
        self.top = top
    }

    public func moved(x: Int, y: Int) -> InkBox {
        InkBox(left: left + x, bottom: bottom + y, right: right + x, top: top + y)
    }

    public func union(_ other: InkBox) -> InkBox {
        InkBox(
            left: min(left, other.left), bottom: min(bottom, other.bottom), right: max(right, other.right),
            top: max(top, other.top))
    }
}
