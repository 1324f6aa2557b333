internal import DisplayList
internal import Geometry
internal import Imposition
internal import Typesetting

/// What stands on a sheet beside its cards: marks, ruler and slug line.
struct SheetDressing: Sendable {
    let plan: SheetPlan
    let typesetter: Typesetter
    /// What the slug line names: the deck, the template, the date if one was given.
    let deckTitle: String
    let language: String
    let template: String
    let date: String?
    let hasMarks: Bool

    /// The items of a page; `number` counts from 1.
    func items(side: Side, page number: Int, of count: Int) -> [Item] {
        var items = hasMarks ? plan.marks(for: side) : []
        if let ruler = plan.ruler {
            items += ruler.items
            items += line("50 mm", language: "en", in: ruler.labelArea, alignment: .left)
        }
        if let area = plan.slugArea {
            let parts = [deckTitle, "page \(number) of \(count)", template, date].compactMap { $0 }
            items += line(parts.joined(separator: "  ·  "), language: language, in: area, alignment: .left)
        }
        return items
    }

    private func line(_ text: String, language: String, in area: Rect, alignment: TextAlignment) -> [Item] {
        let style = TextStyle(language: language, weight: .regular, color: .gray(0.4))
        let fitted = typesetter.fit(
            text, style: style, box: Size(width: area.width, height: max(area.height, .pt(9))), largest: .pt(6),
            smallest: .pt(3), maxLines: 1, alignment: alignment)
        let height = fitted.paragraph.size.height
        return fitted.paragraph.runs(at: Point(x: area.minX, y: area.midY - height / 2)).map(Item.glyphs)
    }
}
