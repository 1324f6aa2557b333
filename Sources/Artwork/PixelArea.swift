internal import Geometry

/// A grid of whole pixels over a rectangle on paper.
struct PixelArea {
    var columns: Int
    var rows: Int
    /// What the pixels cover: the rectangle, grown evenly to whole pixels.
    var area: Rect
    var dpi: Double

    init(around rect: Rect, dpi: Double) {
        self.dpi = dpi
        columns = max(1, Int((rect.width.points * dpi / 72 - 1e-6).rounded(.up)))
        rows = max(1, Int((rect.height.points * dpi / 72 - 1e-6).rounded(.up)))
        let size = Size(width: .pt(Double(columns) * 72 / dpi), height: .pt(Double(rows) * 72 / dpi))
        area = Rect(
            origin: Point(x: rect.midX - size.width / 2, y: rect.midY - size.height / 2), size: size)
    }
}
