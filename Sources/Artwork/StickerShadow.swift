internal import Codecs
internal import DisplayList
internal import Geometry

/// The soft short shadow of a sticker that lies on the card: black at low opacity, blurred, stored small.
enum StickerShadow {
    static let offset = Length.mm(0.7)
    /// Standard deviation of the blur; it is seen about twice as far.
    static let softness = Length.mm(0.6)
    static let opacity = 0.22
    /// Pixels an inch: it has no detail.
    static let dpi = 150.0
    /// Opacities are kept in steps of this many 255ths, finer than the eye sees and smaller in the file.
    static let step = 2

    /// The opacity plane and the area it covers, from the sticker's silhouette.
    static func make(_ silhouette: [UInt8], _ grid: PixelArea) -> (plane: PreparedRaster.Plane, area: Rect) {
        let cell = max(1, Int((grid.dpi / dpi).rounded()))
        let density = grid.dpi / Double(cell)
        let deviation = softness.points * density / 72
        // Three means of 2r + 1 have the variance r² + r.
        let radius = max(1, Int(((0.25 + deviation * deviation).squareRoot() - 0.5).rounded()))
        let margin = 3 * radius + 1
        let small = BoxBlur.shrink(silhouette, width: grid.columns, height: grid.rows, cell: cell, margin: margin)
        let blurred = BoxBlur.blur(small.plane, width: small.width, height: small.height, radius: radius)
        let (columns, rows) = (small.width, small.height)
        let shift = Int((offset.points * density / 72).rounded())
        let most = Int((opacity * 255).rounded()) / step * step
        var samples = [UInt8](repeating: 0, count: columns * rows)
        let half = 65_535 / 2
        for row in 0..<rows {
            for column in 0..<columns {
                let place = row * columns + column
                if isCovered(small.plane, columns, rows, column, row + shift) {
                    samples[place] = UInt8(most)
                } else {
                    let level = (Int(blurred[place]) * (most / step) + half) / 65_535
                    samples[place] = UInt8(level * step)
                }
            }
        }
        let plane = PreparedRaster.Plane(
            encoding: .deflate, width: columns, height: rows, components: 1,
            bytes: PredictorPlane.encode(samples, width: columns, height: rows, components: 1, content: .mask))
        let pixel = Length.pt(72 / density)
        let area = Rect(
            x: grid.area.minX - pixel * Double(margin), y: grid.area.minY - pixel * Double(margin - shift),
            width: pixel * Double(columns), height: pixel * Double(rows))
        return (plane, area)
    }

    /// Whether the sticker hides the place and what is around it, so that any value will do there.
    private static func isCovered(_ silhouette: [UInt8], _ columns: Int, _ rows: Int, _ column: Int, _ row: Int) -> Bool
    {
        guard column >= 2, column < columns - 2, row >= 2, row < rows - 2 else { return false }
        let place = row * columns + column
        return silhouette[place] == 255 && silhouette[place - 2] == 255 && silhouette[place + 2] == 255
            && silhouette[place - 2 * columns] == 255 && silhouette[place + 2 * columns] == 255
    }
}
