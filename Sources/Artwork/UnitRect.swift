/// A rectangle in shares of a picture's width and height: origin at the top left corner, 0…1.
public struct UnitRect: Hashable, Sendable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The whole picture.
    public static let whole = UnitRect(x: 0, y: 0, width: 1, height: 1)
}
