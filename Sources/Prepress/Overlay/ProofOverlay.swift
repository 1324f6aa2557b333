internal import CardLayout
internal import DeckModel
internal import DisplayList
internal import Geometry
internal import Imposition
internal import Typesetting

/// What a proof draws over one page of a sheet: the lines around each card, its boxes, its place and its name.
struct ProofOverlay {
    private(set) var items: [Item] = []
    /// The lines that were drawn.
    private(set) var lines: Set<ProofLine> = []
    private let setup: RunSetup
    private let label: ProofLabel
    private var labels: [Item] = []
    /// Where labels stand already.
    private var taken: [Rect] = []

    private static let numberSize = Length.pt(6)
    private static let roleSize = Length.pt(4)

    init(_ setup: RunSetup, _ sheet: SheetFaces, _ page: PagePlan) {
        self.setup = setup
        label = ProofLabel(typesetter: setup.dressing.typesetter)
        let printed = sheet.byNumber
        let places = setup.plan.places(ofSheet: sheet.sheet, page.side)
        for place in places {
            let card = place.face.flatMap { printed[$0] }
            for (side, face) in [(Side.front, place.front), (.back, place.back)] {
                guard let face else { continue }
                frame(face, card: card)
                number(place.number, side, face, card: card)
            }
            if let fold = place.fold { draw(.fold, .line(from: fold.from, to: fold.to)) }
        }
        for placement in page.placements {
            guard let card = printed[placement.face],
                let face = placement.side == .front ? card.faces.front : card.faces.back
            else { continue }
            boxes(of: face, placement.transform)
        }
        items += labels
    }

    private mutating func draw(_ line: ProofLine, _ path: Path) {
        lines.insert(line)
        items.append(line.drawn(path))
    }

    private mutating func frame(_ face: SlotFace, card: SheetFaces.Printed?) {
        let template = card.map { setup.stages[$0.card.deck].template }
        if face.clip != face.trim { draw(.bleed, .rect(face.clip)) }
        if let safe = template?.safe, safe > .zero { draw(.safe, .rect(face.trim.inset(by: safe))) }
        draw(.trim, .roundedRect(face.trim, radius: template?.cornerRadius ?? .zero))
    }

    /// The place and the card, between the card's edge and what is read.
    private mutating func number(_ number: Int, _ side: Side, _ face: SlotFace, card: SheetFaces.Printed?) {
        let stage = card.map { setup.stages[$0.card.deck] }
        var text = "\(number)"
        if let card, let stage {
            text += "  \(stage.deck.cards[card.card.card].id)"
            if card.card.copy > 0 { text += " (\(card.card.copy + 1))" }
            if side == .back, card.faces.back == nil { text += ", no back" }
        } else {
            text += "  empty"
        }
        let template = stage?.template
        let strip = template?.safe ?? .mm(4)
        let left = face.trim.minX + max(template?.cornerRadius ?? .zero, .mm(1.5))
        let plate = label.plate(
            text, size: Self.numberSize, color: ProofLine.trim.stroke.color, isBold: true,
            at: Point(x: left, y: face.trim.minY + (strip - Self.numberSize * 1.12) / 2))
        labels += plate.items
        taken.append(plate.area)
    }

    private mutating func boxes(of face: CardFace, _ map: Transform) {
        for art in face.pictures { box(art.box, .picture, art.field, map) }
        for code in face.codes { box(code.box, .code, "code", map) }
        for text in face.texts {
            switch text.field {
            case "text": box(text.box, .word, text.language, map)
            case "reading", "ruby": box(text.box, .reading, "reading", map)
            case "name": box(text.box, .smallText, nil, map)
            case "captured", "caption": box(text.box, .smallText, "place and date", map)
            default: box(text.box, .smallText, text.field, map)
            }
        }
    }

    /// A box and what it is, at one of its corners that no other label has.
    private mutating func box(_ box: Rect, _ line: ProofLine, _ role: String?, _ map: Transform) {
        let area = map.apply(to: box)
        draw(line, .rect(area))
        guard let role else { return }
        let probe = label.plate(role, size: Self.roleSize, color: line.stroke.color, at: .zero).area
        let corners = [
            Point(x: area.minX, y: area.minY - probe.height),
            Point(x: area.maxX - probe.width, y: area.minY - probe.height),
            Point(x: area.minX, y: area.maxY), Point(x: area.maxX - probe.width, y: area.maxY),
        ]
        guard let corner = corners.first(where: { corner in !taken.contains { $0.overlaps(probe.moved(by: corner)) } })
        else { return }
        let plate = label.plate(role, size: Self.roleSize, color: line.stroke.color, at: corner)
        labels += plate.items
        taken.append(plate.area)
    }
}
