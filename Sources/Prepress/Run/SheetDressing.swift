internal import Diagnostics
internal import DisplayList
internal import Fonts
internal import Geometry
internal import Imposition
internal import Typesetting

/// What stands on a sheet beside its cards: marks, ruler and slug line.
struct SheetDressing: Sendable {
    let typesetter: Typesetter
    /// What the slug line names: the deck, the template, the date if one was given.
    let deckTitle: String
    let language: String
    let template: String
    let date: String?
    /// The printer that the pages are made for.
    let printer: String?
    /// What the sheet is: the stock's name, or what a cutting machine's program asks about the marks; nil for plain paper.
    let sheet: String?

    /// The items of a page; `number` counts from 1.
    func items(_ waste: SheetWaste, page number: Int, of count: Int) -> [Item] {
        var items = waste.marks.map(\.item)
        if let ruler = waste.ruler {
            items += ruler.items
            items += line("50 mm", language: "en", in: ruler.labelArea, quarterTurns: ruler.quarterTurns)
        }
        if let slug = waste.slug {
            let parts = [
                deckTitle, "page \(number) of \(count)", template, date, printer.map { "printer \($0)" },
                sheet,
            ].compactMap { $0 }
            items += line(
                parts.joined(separator: "  ·  "), language: language, in: slug.area, quarterTurns: slug.quarterTurns)
        }
        return items
    }

    /// What is wrong with the texts beside the cards.
    func problems(deckFile: String) -> [Diagnostic] {
        let style = TextStyle(language: language, weight: .regular, color: .black)
        let set = typesetter.paragraph(deckTitle, style: style, size: .pt(6), width: nil, alignment: .left)
        return set.missing.map {
            Diagnostic(
                .error, at: Place(file: deckFile), field: "title",
                "no font has the character \(Quotation.codePoint($0.scalar)) of the deck's title",
                hint: "drop a font that has it into Fonts/, or take the character out")
        }
    }

    /// A line of 6 pt along an area, smaller where it is too long for it.
    private func line(_ text: String, language: String, in area: Rect, quarterTurns: Int) -> [Item] {
        let length = quarterTurns % 2 == 0 ? area.width : area.height
        let thickness = quarterTurns % 2 == 0 ? area.height : area.width
        let fitted = typesetter.fit(
            text, style: TextStyle(language: language, weight: .regular, color: .gray(0.4)),
            box: Size(width: length, height: max(thickness, .pt(10))), largest: .pt(6), smallest: .pt(2), maxLines: 1,
            alignment: .left)
        guard fitted.fits else { return [] }
        let upright = Rect(origin: .zero, size: Size(width: length, height: thickness))
        let top = (thickness - fitted.paragraph.size.height) / 2
        let turn = Transform.quarterTurns(quarterTurns)
        let turned = turn.apply(to: upright)
        let place = turn.then(.translation(Point(x: area.minX - turned.minX, y: area.minY - turned.minY)))
        return [
            .group(
                Group(
                    transform: place,
                    items: fitted.paragraph.items(at: Point(x: .zero, y: top))))
        ]
    }
}
