internal import Cairo
public import DisplayList
internal import FileAccess
internal import Geometry
internal import Painting
internal import QPDF

/// Writes a PDF file page by page. Pictures and links go to the file with the first page that has them. Cairo draws the pages into a nameless temporary
/// file; the finish, on qpdf, mends them and adds what Cairo knows nothing of. Belongs to one thread.
public final class PDFWriter {
    /// What the finish has to know of a page.
    struct PageRecord {
        /// Its place in the file.
        var index: Int
        var mediaBox: Size
        var trimBox: Rect
        var bleedBox: Rect
        var transform: Transform
        /// The numbers of its links.
        var links: Range<Int>
        /// Where the page's matrices lie in their spool.
        var matrices: Range<Int>
    }

    private let settings: PDFSettings
    private let workers: Int
    private let scratch: ScratchFile
    private let matrices: MatrixSpool
    private let placeholders: Placeholders
    private let file: ObjectFile
    private let pictures: PictureObjects
    /// The numbers of the pictures in the file, in the placeholders' order.
    private var pictureNumbers: [Int] = []
    /// The numbers of the parts of the page-piece data.
    private var pieces: [Int] = []
    private var drawing: Drawing?
    private var pages: [PageRecord] = []
    private let fonts = FontLibrary()

    /// The surface, its context and its painter, which end together.
    private struct Drawing {
        let surface: PDFSurface
        let context: Context
        let painter: FramePainter
        let links: LinkCollector
    }

    /// Begins the file at a path, which holds a whole PDF only after ``finish()``.
    ///
    /// `workers` is how many threads the finish may use; it changes nothing in the file. Throws ``FileError`` where the file cannot be written or the
    /// temporary folder takes none.
    public init(
        to path: String, temporaryFolder: String, settings: PDFSettings, pictures: any PictureStore, workers: Int = 1
    ) throws {
        self.settings = settings
        self.workers = max(1, workers)
        scratch = try ScratchFile(folder: temporaryFolder)
        matrices = try MatrixSpool(folder: temporaryFolder)
        // Duplex and PickTrayByPDFSize came with PDF 1.7.
        file = try ObjectFile(path: path, version: "1.7")
        self.pictures = PictureObjects(file: file, pictures: pictures)
        placeholders = Placeholders(matrices: matrices)
        let surface = try PDFSurface(sink: ScratchSink(scratch), width: 1, height: 1)
        let context = try Context(surface)
        let links = LinkCollector()
        let painter = FramePainter(context: context, fonts: fonts, pictures: placeholders) { area, address in
            links.links.append(Link(area: area, address: address))
        }
        drawing = Drawing(surface: surface, context: context, painter: painter, links: links)
    }

    /// Draws a page, for the place in the file that is given, from 0, or after those drawn before; nothing of it stays in memory but its boxes and the names of its pictures. Throws what Cairo, a font file, the pictures' store or
    /// one of the files give cause for.
    public func add(_ page: PDFPage, at index: Int? = nil) throws {
        guard let drawing else { throw PDFError.finished }
        drawing.surface.setPageSize(width: page.mediaBox.width.points, height: page.mediaBox.height.points)
        for placement in page.placements {
            try drawing.painter.paint(
                [.group(Group(transform: placement.transform, items: placement.frameItems))],
                clip: .rect(placement.clip))
        }
        try drawing.painter.paint(page.items)
        try drawing.context.checkStatus()
        try drawing.surface.showPage()
        for picture in placeholders.pictures[pictureNumbers.count...] {
            pictureNumbers.append(try pictures.write(picture))
        }
        pages.append(
            PageRecord(
                index: index ?? pages.count, mediaBox: page.mediaBox, trimBox: page.trimBox, bleedBox: page.bleedBox,
                transform: page.transform, links: try write(drawing.links.take(), on: page),
                matrices: matrices.endPage()))
    }

    /// Keeps a part of what the program tells itself in the file (ISO 32000-2, 14.5); no reader shows it. `part` is a zlib stream.
    public func keep(_ part: [UInt8]) throws {
        pieces.append(try file.add(dictionary: "<< /Filter /FlateDecode >>", data: part))
    }

    /// Writes link annotations (ISO 32000-2, 12.5.6.5); their numbers.
    private func write(_ links: [Link], on page: PDFPage) throws -> Range<Int> {
        guard settings.hasLinks, !links.isEmpty else { return 0..<0 }
        let numbers = links.map { _ in file.reserve() }
        for (link, number) in zip(links, numbers) {
            try file.add(
                """
                << /Type /Annot /Subtype /Link /Border [0 0 0] \
                /Rect \(Syntax.array(page.transform.apply(to: link.area).edges(onPageOfHeight: page.mediaBox.height))) \
                /A << /S /URI /URI \(Syntax.string(link.address)) >> >>
                """, as: number)
        }
        return numbers[0]..<numbers[0] + numbers.count
    }

    /// Finishes the file. `piece` is the first part of what ``keep(_:)`` got the others of, known last; nil where there is none. Throws what qpdf or the system give cause for; what was written then is no file to keep.
    public func finish(piece: [UInt8]? = nil) throws {
        guard let drawing else { throw PDFError.finished }
        guard !pages.isEmpty else { throw PDFError.noPages }
        if let piece {
            try keep(piece)
            pieces.insert(pieces.removeLast(), at: 0)
        }
        self.drawing = nil
        try drawing.surface.finish()
        try scratch.flush()
        try matrices.flush()
        let finish = Finish(
            document: try QPDFDocument(descriptor: scratch.descriptor), file: file, settings: settings,
            pieces: pieces, workers: workers,
            picture: { [placeholders, pictureNumbers] samples in
                placeholders.number(of: samples).map { pictureNumbers[$0] }
            })
        try finish.write(pages, drawing: scratch.descriptor, matrices: matrices.descriptor)
    }
}

/// Gathers the links of the page being drawn.
private final class LinkCollector {
    var links: [Link] = []

    /// The links of the page, which is done.
    func take() -> [Link] {
        defer { links.removeAll(keepingCapacity: true) }
        return links
    }
}

/// Lets Cairo write into a scratch file.
private final class ScratchSink: ByteSink {
    private let file: ScratchFile

    init(_ file: ScratchFile) {
        self.file = file
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        try file.write(bytes)
    }
}
