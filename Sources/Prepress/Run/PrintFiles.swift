internal import DeckModel
internal import FileAccess
internal import Imposition
internal import PDF

/// The files that a run writes its pages to: one, or one for fronts and one for backs.
struct PrintFiles: ~Copyable {
    private var fronts: OutputFile?
    private var backs: OutputFile?
    private let writers: [PDFWriter]
    private let paths: [String]
    /// Whether the file tells how its cards look: one that holds all sides of one deck's cards does.
    private let keepsRecord: Bool

    /// Begins the files; none where the destination is nowhere. Throws ``FileAccess/FileError`` and what a PDF writer throws.
    init(_ job: Job, _ destination: Job.Destination, _ setup: RunSetup, scratch: String) throws {
        let apart = job.separatesBacks
        fronts = try OutputFile(
            destination, deckID: setup.deck.id, part: apart ? OutputFile.sides[0] : nil, scratch: scratch)
        backs =
            apart
            ? try OutputFile(destination, deckID: setup.deck.id, part: OutputFile.sides[1], scratch: scratch) : nil
        var temporary: [String] = []
        switch fronts {
        case .some(let file): temporary.append(file.temporaryPath)
        case .none: break
        }
        switch backs {
        case .some(let file): temporary.append(file.temporaryPath)
        case .none: break
        }
        writers = try temporary.map {
            try PDFWriter(
                to: $0, temporaryFolder: scratch, settings: setup.settings(job), pictures: setup.studio,
                workers: job.workers)
        }
        paths = OutputFile.paths(destination, deckID: setup.deck.id, separatesBacks: apart)
        keepsRecord = !apart && setup.stages.count == 1
    }

    /// Whether nothing is written.
    var isEmpty: Bool { writers.isEmpty }

    /// Draws a page for a place in its file, counted from 0. Throws what the writer throws.
    func add(_ page: PDFPage, _ side: Side, at index: Int) throws {
        guard let first = writers.first else { return }
        try (side == .front ? first : writers.last ?? first).add(page, at: index)
    }

    /// Keeps what a file tells of its cards. Throws what the writer throws.
    func keep(_ part: [UInt8]) throws {
        if keepsRecord { try writers.first?.keep(part) }
    }

    /// Finishes all files, then puts them in their places. Returns their paths. Throws what writers throw, and ``FileAccess/FileError``.
    mutating func finish(piece: [UInt8]) throws -> [String] {
        for writer in writers { try writer.finish(piece: keepsRecord ? piece : nil) }
        try fronts.take()?.commit()
        try backs.take()?.commit()
        return paths
    }
}
