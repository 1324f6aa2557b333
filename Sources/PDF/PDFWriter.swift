internal import Cairo
public import DisplayList
internal import FileAccess
internal import Geometry
internal import Painting
internal import QPDF

/// Writes a PDF file page by page. Cairo draws the pages into nameless temporary files; the finish, on qpdf, puts pictures in, adds what Cairo
/// knows nothing of, and writes the file. Belongs to one thread.
public final class PDFWriter {
    /// What the finish has to know of a page.
    struct PageRecord {
        var mediaBox: Size
        var trimBox: Rect
        var bleedBox: Rect
        var links: [Link]
        /// Where the page's matrices lie in their spool.
        var matrices: Range<Int>
    }

    private let settings: PDFSettings
    private let pictures: any PictureStore
    private let scratch: ScratchFile
    private let matrices: MatrixSpool
    private let placeholders: Placeholders
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

    /// Throws ``FileError`` where the temporary folder takes no file.
    public init(temporaryFolder: String, settings: PDFSettings, pictures: any PictureStore) throws {
        self.settings = settings
        self.pictures = pictures
        scratch = try ScratchFile(folder: temporaryFolder)
        matrices = try MatrixSpool(folder: temporaryFolder)
        placeholders = Placeholders(matrices: matrices)
        let surface = try PDFSurface(sink: ScratchSink(scratch), width: 1, height: 1)
        let context = try Context(surface)
        let links = LinkCollector()
        let painter = FramePainter(context: context, fonts: fonts, pictures: placeholders) { area, address in
            links.links.append(Link(area: area, address: address))
        }
        drawing = Drawing(surface: surface, context: context, painter: painter, links: links)
    }

    /// Draws a page; nothing of it stays in memory but its boxes, its links and the names of its pictures. Throws what
    /// Cairo, a font file or the temporary file give cause for.
    public func add(_ page: PDFPage) throws {
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
        pages.append(
            PageRecord(
                mediaBox: page.mediaBox, trimBox: page.trimBox, bleedBox: page.bleedBox,
                links: settings.hasLinks ? drawing.links.links : [], matrices: matrices.endPage()))
        drawing.links.links.removeAll(keepingCapacity: true)
    }

    /// Finishes the file and writes it whole. Throws what qpdf, the pictures' store or the system give cause for;
    /// what was written then is no file to keep.
    public func finish(to file: String) throws {
        guard let drawing else { throw PDFError.finished }
        guard !pages.isEmpty else { throw PDFError.noPages }
        self.drawing = nil
        try drawing.surface.finish()
        try scratch.flush()
        try matrices.flush()
        let finish = try Finish(
            descriptor: scratch.descriptor, contents: placeholders, pictures: pictures)
        try finish.placePictures()
        try finish.describe(pages, matrices: matrices, settings: settings)
        do {
            try finish.write(to: file)
        } catch let error as QPDFError where error.systemCode != nil {
            throw FileError(.write, file, code: error.systemCode ?? 0)
        }
    }
}

/// Gathers the links of the page being drawn.
private final class LinkCollector {
    var links: [Link] = []
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
