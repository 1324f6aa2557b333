public import DisplayList
public import Geometry

/// A straight line that shows where to cut or to fold.
public struct Mark: Hashable, Sendable {
    public enum Purpose: Hashable, Sendable {
        case cut
        /// Dashed.
        case fold
    }

    public var from: Point
    public var to: Point
    public var purpose: Purpose

    public init(from: Point, to: Point, purpose: Purpose = .cut) {
        self.from = from
        self.to = to
        self.purpose = purpose
    }

    /// A grey hairline, which a black one beside it would outshine.
    public var item: Item {
        let stroke = PaintedPath.Stroke(
            color: .gray(0.5), width: .pt(0.25), dashes: purpose == .fold ? [.mm(1), .mm(0.7)] : [])
        return .path(PaintedPath(.line(from: from, to: to), stroke: stroke))
    }
}
