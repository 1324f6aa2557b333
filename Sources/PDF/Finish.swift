internal import DisplayList
internal import Geometry
internal import QPDF

/// The second half of writing a file: from Cairo's pages to a file for printing.
final class Finish {
    private let document: QPDFDocument
    private let contents: Placeholders
    private let streams: PictureStreams

    /// Reads Cairo's pages from an open file. Throws ``QPDFError``.
    init(descriptor: Int32, contents: Placeholders, pictures: any PictureStore) throws {
        self.contents = contents
        streams = PictureStreams(contents: contents, pictures: pictures)
        document = try QPDFDocument(descriptor: descriptor, streams: streams)
    }

    /// Puts the prepared pictures in the places of their placeholders.
    func placePictures() throws {
        for image in document.tinyImages {
            guard let number = contents.number(of: image.samples) else { continue }
            let token = PictureStreams.token(number, .colorOrCommands)
            switch try streams.prepared(number) {
            case .raster(let raster) where raster.color.encoding == .flat:
                guard let alpha = raster.alpha else { continue }
                try document.replace(
                    object: image.object, dictionary: try dictionary(ofFlatColorThrough: alpha, number), token: token)
            case .raster(let raster):
                var extra = ""
                if let alpha = raster.alpha {
                    let mask = try document.addStream(
                        dictionary: dictionary(of: alpha), token: PictureStreams.token(number, .opacity))
                    extra = "/SMask \(mask) 0 R"
                }
                try document.replace(
                    object: image.object, dictionary: dictionary(of: raster.color, extra), token: token)
            case .vector(let pdf):
                let (resources, box) = try document.importResources(pdf: pdf)
                try document.replace(
                    object: image.object, dictionary: dictionary(of: box, resources: resources), token: token)
            }
        }
    }

    /// Boxes, codes, links, preferences, what the file says about itself.
    func describe(_ pages: [PDFWriter.PageRecord], matrices: MatrixSpool, settings: PDFSettings) throws {
        for (index, page) in pages.enumerated() {
            let height = page.mediaBox.height
            try document.setBoxes(
                page: index, media: box(Rect(origin: .zero, size: page.mediaBox), height),
                bleed: box(page.bleedBox, height),
                trim: box(page.trimBox, height))
            if !page.matrices.isEmpty {
                try document.setMatrices(
                    page: index, descriptor: matrices.descriptor, offset: page.matrices.lowerBound,
                    count: page.matrices.count)
            }
            for link in page.links {
                try document.addLink(page: index, area: box(link.area, height), address: link.address)
            }
        }
        let metadata = DocumentMetadata(settings: settings)
        let packet = try document.addPlainStream(
            dictionary: "<< /Type /Metadata /Subtype /XML >>", bytes: Array(metadata.packet.utf8))
        try document.setCatalog(metadata.catalog(metadata: packet))
        try document.setInformation(metadata.information)
    }

    /// Mends the drawing commands and writes the file.
    func write(to file: String) throws {
        try document.mend()
        // Duplex and PickTrayByPDFSize came with PDF 1.7.
        try document.write(to: file, version: "1.7")
    }

    /// From page coordinates, y downwards, to PDF's.
    private func box(_ rect: Rect, _ height: Length) -> QPDFDocument.Box {
        QPDFDocument.Box(
            left: rect.minX.points, bottom: (height - rect.maxY).points, right: rect.maxX.points,
            top: (height - rect.minY).points)
    }

    /// A form XObject that fills the unit square through a luminosity soft mask (ISO 32000-2, 11.6.5.2): a flat colour needs no picture of its own.
    private func dictionary(ofFlatColorThrough alpha: PreparedRaster.Plane, _ number: Int) throws -> String {
        let mask = try document.addStream(
            dictionary: dictionary(of: alpha), token: PictureStreams.token(number, .opacity))
        let group = try document.addPlainStream(
            dictionary: """
                << /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Group << /S /Transparency /CS /DeviceGray >> \
                /Resources << /XObject << /M \(mask) 0 R >> >> >>
                """, bytes: Array("/M Do".utf8))
        return """
            << /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Group << /S /Transparency >> /Resources \
            << /ExtGState << /G << /Type /ExtGState /SMask << /S /Luminosity /G \(group) 0 R >> >> >> >> \
            /Filter /FlateDecode >>
            """
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

    /// A form XObject (ISO 32000-2, 8.10) that fills the unit square, as an image does.
    private func dictionary(of box: QPDFDocument.Box, resources: Int) -> String {
        let width = max(box.right - box.left, 0.001)
        let height = max(box.top - box.bottom, 0.001)
        let matrix = [1 / width, 0, 0, 1 / height, -box.left / width, -box.bottom / height]
        let edges = [box.left, box.bottom, box.right, box.top]
        return """
            << /Type /XObject /Subtype /Form /BBox [\(edges.map { Syntax.real($0) }.joined(separator: " "))] \
            /Matrix [\(matrix.map { Syntax.real($0, decimals: 9) }.joined(separator: " "))] \
            /Resources \(resources) 0 R /Filter /FlateDecode >>
            """
    }
}
