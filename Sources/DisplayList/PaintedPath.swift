public import Geometry

/// A path with its paint: filled first (non-zero winding), then stroked.
public struct PaintedPath: Hashable, Sendable {
    public struct Stroke: Hashable, Sendable {
        public var color: Color
        public var width: Length
        /// Lengths of dashes and gaps in turn; empty is a solid line.
        public var dashes: [Length]

        public init(color: Color, width: Length, dashes: [Length] = []) {
            self.color = color
            self.width = width
            self.dashes = dashes
        }
    }

    public var path: Path
    public var fill: Color?
    public var stroke: Stroke?

    public init(_ path: Path, fill: Color? = nil, stroke: Stroke? = nil) {
        self.path = path
        self.fill = fill
        self.stroke = stroke
    }
}
