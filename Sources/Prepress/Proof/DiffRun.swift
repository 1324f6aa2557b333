public import PageComparison
internal import Proofing

/// Tells what differs between two PDF files, page by page.
public struct DiffRun: Sendable {
    let old: String
    let new: String
    let comparison: PDFComparison
    let reports: ReportFiles
    /// For the words of a picture sheet.
    let resources: Resources

    public init(
        old: String, new: String, dpi: Double, ignoring: [IgnoredRegion], workers: Int, reports: ReportFiles,
        resources: Resources
    ) {
        self.old = old
        self.new = new
        self.reports = reports
        self.resources = resources
        comparison = PDFComparison(
            dpi: dpi, ignoring: ignoring, hasPictures: reports.showPictures, workers: workers)
    }

    /// Compares the files and writes the reports. What is wrong is in the outcome.
    public func run(progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) async -> SnapshotOutcome {
        var result = SnapshotOutcome()
        do {
            try Overwriting.refuse(reports.outputs, inputs: [old, new])
            let difference = try await comparison.compare(old: old, new: new, progress: progress)
            let report = ProofReport(
                title: "\(old) and \(new)", oldName: old, newName: new,
                items: difference.pages.map(PageWords.item), sameCount: difference.sameCount, noun: "page", notes: [],
                acceptCommand: nil)
            result.report = report
            result.isSame = report.isSame
            try reports.write(report, resources: resources)
        } catch {
            result.outcome.note(error)
        }
        return result
    }
}
