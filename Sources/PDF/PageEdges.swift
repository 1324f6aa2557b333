internal import Geometry
internal import QPDF

extension Rect {
    /// From page coordinates, y downwards, to PDF's: left, bottom, right and top edge in points.
    func edges(onPageOfHeight height: Length) -> [Double] {
        [minX.points, (height - maxY).points, maxX.points, (height - minY).points]
    }
}

extension Transform {
    /// The map of page coordinates, y downwards, as the six numbers of PDF's `cm`, y upwards.
    func numbers(onPageOfHeight height: Length) -> [Double] {
        [a, -b, -c, d, (tx + height * c).points, (height * (1 - d) - ty).points]
    }
}

extension QPDFDocument.Box {
    var edges: [Double] { [left, bottom, right, top] }
}
