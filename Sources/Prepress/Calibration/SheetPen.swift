internal import DisplayList
internal import Fonts
internal import Geometry
internal import Typesetting

/// Gathers the lines, shapes and short texts of a drawn page.
struct SheetPen {
    let typesetter: Typesetter
    private(set) var items: [Item] = []

    init(_ typesetter: Typesetter) {
        self.typesetter = typesetter
    }

    mutating func line(_ start: Point, _ end: Point, _ color: Color = .black, _ width: Length = .pt(0.25)) {
        items.append(
            .path(PaintedPath(.line(from: start, to: end), stroke: .init(color: color, width: width))))
    }

    mutating func shape(_ path: Path, fill: Color? = nil, stroke: Color? = nil, width: Length = .pt(0.75)) {
        items.append(.path(PaintedPath(path, fill: fill, stroke: stroke.map { .init(color: $0, width: width) })))
    }

    /// What `draw` draws, under a map and inside a path.
    mutating func group(_ transform: Transform, clip: Path? = nil, _ draw: (inout SheetPen) -> Void) {
        var inner = SheetPen(typesetter)
        draw(&inner)
        items.append(.group(Group(transform: transform, clip: clip, items: inner.items)))
    }

    /// A short text with its middle at a point.
    mutating func text(
        _ text: String, at middle: Point, size: Length, color: Color = .black, isBold: Bool = false
    ) {
        let set = typesetter.paragraph(
            text, style: Self.style(color, isBold), size: size, width: nil, alignment: .center)
        items += set.items(at: middle - Point(x: set.ink.midX, y: set.ink.midY))
    }

    /// Lines of text at the top of a box, or in its middle, as large as it allows; nothing where it would have to be smaller than can be read. How high they are.
    @discardableResult
    mutating func text(
        _ text: String, in box: Rect, largest: Length, color: Color, isBold: Bool = false, maxLines: Int = 6,
        isCentered: Bool = true, isInMiddle: Bool = false
    ) -> Length {
        let fitted = typesetter.fit(
            text, style: Self.style(color, isBold), box: box.size, largest: largest, smallest: .pt(7),
            maxLines: maxLines, alignment: isCentered ? .center : .left)
        guard fitted.fits else { return .zero }
        let above = isInMiddle ? (box.height - fitted.paragraph.size.height) / 2 : .zero
        items += fitted.paragraph.items(at: Point(x: box.minX, y: box.minY + above))
        return fitted.paragraph.size.height
    }

    private static func style(_ color: Color, _ isBold: Bool) -> TextStyle {
        TextStyle(language: "en", weight: isBold ? .bold : .regular, color: color)
    }
}
