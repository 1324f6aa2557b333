internal import DisplayList
internal import Fonts
internal import Geometry
internal import Proofing
internal import Typesetting

/// Arranges the cells of a picture sheet.
struct PictureSheetLayout {
    private(set) var frame: Frame
    /// PNG files; a picture's key is its number here.
    private(set) var files: [[UInt8]] = []

    private static let margin = Length.pt(24)
    private static let gutter = Length.pt(28)
    private static let slotGap = Length.pt(8)
    /// Of one picture, at most.
    private static let slot = Size(width: .pt(150), height: .pt(215))
    /// Three pictures beside each other.
    private static let widest = slot.width * 3 + slotGap * 2
    private static let ground = Color(red: 0.98, green: 0.961, blue: 0.925)
    private static let ink = Color(red: 0.216, green: 0.184, blue: 0.157)
    private static let muted = Color(red: 0.435, green: 0.384, blue: 0.337)
    private static let line = Color(red: 0.82, green: 0.77, blue: 0.7)
    private static let labels = ["old", "new", "what differs"]

    private let typesetter: Typesetter
    private var items: [Item] = []
    private var y = margin

    /// Cells after the first `limit` are only counted.
    init(_ report: ProofReport, _ typesetter: Typesetter, limit: Int) {
        self.typesetter = typesetter
        let nothing = Rect(origin: .zero, size: .zero)
        frame = Frame(boxes: PageBoxes(trim: nothing, bleed: nothing, safe: nothing))
        let all = PictureSheetEntry.all(report)
        let entries = Array(all.prefix(limit))
        // A kind of picture that no cell has takes no room.
        let kinds = Self.labels.indices.filter { kind in entries.contains { $0.pictures[kind] != nil } }
        let columns = max(1, min(kinds.count == 1 ? 4 : 2, entries.count))
        let cell =
            switch kinds.count {
            case 1: (Self.widest - Self.gutter) / 2
            case 2: Self.slot.width * 2 + Self.slotGap
            default: Self.widest
            }
        let width = max(Self.widest, cell * Double(columns) + Self.gutter * Double(columns - 1))

        write(report.title, x: Self.margin, width: width, size: .pt(17), .bold)
        write(report.summary, x: Self.margin, width: width, size: .pt(11), color: Self.muted)
        for first in stride(from: 0, to: entries.count, by: columns) {
            y += .pt(18)
            place(row: entries[first..<min(first + columns, entries.count)], kinds: kinds, cell: cell)
        }
        if all.count > entries.count {
            y += .pt(16)
            write(
                "and \(all.count - entries.count) more", x: Self.margin, width: width, size: .pt(11), color: Self.muted)
        }
        let area = Rect(x: .zero, y: .zero, width: width + Self.margin * 2, height: y + Self.margin)
        let ground = Item.path(PaintedPath(.rect(area), fill: Self.ground))
        frame = Frame(boxes: PageBoxes(trim: area, bleed: area, safe: area), items: [ground] + items)
    }

    /// Cells beside each other: words at the top, pictures in one line below the longest of them.
    private mutating func place(row: ArraySlice<PictureSheetEntry>, kinds: [Int], cell: Length) {
        let top = y
        var bottom = top
        for (column, entry) in row.enumerated() {
            y = top
            let x = x(column, cell)
            write(entry.name, x: x, width: cell, size: .pt(13), .bold)
            write(entry.note, x: x, width: cell, size: .pt(10), color: Self.muted)
            let hasPictures = entry.pictures.contains { $0 != nil }
            write(sentences: entry.sentences, x: x, width: cell, lines: hasPictures ? 2 : 6)
            bottom = max(bottom, y)
        }
        let pictures = bottom + .pt(6)
        for (column, entry) in row.enumerated() where entry.pictures.contains(where: { $0 != nil }) {
            // Without an old or a new one there is nothing that could differ.
            let isPair = entry.pictures[0] != nil && entry.pictures[1] != nil
            for (place, kind) in kinds.enumerated() where isPair || kind < 2 {
                let x = x(column, cell) + (Self.slot.width + Self.slotGap) * Double(place)
                y = pictures
                write(Self.labels[kind], x: x, width: Self.slot.width, size: .pt(9), color: Self.muted)
                y += .pt(2)
                show(entry, kind, x: x)
                bottom = max(bottom, y)
            }
        }
        y = bottom
    }

    private func x(_ column: Int, _ cell: Length) -> Length {
        Self.margin + (cell + Self.gutter) * Double(column)
    }

    /// A picture of a cell, at the scale of the largest beside it; an empty frame where there is none.
    private mutating func show(_ entry: PictureSheetEntry, _ kind: Int, x: Length) {
        let sizes = entry.pictures.map { $0.flatMap(PNGSize.read) }
        let width = Double(sizes.compactMap { $0?.width }.max() ?? 1)
        let height = Double(sizes.compactMap { $0?.height }.max() ?? 1)
        let scale = min(Self.slot.width.points / width, Self.slot.height.points / height)
        let size = sizes[kind].map { (Double($0.width), Double($0.height)) } ?? (width, height)
        let area = Rect(x: x, y: y, width: .pt(size.0 * scale), height: .pt(size.1 * scale))
        if let file = entry.pictures[kind], let size = sizes[kind] {
            let picture = Picture(
                kind: .raster, key: String(files.count), pixelWidth: size.width, pixelHeight: size.height)
            files.append(file)
            items.append(.picture(PlacedPicture(picture, area: area)))
            items.append(.path(PaintedPath(.rect(area), stroke: .init(color: Self.line, width: .pt(0.75)))))
        } else {
            let edge = PaintedPath.Stroke(color: Self.line, width: .pt(0.75), dashes: [.pt(3), .pt(3)])
            items.append(.path(PaintedPath(.rect(area), stroke: edge)))
        }
        y = area.maxY
    }

    // MARK: Words

    private mutating func write(
        _ text: String, x: Length, width: Length, size: Length, _ weight: FontWeight = .regular, color: Color = ink
    ) {
        write(paragraph(text, width: width, size: size, weight, color: color), x: x)
    }

    /// As many of the sentences as the lines hold.
    private mutating func write(sentences: [String], x: Length, width: Length, lines: Int) {
        guard !sentences.isEmpty else { return }
        var count = sentences.count
        while true {
            let text = sentences.prefix(count).joined(separator: "; ") + (count < sentences.count ? "; …" : "")
            var paragraph = paragraph(text, width: width, size: .pt(10.5), .regular, color: Self.ink)
            if paragraph.lines.count <= lines || count == 1 {
                paragraph.lines = Array(paragraph.lines.prefix(lines))
                return write(paragraph, x: x)
            }
            count -= 1
        }
    }

    private func paragraph(_ text: String, width: Length, size: Length, _ weight: FontWeight, color: Color)
        -> Paragraph
    {
        typesetter.paragraph(
            text, style: TextStyle(language: "en", weight: weight, color: color), size: size, width: width,
            alignment: .left)
    }

    private mutating func write(_ paragraph: Paragraph, x: Length) {
        items += paragraph.items(at: Point(x: x, y: y))
        if let last = paragraph.lines.last { y += last.baseline + last.descent }
    }
}
