/// Distances from the four edges of a rectangle, inwards.
public struct Insets: Hashable, Sendable {
    public var top: Length
    public var left: Length
    public var bottom: Length
    public var right: Length

    public init(top: Length, left: Length, bottom: Length, right: Length) {
        self.top = top
        self.left = left
        self.bottom = bottom
        self.right = right
    }

    public init(all distance: Length) {
        self.init(top: distance, left: distance, bottom: distance, right: distance)
    }

    public static let zero = Insets(all: .zero)
}
