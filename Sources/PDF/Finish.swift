internal import DisplayList
internal import Geometry
internal import QPDF

/// The second half of writing a file: from Cairo's pages, taken apart by qpdf, to a file for printing.
struct Finish {
    let document: QPDFDocument
    let file: ObjectFile
    let settings: PDFSettings
    /// The numbers of the parts of the page-piece data, in their order.
    let pieces: [Int]
    /// How many threads finish the pages' contents.
    let workers: Int
    /// The number of the placeholder's picture in the file.
    let picture: (_ samples: [UInt8]) -> Int?

    /// Pages whose contents are in memory together: as many whoever finishes them, as what they name goes to the file after them.
    private static let window = 32

    /// Writes the pages and all that they name, and ends the file. Throws ``QPDFError`` or ``FileAccess/FileError``.
    func write(_ pages: [PDFWriter.PageRecord], drawing: Int32, matrices: Int32) throws {
        guard document.pageCount >= pages.count else { throw QPDFError("a page was not drawn") }
        let transfer = ObjectTransfer(from: document, into: file) { object in
            document.tinyImage(object).flatMap(picture)
        }
        let tree = file.reserve()
        var kids: [(index: Int, number: Int)] = []
        var moves: [Move: Int] = [:]
        for start in stride(from: 0, to: pages.count, by: Self.window) {
            let part = start..<min(pages.count, start + Self.window)
            var resources: [[UInt8]] = []
            var contents: [DrawnContent] = []
            for index in part {
                resources.append(try document.resources(page: index, rename: transfer.number(of:)))
                let place = try document.takePlace(page: index)
                let page = pages[index].matrices
                contents.append(
                    DrawnContent(
                        commands: .init(descriptor: drawing, offset: place.offset, count: place.count),
                        matrices: .init(descriptor: matrices, offset: page.lowerBound, count: page.count)))
            }
            for (index, content) in zip(part, try DrawnContent.finished(contents, workers: workers)) {
                let commands = try file.add(dictionary: "<< /Filter /FlateDecode >>", data: content)
                let move = try Move(of: pages[index]).map { try self.number(of: $0, &moves) }
                let number = try file.add(
                    dictionary(
                        of: pages[index], in: tree,
                        contents: move.map { "[\($0) 0 R \(commands) 0 R]" } ?? "\(commands) 0 R",
                        resources: String(decoding: resources[index - start], as: UTF8.self)))
                kids.append((pages[index].index, number))
            }
            try transfer.finish()
        }
        let references = kids.sorted { $0.index < $1.index }.map { "\($0.number) 0 R" }.joined(separator: " ")
        try file.add("<< /Type /Pages /Count \(kids.count) /Kids [\(references)] >>", as: tree)
        let metadata = DocumentMetadata(settings: settings)
        let packet = try file.add(
            dictionary: "<< /Type /Metadata /Subtype /XML >>", data: Array(metadata.packet.utf8))
        let catalog = try file.add(metadata.catalog(pages: tree, metadata: packet, pieces: pieces))
        let information = try file.add(metadata.information)
        try file.finish(catalog: catalog, information: information)
    }

    /// A content that stands before a page's own and moves all that is drawn after it (ISO 32000-2, 7.8.2): the page's content stays what it is.
    private struct Move: Hashable {
        let transform: Transform
        let height: Length

        init?(of page: PDFWriter.PageRecord) {
            guard page.transform != .identity else { return nil }
            (transform, height) = (page.transform, page.mediaBox.height)
        }
    }

    /// The number of a move, which is written when it is first wanted.
    private func number(of move: Move, _ known: inout [Move: Int]) throws -> Int {
        if let number = known[move] { return number }
        let numbers = move.transform.numbers(onPageOfHeight: move.height).map { Syntax.real($0, decimals: 8) }
        let number = try file.add(
            dictionary: "<< >>", data: Array("\(numbers.joined(separator: " ")) cm\n".utf8))
        known[move] = number
        return number
    }

    /// A page object (ISO 32000-2, 7.7.3.3).
    ///
    /// Cairo makes each page a group that blends in RGB: with a see-through picture on the page, a printer with black ink would get its grey letters
    /// as RGB, in four inks. Without the group a page blends in the printer's own space.
    private func dictionary(of page: PDFWriter.PageRecord, in tree: Int, contents: String, resources: String) -> String
    {
        let media = Rect(origin: .zero, size: page.mediaBox)
        let boxes = [("MediaBox", media), ("BleedBox", page.bleedBox), ("TrimBox", page.trimBox)]
        var entries = "/Type /Page /Parent \(tree) 0 R /Contents \(contents) /Resources \(resources)"
        for (name, box) in boxes {
            entries += " /\(name) \(Syntax.array(box.edges(onPageOfHeight: page.mediaBox.height)))"
        }
        if !page.links.isEmpty {
            entries += " /Annots [\(page.links.map { "\($0) 0 R" }.joined(separator: " "))]"
        }
        return "<< \(entries) >>"
    }
}
