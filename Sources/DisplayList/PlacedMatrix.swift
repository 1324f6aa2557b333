public import Geometry

/// A square matrix of dark and light modules, as of a QR code, stretched over an area; light modules paint nothing.
public struct PlacedMatrix: Hashable, Sendable {
    /// Modules a side, without the quiet zone.
    public var side: Int
    /// Row by row from the top left, true is dark; `side * side` of them.
    public var modules: [Bool]
    public var area: Rect
    public var color: Color
    /// What the code says.
    public var message: String

    public init(side: Int, modules: [Bool], area: Rect, color: Color = .black, message: String) {
        self.side = side
        self.modules = modules
        self.area = area
        self.color = color
        self.message = message
    }
}
