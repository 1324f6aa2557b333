internal import DeckModel
internal import DisplayList
internal import Geometry

extension FaceComposer {
    /// The part of speech as a small dot: a colour, and a shape for those who do not see it.
    mutating func composeMark(in box: Rect) {
        guard let kind = content.card.kind else { return }
        let radius = min(box.width, box.height) / 2
        let center = Point(x: box.midX, y: box.midY)
        items.append(
            .path(
                PaintedPath(
                    .circle(center: center, radius: radius), fill: Self.color(of: kind, in: palette))))
        items.append(.path(PaintedPath(Self.shape(of: kind, center: center, radius: radius * 0.5), fill: .white)))
    }

    /// A thing is a square, an action an arrow head, a quality a diamond, a number a bar, all else a dot.
    private static func shape(of kind: PartOfSpeech, center: Point, radius: Length) -> Path {
        func at(_ x: Double, _ y: Double) -> Point { Point(x: center.x + radius * x, y: center.y + radius * y) }
        switch kind {
        case .noun:
            return .roundedRect(
                Rect(origin: at(-0.8, -0.8), size: Size(width: radius * 1.6, height: radius * 1.6)),
                radius: radius * 0.3)
        case .verb: return Path([.move(at(-0.6, -0.95)), .line(at(1, 0)), .line(at(-0.6, 0.95)), .close])
        case .adjective:
            return Path([.move(at(0, -1.1)), .line(at(1.1, 0)), .line(at(0, 1.1)), .line(at(-1.1, 0)), .close])
        case .numeral:
            return .roundedRect(
                Rect(origin: at(-1, -0.35), size: Size(width: radius * 2, height: radius * 0.7)), radius: radius * 0.3)
        default: return .circle(center: center, radius: radius * 0.7)
        }
    }
}
