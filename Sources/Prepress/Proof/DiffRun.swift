internal import Diagnostics
public import Geometry
public import PageComparison
internal import Proofing
internal import Snapshots

/// Tells what differs between two PDF files: card by card where capprint made both, else page by page.
public struct DiffRun: Sendable {
    let old: String
    let new: String
    let comparison: PDFComparison
    /// How far things on cards may move, and which fields of theirs do not count; for files that tell of cards.
    let tolerance: Length?
    let ignoredFields: [String]
    let reports: ReportFiles
    /// For the words of a picture sheet.
    let resources: Resources

    public init(
        old: String, new: String, dpi: Double, noticeable: Double = PixelComparison.noticeable,
        ignoring: [IgnoredRegion], tolerance: Length? = nil,
        ignoredFields: [String] = [], workers: Int, reports: ReportFiles, resources: Resources
    ) {
        self.old = old
        self.new = new
        self.tolerance = tolerance
        self.ignoredFields = ignoredFields
        self.reports = reports
        self.resources = resources
        comparison = PDFComparison(
            dpi: dpi, noticeable: noticeable, ignoring: ignoring, hasPictures: reports.showPictures,
            pictureLimit: HTMLReport.pictureLimit,
            workers: workers)
    }

    /// Compares the files and writes the reports. What is wrong is in the outcome.
    public func run(progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) async -> SnapshotOutcome {
        var result = SnapshotOutcome()
        do {
            try Overwriting.refuse(reports.outputs, inputs: [old, new])
            let report = try await report(&result.outcome, progress)
            result.report = report
            result.isSame = report.isSame
            try reports.write(report, resources: resources)
        } catch {
            result.outcome.note(error)
        }
        return result
    }

    private func report(_ outcome: inout Outcome, _ progress: (_ done: Int, _ total: Int) -> Void) async throws
        -> ProofReport
    {
        let records = (old: PrintedCards.record(in: old), new: PrintedCards.record(in: new))
        if let before = records.old, let after = records.new {
            let rules = ComparisonRules(
                tolerance: tolerance ?? ComparisonRules.usualTolerance, ignoredFields: ignoredFields.map { .init($0) })
            outcome.diagnostics += rules.problems(amongCards: [], in: [before.reference, after.reference])
            let cards = PrintedCards(old: before, new: after, rules: rules, comparison: comparison)
            return try await cards.report(old: old, new: new, progress)
        }
        let difference = try await comparison.compare(old: old, new: new, progress: progress)
        if tolerance != nil || !ignoredFields.isEmpty {
            outcome.diagnostics.append(
                Diagnostic(
                    .warning, at: Place(file: records.old == nil ? old : new),
                    "it does not tell what its cards look like, so that --ignore and --tolerance change nothing",
                    hint: "only what capprint printed tells it; compare the decks"))
        }
        outcome.diagnostics += Set(comparison.ignoring.compactMap(\.page)).filter { $0 > difference.pageCount }.sorted()
            .map {
                Diagnostic(
                    .warning, at: Place(file: new), "it has no page \($0), of which a region is to be ignored",
                    hint: "it has \(Plural.counted(difference.pageCount, "page"))")
            }
        var notes: [String] = []
        if reports.showPictures, difference.pages.count(where: \.isDifferent) > HTMLReport.pictureLimit {
            notes.append("pictures are shown of the first \(HTMLReport.pictureLimit) pages")
        }
        return ProofReport(
            title: "\(old) and \(new)", oldName: old, newName: new, items: difference.pages.map(PageWords.item),
            same: difference.samePages.map { "page \($0)" }, noun: "page", notes: notes, acceptCommand: nil)
    }
}
