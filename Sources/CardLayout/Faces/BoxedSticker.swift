internal import Artwork
internal import DisplayList
internal import Geometry

/// A prepared sticker and the size of the box that it was prepared for.
struct BoxedSticker {
    var sticker: PreparedSticker
    var box: Size

    /// The same pictures in a smaller box, in proportion; nil where the box is larger: pixels do not grow.
    func reduced(to smaller: Size) -> PreparedSticker? {
        let scale = min(smaller.width / box.width, smaller.height / box.height)
        guard scale <= 1 else { return nil }
        let offset = Point(
            x: (smaller.width - box.width * scale) / 2, y: (smaller.height - box.height * scale) / 2)
        let map = Transform.scale(scale).then(.translation(offset))
        var result = sticker
        result.layers = sticker.layers.map { PlacedPicture($0.picture, area: map.apply(to: $0.area)) }
        result.edge = sticker.edge * scale
        result.outline = map.apply(to: sticker.outline)
        result.printedPixelsPerInch = sticker.printedPixelsPerInch.map { $0 / scale }
        return result
    }
}
