internal import CardLayout
internal import Codecs
internal import DeckModel
internal import DisplayList
internal import Geometry
internal import Imposition
internal import Snapshots

/// What the file tells of one sheet: how its cards look and where they lie. Made where the sheet is laid out.
struct SheetRecord: Sendable {
    /// A part of a `PrintRecord`, as a zlib stream.
    let text: [UInt8]
    let fonts: [ReferenceFont]

    /// Half the time of the best, and a tenth larger.
    private static let level: Int32 = 5

    init(of sheet: SheetFaces, _ setup: RunSetup, _ shapes: FontShapes) throws {
        var recorder = ReferenceRecorder(shapes: shapes)
        var cards: [ReferenceCard] = []
        // A card's copies look alike, on this sheet and the next.
        for printed in sheet.cards where printed.copy == 0 {
            var faces = [("front", printed.faces.front.arrangement, printed.faces.front.frame)]
            if setup.plan.hasBacks { faces.append(("back", printed.faces.back.arrangement, printed.faces.back.frame)) }
            cards.append(try recorder.card(id: setup.deck.cards[printed.card].id, faces: faces))
        }
        let placements = setup.pagePlans(ofSheet: sheet.sheet).flatMap { page, number in
            page.placements.map { placement in
                let card = sheet.cards[placement.face - sheet.first].card
                let (a, b) = (placement.transform.a, placement.transform.b)
                return PrintRecord.Placement(
                    page: number + 1, side: page.side == .front ? "front" : "back", card: setup.deck.cards[card].id,
                    box: placement.trim, turns: abs(a) > abs(b) ? (a > 0 ? 0 : 2) : (b > 0 ? 1 : 3))
            }
        }
        text = Deflate.compress(
            PrintRecordWriter.part(cards, look: Self.look(setup, fonts: []), placements: placements),
            level: Self.level)
        fonts = recorder.fonts
    }

    /// The part that stands before those of all sheets.
    static func head(_ setup: RunSetup, fonts: [ReferenceFont]) -> [UInt8] {
        Deflate.compress(
            PrintRecordWriter.head(look(setup, fonts: fonts), slug: setup.plan.slug?.area), level: level)
    }

    /// The template goes by its name: a path would tell of folders that are nobody's business who gets the file.
    private static func look(_ setup: RunSetup, fonts: [ReferenceFont]) -> ReferenceLook {
        ReferenceLook(
            deck: setup.deck.id, template: setup.template.name, savesInk: setup.savesInk, trim: setup.template.size,
            bleed: setup.template.bleed, cornerRadius: setup.template.cornerRadius, fonts: fonts)
    }
}
