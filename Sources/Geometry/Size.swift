/// A width and a height.
public struct Size: Hashable, Sendable {
    public var width: Length
    public var height: Length

    public init(width: Length, height: Length) {
        self.width = width
        self.height = height
    }

    public static let zero = Size(width: .zero, height: .zero)

    /// The size after a quarter turn.
    public var turned: Size { Size(width: height, height: width) }
}
