internal import Diagnostics
public import Geometry
internal import QPDF

/// Compares two PDF files, whoever made them: what their pages paint where that is equal to the byte, else how they look.
public struct PDFComparison: Sendable {
    /// Pixels an inch at which pages are looked at.
    public var dpi: Double
    /// A distance of colours from which on it counts, as ``PixelComparison/noticeable``.
    public var noticeable: Double
    public var ignoring: [IgnoredRegion]
    /// Whether pictures of pages that differ are kept.
    public var hasPictures: Bool
    /// Of so many pages at most: the first that differ, in the order of the new file, those that are gone last.
    public var pictureLimit: Int
    /// Pairs of pages that are drawn at a time; each takes two processes, and memory for four pages.
    public var workers: Int

    public init(
        dpi: Double = 100, noticeable: Double = PixelComparison.noticeable, ignoring: [IgnoredRegion] = [],
        hasPictures: Bool = false, pictureLimit: Int = 100,
        workers: Int = 1
    ) {
        self.dpi = dpi
        self.noticeable = noticeable
        self.ignoring = ignoring
        self.hasPictures = hasPictures
        self.pictureLimit = pictureLimit
        self.workers = workers
    }

    /// Compares the files. Throws `DiagnosticError` with what is wrong with either, or where pages cannot be drawn.
    public func compare(
        old: String, new: String, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> DocumentDifference {
        let files = try await Self.read(old, new)
        let pairing = PagePairing(old: files.old.pages.map(\.digest), new: files.new.pages.map(\.digest))
        var desk = LightTable(self, old: files.old, new: files.new)
        let pages = try await desk.look(at: pairing.gaps, progress)
        let moved = pairing.equal.filter(\.isMoved).map {
            PageDifference(old: $0.old + 1, new: $0.new + 1, isMoved: true)
        }
        let different = (moved + pages).filter { $0.isMoved || $0.isDifferent }.sorted {
            ($0.new ?? .max, $0.old ?? 0) < ($1.new ?? .max, $1.old ?? 0)
        }
        let paired = pairing.equal.map { $0.new + 1 } + pages.compactMap { $0.old == nil ? nil : $0.new }
        return DocumentDifference(
            pages: different, samePages: Set(paired).subtracting(different.compactMap(\.new)).sorted(),
            pageCount: files.new.pages.count)
    }

    /// Compares things that lie on the files' pages, wherever they lie, and what is around them on pages of the same number.
    ///
    /// `passedOver` are boxes, of those things and others, that do not count as around them. The parts come in the order of the pairs. Throws as
    /// ``compare(old:new:progress:)``.
    public func compare(
        old: String, new: String, parts: [PartPair], passingOver passedOver: [Rect],
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> (parts: [PartDifference], pages: [PageDifference], pageCounts: (old: Int, new: Int)) {
        let files = try await Self.read(old, new)
        let table = PartTable(settings: self, old: files.old, new: files.new, pairs: parts, passedOver: passedOver)
        let found = try await table.look(progress)
        return (found.parts, found.pages, (files.old.pages.count, files.new.pages.count))
    }

    /// Reads both files at once; what is wrong with either is told together.
    private static func read(_ old: String, _ new: String) async throws(DiagnosticError) -> (old: PDFFile, new: PDFFile)
    {
        async let first = Result { () throws(DiagnosticError) in try PDFFile(path: old) }
        async let second = Result { () throws(DiagnosticError) in try PDFFile(path: new) }
        switch await (first, second) {
        case (.success(let old), .success(let new)): return (old, new)
        case (.failure(let one), .failure(let other)): throw DiagnosticError(one.diagnostics + other.diagnostics)
        case (.failure(let error), _), (_, .failure(let error)): throw error
        }
    }
}

extension PageDifference {
    /// Whether there is anything to see, apart from its place.
    public var isDifferent: Bool { old == nil || new == nil || share > 0 || sizes != nil }
}
