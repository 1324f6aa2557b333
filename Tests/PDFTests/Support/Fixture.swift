import DisplayList
import FileAccess
import Geometry
import PDF
import QRCode

@testable import QPDF

/// A folder for a test's files, and files written into it.
final class Fixture {
    let folder: String
    private var files: [String] = []

    init() throws {
        folder = try Files.makeTemporaryFolder()
    }

    deinit {
        _ = try? Tool.run("rm -rf '\(folder)'")
    }

    static let a6 = Size(width: .mm(105), height: .mm(148))

    static func page(_ items: [Item] = [], placements: [PDFPage.Placement] = [], size: Size = a6) -> PDFPage {
        let all = Rect(origin: .zero, size: size)
        return PDFPage(
            mediaBox: size, trimBox: all.inset(by: .mm(5)), bleedBox: all.inset(by: .mm(2)), items: items,
            placements: placements)
    }

    /// Writes the pages to a file; its path.
    func write(
        _ pages: [PDFPage], settings: PDFSettings = PDFSettings(title: "Test", language: "en"),
        pictures: any PictureStore = Pictures(), name: String = "out.pdf", workers: Int = 1
    ) throws -> String {
        let path = "\(folder)/\(name)"
        let writer = try PDFWriter(
            to: path, temporaryFolder: folder, settings: settings, pictures: pictures, workers: workers)
        for page in pages { try writer.add(page) }
        try writer.finish()
        return path
    }

    /// The file with everything decompressed, as text.
    func readable(_ path: String) throws -> String {
        try Tool.run(
            "qpdf --qdf --object-streams=disable --no-original-object-ids '\(path)' '\(path).qdf' && cat '\(path).qdf'"
        ).output
    }
}

/// A few pictures made here: one flat colour with a hole of transparency, and a one-page PDF.
struct Pictures: PictureStore {
    static let red = Picture(kind: .raster, key: "red", pixelWidth: 8, pixelHeight: 8)
    static let vector = Picture(kind: .vector, key: "vector", pixelWidth: 5000, pixelHeight: 2500)
    static let missing = Picture(kind: .raster, key: "missing", pixelWidth: 1, pixelHeight: 1)

    struct Unknown: Error {}

    func prepared(_ picture: Picture) throws -> PreparedPicture {
        switch picture.key {
        case "red":
            // Upper left quarter opaque blue, the rest opaque red, but the lower right quarter transparent.
            var color: [UInt8] = []
            var alpha: [UInt8] = []
            for row in 0..<8 {
                color.append(0)
                alpha.append(0)
                for column in 0..<8 {
                    color += row < 4 && column < 4 ? [0, 0, 255] : [255, 0, 0]
                    alpha.append(row >= 4 && column >= 4 ? 0 : 255)
                }
            }
            return .raster(
                PreparedRaster(
                    color: .init(
                        encoding: .deflate, width: 8, height: 8, components: 3, bytes: try Commands.deflated(color)),
                    alpha: .init(
                        encoding: .deflate, width: 8, height: 8, components: 1, bytes: try Commands.deflated(alpha))))
        case "vector": return .vector(pdf: Pictures.vectorPDF)
        default: throw Unknown()
        }
    }

    /// 50 × 25 pt: green, with a black square of 10 pt in the upper left corner.
    static let vectorPDF: [UInt8] = {
        let commands = "0 1 0 rg 0 0 50 25 re f\n0 0 0 rg /a0 gs 0 15 10 10 re f"
        return Array(
            """
            %PDF-1.5
            1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
            2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
            3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 50 25] /Contents 4 0 R \
            /Resources << /ExtGState << /a0 << /CA 1 /ca 1 >> >> >> >> endobj
            4 0 obj << /Length \(commands.utf8.count) >> stream
            \(commands)
            endstream endobj
            trailer << /Root 1 0 R /Size 5 >>
            """.utf8)
    }()
}
