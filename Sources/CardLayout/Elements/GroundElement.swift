internal import DisplayList
internal import Geometry

extension FaceComposer {
    mutating func compose(_ ground: Element.Ground) {
        guard !layouter.options.savesInk else { return }
        items.append(.path(PaintedPath(.rect(template.boxes.bleed), fill: tint(ground.strength))))
    }

    /// The face's colour mixed into the paper.
    func tint(_ strength: Double) -> Color { palette.paper.mixed(with: mainColor, strength) }
}
