internal import Codecs
internal import Geometry

/// How large a sticker is printed and where in its box.
struct StickerPlacement {
    /// Points a source pixel.
    var scale: Double
    /// The bounds of the white edge, relative to the box.
    var outline: Rect

    /// Fewer pixels an inch than this are not printed: the eye would count them.
    static let leastDensity = 72.0

    /// - Parameters:
    ///   - shape: the visible part, in source pixels.
    ///   - largestScale: points a source pixel that are not exceeded; nil for art that is sharp at any size.
    ///   - slack: room that is kept free at the edges for whole pixels.
    init(_ shape: VisibleShape, in box: Size, style: StickerStyle, largestScale: Double?, slack: Length) {
        let border = style.border.points
        let (width, height) = (Double(shape.width), Double(shape.height))
        let room = 2 * border + slack.points
        var scale = min((box.width.points - room) / width, (box.height.points - room) / height)
        let share = style.fillShare * box.width.points * box.height.points
        if shape.area > 0, share > 0 { scale = min(scale, (share / shape.area).squareRoot()) }
        if let largestScale { scale = min(scale, largestScale) }
        self.scale = scale
        let size = Size(width: .pt(width * scale + 2 * border), height: .pt(height * scale + 2 * border))
        func start(_ weight: Double, _ first: Int, _ size: Length, _ box: Length) -> Length {
            let centered = box.points / 2 - (border + (weight - Double(first)) * scale)
            let free = box.points - size.points - slack.points
            return .pt(min(max(centered, slack.points / 2), max(slack.points / 2, free + slack.points / 2)))
        }
        outline = Rect(
            origin: Point(
                x: start(shape.centerX, shape.x, size.width, box.width),
                y: start(shape.centerY, shape.y, size.height, box.height)),
            size: size)
    }

    /// Whether the box has room for the border and something inside it.
    var isPossible: Bool { scale > 0 && scale.isFinite }
}
