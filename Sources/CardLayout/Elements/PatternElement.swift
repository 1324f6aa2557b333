internal import DisplayList
internal import Geometry

extension FaceComposer {
    mutating func compose(_ pattern: Element.Pattern) {
        guard !layouter.options.savesInk else { return }
        switch pattern.style {
        case .dots: composeDots(pattern)
        case .lattice: composeLattice(pattern)
        }
    }

    /// Dots in loose rows that grow towards the bottom; the same for every card, so that a deck looks like one family.
    private mutating func composeDots(_ pattern: Element.Pattern) {
        let area = template.boxes.bleed
        let step = template.size.width / 4
        // One path for all: a deck without pictures has this on each of its faces.
        var segments: [Path.Segment] = []
        var y = area.minY + step / 2
        var row = 0
        while y < area.maxY {
            let growth = (y - area.minY) / area.height
            let radius = step * (0.06 + 0.2 * growth)
            var x = area.minX + (row % 2 == 0 ? step / 2 : step)
            while x < area.maxX {
                segments += Path.circle(center: Point(x: x, y: y), radius: radius).segments
                x += step
            }
            y += step * 0.86
            row += 1
        }
        items.append(.path(PaintedPath(Path(segments), fill: tint(pattern.strength))))
    }

    /// Lines that cross, with stars and dots between them, spread from the card's middle: its own image when turned round.
    private mutating func composeLattice(_ pattern: Element.Pattern) {
        let area = template.boxes.bleed
        let step = min(template.size.width, template.size.height) / 9
        let color = tint(pattern.strength)
        func at(_ column: Int, _ row: Int) -> Point {
            Point(x: area.midX + step * Double(column), y: area.midY + step * Double(row))
        }
        let (columns, rows) = (Int((area.width / step / 2).rounded(.up)), Int((area.height / step / 2).rounded(.up)))
        var lines: [Path.Segment] = []
        let reach = columns + rows + 2
        for offset in stride(from: -reach - reach % 2 - 1, through: reach + 1 - reach % 2, by: 2) {
            lines += [.move(at(offset - reach, -reach)), .line(at(offset + reach, reach))]
            lines += [.move(at(offset - reach, reach)), .line(at(offset + reach, -reach))]
        }
        items.append(
            .group(
                Group(
                    clip: .rect(area),
                    items: [.path(PaintedPath(Path(lines), stroke: .init(color: color, width: step * 0.09)))])))
        var shapes: [Path.Segment] = []
        for row in -rows...rows {
            for column in -columns...columns where (row + column) % 2 == 0 {
                let center = at(column, row)
                shapes +=
                    row % 2 == 0
                    ? Self.star(center: center, radius: step * 0.42).segments
                    : Path.circle(center: center, radius: step * 0.16).segments
            }
        }
        items.append(
            .group(Group(clip: .rect(area), items: [.path(PaintedPath(Path(shapes), fill: color))])))
    }

    /// A star of four points with hollow sides.
    private static func star(center: Point, radius: Length) -> Path {
        func at(_ x: Double, _ y: Double) -> Point { Point(x: center.x + radius * x, y: center.y + radius * y) }
        let hollow = 0.22
        return Path([
            .move(at(0, -1)), .line(at(hollow, -hollow)), .line(at(1, 0)), .line(at(hollow, hollow)),
            .line(at(0, 1)), .line(at(-hollow, hollow)), .line(at(-1, 0)), .line(at(-hollow, -hollow)), .close,
        ])
    }
}
