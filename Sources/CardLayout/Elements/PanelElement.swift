internal import DisplayList
internal import Geometry

extension FaceComposer {
    /// A piece of plain paper on a pattern, with a ring inside its edge, for words to stand on.
    mutating func composePanel(in box: Rect) {
        let radius = min(box.width, box.height) * 0.18
        let inset = Length.mm(1)
        items.append(
            .path(PaintedPath(.roundedRect(box, radius: radius), fill: palette.paper)))
        items.append(
            .path(
                PaintedPath(
                    .roundedRect(box.inset(by: inset), radius: radius - inset),
                    stroke: .init(color: tint(0.6), width: .mm(0.4)))))
    }
}
