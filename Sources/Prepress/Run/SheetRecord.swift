internal import Calibration
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
    /// How the sheet's cards look, in a word that changes with the look; copy and all.
    let looks: [PrintQueue.Printed: String]

    /// Half the time of the best, and a tenth larger.
    private static let level: Int32 = 5

    init(of sheet: SheetFaces, _ setup: RunSetup, _ shapes: FontShapes) throws {
        var recorder = ReferenceRecorder(shapes: shapes)
        var cards: [ReferenceCard] = []
        var looks: [PrintQueue.Printed: String] = [:]
        // A card's copies look alike, on this sheet and the next.
        for printed in sheet.cards where printed.card.copy == 0 {
            let stage = setup.stages[printed.card.deck]
            let card = try recorder.card(
                id: stage.deck.cards[printed.card.card].id,
                faces: Self.named(printed.faces, printsBacks: setup.plan.printsBacks))
            cards.append(card)
            looks[printed.card] = Self.hash(card, stage)
        }
        let printed = sheet.byNumber
        let placements = setup.plan.pages(ofSheet: sheet.sheet).flatMap { page in
            page.placements.compactMap { placement -> PrintRecord.Placement? in
                guard let card = printed[placement.face]?.card else { return nil }
                let (a, b) = (placement.transform.a, placement.transform.b)
                // Where the card's middle goes: a box of its own size lies nearest to a card that is a little turned.
                let middle = Point(x: placement.trim.midX, y: placement.trim.midY)
                let box = placement.trim.moved(by: setup.correction.map(page.side).apply(to: middle) - middle)
                return PrintRecord.Placement(
                    page: page.index + 1, side: placement.side.rawValue,
                    card: setup.stages[card.deck].deck.cards[card.card].id, box: box,
                    turns: abs(a) > abs(b) ? (a > 0 ? 0 : 2) : (b > 0 ? 1 : 3))
            }
        }
        text = Deflate.compress(
            PrintRecordWriter.part(cards, look: Self.look(setup, fonts: []), placements: placements),
            level: Self.level)
        fonts = recorder.fonts
        self.looks = looks
    }

    /// A card's faces with their names, for a recorder.
    static func named(
        _ faces: CardFaces, printsBacks: Bool
    ) -> [(name: String, arrangement: String, frame: Frame)] {
        faces.sides.prefix(printsBacks ? 2 : 1).map { ($0.name, $0.face.arrangement, $0.face.frame) }
    }

    /// A word that is another one for every look.
    static func hash(_ card: ReferenceCard, _ stage: StudioSetup) -> String {
        let template = stage.template
        let look = ReferenceLook(
            deck: "", template: "", savesInk: false, trim: template.size, bleed: template.bleed,
            cornerRadius: template.cornerRadius, fonts: [])
        let text = PrintRecordWriter.head(look, slug: nil) + PrintRecordWriter.part([card], look: look, placements: [])
        return ContentHash(of: text).text
    }

    /// The part that stands before those of all sheets.
    static func head(_ setup: RunSetup, fonts: [ReferenceFont]) -> [UInt8] {
        Deflate.compress(
            PrintRecordWriter.head(look(setup, fonts: fonts), slug: setup.plan.sheet(0)?.front.slug?.area),
            level: level)
    }

    /// The template goes by its name: a path would tell of folders that are nobody's business who gets the file.
    private static func look(_ setup: RunSetup, fonts: [ReferenceFont]) -> ReferenceLook {
        ReferenceLook(
            deck: setup.deck.id, template: setup.template.name, savesInk: setup.savesInk, trim: setup.template.size,
            bleed: setup.template.bleed, cornerRadius: setup.template.cornerRadius, fonts: fonts)
    }
}
