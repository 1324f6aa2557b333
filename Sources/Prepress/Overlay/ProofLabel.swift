internal import DisplayList
internal import Fonts
internal import Geometry
internal import Typesetting

/// Sets the small texts of a proof.
struct ProofLabel: Sendable {
    let typesetter: Typesetter

    /// A line of text whose top left corner is at a point.
    func line(_ text: String, size: Length, color: Color = .gray(0.15), isBold: Bool = false, at origin: Point)
        -> [Item]
    {
        set(text, size, color, isBold).items(at: origin)
    }

    /// Lines as wide as they may be; how high they are.
    func lines(_ text: String, size: Length, width: Length, at origin: Point) -> (items: [Item], height: Length) {
        let set = typesetter.paragraph(
            text, style: TextStyle(language: "en", weight: .regular, color: .gray(0.15)), size: size, width: width,
            alignment: .left)
        return (set.items(at: origin), set.size.height)
    }

    /// A line of text on a white plate, which keeps it apart from what is below it; at the left of a box's top edge, or above it.
    func plate(
        _ text: String, size: Length, color: Color, isBold: Bool = false, at corner: Point
    ) -> (items: [Item], area: Rect) {
        let set = set(text, size, color, isBold)
        let ink = set.pageInk
        let air = size * 0.16
        let area = Rect(origin: corner, size: Size(width: ink.width + air * 2, height: size * 0.8 + air * 2))
        // Letters stand in the middle of the plate by the height of capitals, whatever the font's line height.
        let origin = Point(
            x: corner.x + air - ink.minX, y: corner.y + (area.height - ink.height) / 2 - ink.minY)
        let plate = PaintedPath(.roundedRect(area, radius: size * 0.2), fill: .white)
        return ([.path(plate)] + set.items(at: origin), area)
    }

    private func set(_ text: String, _ size: Length, _ color: Color, _ isBold: Bool) -> Paragraph {
        typesetter.paragraph(
            text, style: TextStyle(language: "en", weight: isBold ? .bold : .regular, color: color), size: size,
            width: nil, alignment: .left)
    }
}
