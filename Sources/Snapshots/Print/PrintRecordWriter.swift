public import Geometry

/// Writes a print's record in parts: ``PrintRecordReader`` reads them joined, the head first.
public enum PrintRecordWriter {
    /// What all cards have alike.
    public static func head(_ look: ReferenceLook, slug: Rect?) -> [UInt8] {
        var text = ByteText()
        ReferenceWriter.writeHead(look, ReferenceDefaults(), to: &text)
        if let slug {
            text.add("slug " as StaticString)
            text.box(slug)
            text.endLine()
        }
        return text.bytes
    }

    /// Some cards, which look as the head will say, and what lies on some pages, those of one page in a row.
    public static func part(_ cards: [ReferenceCard], look: ReferenceLook, placements: [PrintRecord.Placement])
        -> [UInt8]
    {
        var text = ByteText()
        text.reserve(1200 * cards.count)
        let bleed = ReferenceWriter.bleedBox(look)
        let nothing = ReferenceDefaults()
        for card in cards { ReferenceWriter.write(card, bleed, nothing, to: &text) }
        var last: PrintRecord.Placement?
        for placement in placements {
            if placement.page != last?.page || placement.side != last?.side {
                text.add("page " as StaticString)
                text.integer(placement.page)
                text.space()
                text.name(placement.side)
                text.endLine()
            }
            last = placement
            text.add("at " as StaticString)
            text.name(placement.card, afterWord: true)
            text.space()
            text.box(placement.box)
            text.turn(Double(placement.turns * 90))
            text.endLine()
        }
        return text.bytes
    }
}
