internal import DisplayList
internal import Geometry

/// A page of a proof: the sheet on a table, larger than itself, with a heading above it and a legend below.
struct ProofPage {
    /// What it shows, and what to do with it.
    var heading: String
    var note: String
    var sheet: Size
    /// In the sheet's coordinates.
    var items: [Item]
    var lines: Set<ProofLine>
    /// Small pictures of sheets, with what they say.
    var examples: [(words: String, items: [Item])] = []

    private static let edge = Length.mm(8)
    private static let top = Length.mm(11)
    private static let rowHeight = Length.mm(4.4)
    private static let column = Length.mm(62)
    private static let exampleHeight = Length.mm(56)

    func frame(_ label: ProofLabel) -> Frame {
        let place = Rect(origin: Point(x: Self.edge, y: Self.top), size: sheet)
        let scale = min(0.22, Self.exampleHeight / max(sheet.width, sheet.height))
        let exampleWidth = sheet.width * scale + .mm(6)
        let room = sheet.width - exampleWidth * Double(examples.count)
        var (drawn, bottom) = legend(label, at: Point(x: place.minX, y: place.maxY + .mm(4)), width: room)
        for (index, example) in examples.enumerated() {
            let left = place.minX + room + exampleWidth * Double(index) + .mm(6)
            drawn += label.line(example.words, size: .pt(7), isBold: true, at: Point(x: left, y: place.maxY + .mm(4)))
            let corner = Point(x: left, y: place.maxY + .mm(9))
            drawn.append(Self.paper(sheet, example.items, Transform.scale(scale).then(.translation(corner))))
            bottom = max(bottom, corner.y + sheet.height * scale)
        }
        let page = Rect(
            origin: .zero, size: Size(width: sheet.width + Self.edge * 2, height: bottom + Self.edge))
        let table = Item.path(PaintedPath(.rect(page), fill: .gray(0.93)))
        let title = label.line(heading, size: .pt(9), isBold: true, at: Point(x: Self.edge, y: .mm(4)))
        return Frame(
            boxes: PageBoxes(trim: page, bleed: page, safe: page),
            items: [table] + title + [Self.paper(sheet, items, .translation(place.origin))] + drawn)
    }

    private static func paper(_ size: Size, _ items: [Item], _ map: Transform) -> Item {
        let paper = Path.rect(Rect(origin: .zero, size: size))
        let white = Item.path(PaintedPath(paper, fill: .white))
        let edge = Item.path(PaintedPath(paper, stroke: .init(color: .gray(0.6), width: .pt(0.5))))
        return .group(Group(transform: map, clip: paper, items: [white] + items + [edge]))
    }

    /// The note and a sample of each line with its words, in as many columns as there is room for; where it ends.
    private func legend(_ label: ProofLabel, at origin: Point, width: Length) -> (items: [Item], bottom: Length) {
        let note = label.lines(note, size: .pt(8), width: width, at: origin)
        var items = note.items
        let shown = ProofLine.allCases.filter(lines.contains)
        let columns = max(1, Int(width / Self.column))
        let rows = (shown.count + columns - 1) / columns
        let top = origin.y + note.height + .mm(2)
        for (index, line) in shown.enumerated() {
            let at = Point(
                x: origin.x + width / Double(columns) * Double(index / rows),
                y: top + Self.rowHeight * Double(index % rows))
            let sample = Rect(x: at.x, y: at.y + .mm(0.5), width: .mm(7), height: Self.rowHeight - .mm(1.4))
            items.append(
                line == .fold || line == .turn
                    ? line.drawn(
                        .line(from: Point(x: sample.minX, y: sample.midY), to: Point(x: sample.maxX, y: sample.midY)))
                    : line.drawn(.rect(sample)))
            items += label.line(line.words, size: .pt(7), at: Point(x: at.x + .mm(9), y: at.y + .mm(0.2)))
        }
        return (items, top + Self.rowHeight * Double(rows))
    }
}
