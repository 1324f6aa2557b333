import DisplayList
import Geometry
import Imposition

/// A page as a drawing in which each thing has a line of a reference: a card is its name, written from the left to the right end of
/// its upper edge; so its line says where its top left corner lies, how wide it is and how it is turned.
struct SheetDrawing {
    let plan: SheetPlan
    let page: PagePlan

    /// Inked areas and what stands beside the cards are drawn on fronts only: backs mirror the former and have the latter alike.
    var frame: Frame {
        var items = page.placements.map { placement in
            text(
                "card-\(placement.face + 1)" + (placement.side == page.side ? "" : "-\(placement.side.rawValue)"),
                width: plan.request.formats[0].size.width, under: placement.transform)
        }
        if page.side == .front, let waste = plan.sheet(page.sheetIndex)?.front {
            items.append(element("inked", page.placements.map { .path(PaintedPath(.rect($0.clip), fill: .black)) }))
            items.append(element("marks", waste.marks.map(\.item)))
            if let ruler = waste.ruler {
                items.append(element("ruler", ruler.items))
                items.append(line("ruler-label", in: ruler.labelArea, ruler.quarterTurns))
            }
            if let slug = waste.slug { items.append(line("slug", in: slug.area, slug.quarterTurns)) }
        }
        let paper = Rect(origin: .zero, size: plan.sheetSize)
        return Frame(boxes: PageBoxes(trim: paper, bleed: paper, safe: plan.printable), items: items)
    }

    private func element(_ name: String, _ items: [Item]) -> Item {
        .group(Group(role: .element(name), items: items))
    }

    /// A text along the upper edge of an area, as the text stands.
    private func line(_ field: String, in area: Rect, _ quarterTurns: Int) -> Item {
        let turn = Transform.quarterTurns(quarterTurns)
        let size = quarterTurns % 2 == 0 ? area.size : area.size.turned
        let turned = turn.apply(to: Rect(origin: .zero, size: size))
        return text(field, width: size.width, under: turn.then(.translation(area.origin - turned.origin)))
    }

    private func text(_ field: String, width: Length, under map: Transform) -> Item {
        let run = GlyphRun(
            font: FontReference(file: "", index: 0, name: "none", contentHash: "0"), size: .pt(6), color: .black,
            origin: .zero, width: width, glyphs: [GlyphRun.Glyph(id: 1, position: .zero)], text: field,
            clusters: [GlyphRun.Cluster(textBytes: field.utf8.count, glyphs: 1)], isRightToLeft: false,
            language: "und")
        return .group(
            Group(
                transform: map, role: .text(field: field, language: "und", content: field), items: [.glyphs(run)]))
    }
}
