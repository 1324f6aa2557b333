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
        let samples = levels(blurred, small.plane, columns, rows, shift: shift, most: most)
        let plane = PreparedRaster.Plane(
            encoding: .deflate, width: columns, height: rows, components: 1,
            bytes: PredictorPlane.encode(samples, width: columns, height: rows, components: 1, content: .mask))
        let pixel = Length.pt(72 / density)
        let area = Rect(
            x: grid.area.minX - pixel * Double(margin), y: grid.area.minY - pixel * Double(margin - shift),
            width: pixel * Double(columns), height: pixel * Double(rows))
        return (plane, area)
    }

    /// The blurred silhouette in steps of opacity; the sticker that lies `shift` rows higher hides much of it, where one level is as good as another.
    private static func levels(
        _ blurred: [UInt16], _ silhouette: [UInt8], _ columns: Int, _ rows: Int, shift: Int, most: Int
    ) -> [UInt8] {
        let steps = UInt32(most / step)
        return [UInt8](unsafeUninitializedCapacity: columns * rows) { target, count in
            count = columns * rows
            blurred.withUnsafeBufferPointer { blurred in
                silhouette.withUnsafeBufferPointer { silhouette in
                    for row in 0..<rows {
                        let line = row &* columns
                        for column in 0..<columns {
                            let level = (UInt32(blurred[line &+ column]) &* steps &+ 32_767) / 65_535
                            target[line &+ column] = UInt8(truncatingIfNeeded: level &* UInt32(step))
                        }
                        // The place and what is around it.
                        let hidden = row + shift
                        guard hidden >= 2, hidden < rows - 2, columns > 4 else { continue }
                        let over = hidden &* columns
                        for column in 2..<columns &- 2 {
                            let place = over &+ column
                            let all =
                                silhouette[place] & silhouette[place &- 2] & silhouette[place &+ 2]
                                & silhouette[place &- 2 &* columns] & silhouette[place &+ 2 &* columns]
                            if all == 255 { target[line &+ column] = UInt8(most) }
                        }
                    }
                }
            }
        }
    }
}
