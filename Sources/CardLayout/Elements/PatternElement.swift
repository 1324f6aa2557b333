internal import DisplayList
internal import Geometry

extension FaceComposer {
    /// A loose lattice of dots that grow towards the bottom; the same for every card, so that a deck looks like one family.
    mutating func compose(_ pattern: Element.Pattern) {
        guard !layouter.options.savesInk else { return }
        let color = tint(pattern.strength)
        let area = template.boxes.bleed
        let step = template.size.width / 6
        var y = area.minY + step / 2
        var row = 0
        while y < area.maxY {
            let growth = (y - area.minY) / area.height
            let radius = step * (0.08 + 0.22 * growth)
            var x = area.minX + (row % 2 == 0 ? step / 2 : step)
            while x < area.maxX {
                items.append(
                    .path(PaintedPath(.circle(center: Point(x: x, y: y), radius: radius), fill: color)))
                x += step
            }
            y += step * 0.86
            row += 1
        }
    }
}
