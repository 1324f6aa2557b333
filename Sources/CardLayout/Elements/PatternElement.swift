internal import DisplayList
internal import Geometry

extension FaceComposer {
    /// A loose lattice of dots that grow towards the bottom; the same for every card, so that a deck looks like one family.
    mutating func compose(_ pattern: Element.Pattern) {
        guard !layouter.options.savesInk else { return }
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
}
