internal import Codecs

extension VectorArt {
    /// The page's pixels: columns × rows over its whole area. Throws ``CodecError``.
    static func render(_ drawing: borrowing SVGDocument, _ page: Placement, columns: Int, rows: Int) throws(CodecError)
        -> [UInt8]
    {
        let (across, down) = (Double(columns) / page.pageWidth, Double(rows) / page.pageHeight)
        return try drawing.render(
            x: page.x * across, y: page.y * down, width: page.width * across, height: page.height * down,
            columns: columns, rows: rows)
    }

    /// Renders the stored drawing. Throws ``CodecError``.
    func pixels(columns: Int, rows: Int) throws(CodecError) -> PixelImage {
        let drawing = try SVGDocument(Deflate.inflate(source, count: sourceCount))
        return PixelImage(
            width: columns, height: rows,
            pixels: try VectorArt.render(drawing, placement, columns: columns, rows: rows))
    }
}
