internal import DisplayList
internal import QPDF

/// Writes prepared pictures as objects that fill the unit square.
struct PictureObjects {
    let file: ObjectFile
    let pictures: any PictureStore

    /// Writes a picture and all that belongs to it; its number. Throws what the pictures' owner, qpdf or the file give cause for.
    func write(_ picture: Picture) throws -> Int {
        switch try pictures.prepared(picture) {
        case .raster(let raster):
            guard let alpha = raster.alpha else {
                return try file.add(dictionary: dictionary(of: raster.color), data: raster.color.bytes)
            }
            let mask = try file.add(dictionary: dictionary(of: alpha), data: alpha.bytes)
            if raster.color.encoding == .flat { return try writeFlatColor(raster.color.bytes, through: mask) }
            return try file.add(
                dictionary: dictionary(of: raster.color, "/SMask \(mask) 0 R"), data: raster.color.bytes)
        case .vector(let pdf): return try writePage(pdf)
        }
    }

    /// An image XObject (ISO 32000-2, 8.9.5).
    private func dictionary(of plane: PreparedRaster.Plane, _ extra: String = "") -> String {
        let filter =
            switch plane.encoding {
            case .jpeg: "/Filter /DCTDecode"
            case .flat: ""
            case .deflate:
                """
                /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors \(plane.components) /BitsPerComponent 8 \
                /Columns \(plane.width) >>
                """
            }
        return """
            << /Type /XObject /Subtype /Image /Width \(plane.width) /Height \(plane.height) /BitsPerComponent 8 \
            /ColorSpace \(plane.components == 1 ? "/DeviceGray" : "/DeviceRGB") \(filter) \(extra) >>
            """
    }

    /// A form XObject that is filled through a luminosity soft mask (11.6.5.2): a flat colour needs no picture of its own.
    private func writeFlatColor(_ samples: [UInt8], through mask: Int) throws -> Int {
        let group = try file.add(
            dictionary: """
                << /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Group << /S /Transparency /CS /DeviceGray >> \
                /Resources << /XObject << /M \(mask) 0 R >> >> >>
                """, data: Array("/M Do".utf8))
        return try file.add(
            dictionary: """
                << /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Group << /S /Transparency >> /Resources \
                << /ExtGState << /G << /Type /ExtGState /SMask << /S /Luminosity /G \(group) 0 R >> >> >> >> >>
                """, data: Syntax.fill(samples: samples))
    }

    /// The only page of a PDF as a form XObject (8.10).
    private func writePage(_ pdf: [UInt8]) throws -> Int {
        let document = try QPDFDocument(bytes: pdf)
        let transfer = ObjectTransfer(from: document, into: file)
        let resources = try document.resources(page: 0, rename: transfer.number(of:))
        let box = try document.mediaBox(page: 0)
        let width = max(box.right - box.left, 0.001)
        let height = max(box.top - box.bottom, 0.001)
        let matrix = [1 / width, 0, 0, 1 / height, -box.left / width, -box.bottom / height]
        let form = try file.add(
            dictionary: """
                << /Type /XObject /Subtype /Form /BBox \(Syntax.array(box.edges)) /Matrix \
                \(Syntax.array(matrix, decimals: 9)) /Resources \(String(decoding: resources, as: UTF8.self)) \
                /Filter /FlateDecode >>
                """, data: try document.commands(page: 0))
        try transfer.finish()
        return form
    }
}
