internal import DeckModel
internal import DisplayList
internal import FileAccess
internal import Geometry
internal import PDF
internal import Raster

/// What a proof is written to: one PDF, or a picture of each page.
struct ProofFile: ~Copyable {
    private var file: OutputFile?
    private let writer: PDFWriter?
    private let pixels: StudioPixels
    /// The pictures as they will be called, and as they wait to be whole.
    private var pictures: [(path: String, waiting: String)] = []
    /// What the pictures are named after; nil for a PDF and where nothing is written.
    private let stem: String?
    private let scratch: String
    private let path: String?

    /// Pixels per inch of pictures.
    private static let resolution = 150.0

    /// Throws ``FileAccess/FileError`` and what a PDF writer throws.
    init(_ format: ProofRun.Format, _ job: Job, _ setup: RunSetup, name: String, scratch: String) throws {
        if format == .png, case .folder(let folder) = job.destination { try Files.makeFolder(folder) }
        let output = try Self.output(format, job.destination, name: name, scratch: scratch)
        var temporary: String?
        switch output {
        case .some(let output): temporary = output.temporaryPath
        case .none: break
        }
        let writer = try temporary.map {
            var settings = setup.settings(job)
            settings.title += " – proof"
            settings.hasLinks = false
            settings.duplex = nil
            return try PDFWriter(
                to: $0, temporaryFolder: scratch, settings: settings, pictures: setup.studio, workers: job.workers)
        }
        let path = OutputFile.paths(job.destination, deckID: name, separatesBacks: false).first
        let endings = [".png", ".pdf"]
        stem =
            format == .pdf
            ? nil : path.map { endings.contains($0.suffix(4).lowercased()) ? String($0.dropLast(4)) : $0 }
        self.path = path
        self.writer = writer
        self.scratch = scratch
        pixels = StudioPixels(studio: setup.studio, dpi: Self.resolution)
        file = consume output
    }

    private static func output(
        _ format: ProofRun.Format, _ destination: Job.Destination, name: String, scratch: String
    ) throws -> OutputFile? {
        guard format == .pdf else { return nil }
        return try OutputFile(destination, deckID: name, scratch: scratch)
    }

    /// Draws a page. Throws what the writer or the renderer throws.
    mutating func add(_ frame: Frame) throws {
        let page = frame.boxes.trim
        try writer?.add(PDFPage(mediaBox: page.size, trimBox: page, bleedBox: page, items: frame.items))
        guard let stem else { return }
        let number = pictures.count + 1
        let waiting = Paths.join(scratch, "page-\(number).png")
        let bytes = try FrameRenderer.png(frame, dpi: Self.resolution, area: .trim, pictures: pixels)
        _ = try Files.replace(waiting, with: bytes)
        pictures.append(("\(stem)-\(number).png", waiting))
    }

    /// Puts what was written in its place; the paths. Throws what the writer throws, and ``FileAccess/FileError``.
    mutating func finish() throws -> [String] {
        try writer?.finish()
        try file.take()?.commit()
        for picture in pictures { _ = try Files.replace(picture.path, with: try Files.read(picture.waiting)) }
        return stem == nil ? path.map { [$0] } ?? [] : pictures.map(\.path)
    }
}
