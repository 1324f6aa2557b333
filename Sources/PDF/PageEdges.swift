internal import Geometry
internal import QPDF

extension Rect {
    /// From page coordinates, y downwards, to PDF's: left, bottom, right and top edge in points.
    func edges(onPageOfHeight height: Length) -> [Double] {
        [minX.points, (height - maxY).points, maxX.points, (height - minY).points]
    }
}

extension QPDFDocument.Box {
    var edges: [Double] { [left, bottom, right, top] }
}
