internal import Diagnostics
public import PageComparison
public import Proofing

/// Tells what differs between two PDF files, pages by pages.
public struct DiffRun: Sendable {
    public var old: String
    public var new: String
    public var comparison: PDFComparison

    public init(old: String, new: String, comparison: PDFComparison) {
        self.old = old
        self.new = new
        self.comparison = comparison
    }

    /// Compares the files. What is wrong with them is in the outcome; the report is nil then.
    public func run(progress: (_ done: Int, _ total: Int) -> Void) async -> (outcome: Outcome, report: ProofReport?) {
        var outcome = Outcome()
        do {
            let difference = try await comparison.compare(old: old, new: new, progress: progress)
            let report = ProofReport(
                title: "\(old) and \(new)", oldName: old, newName: new,
                items: difference.pages.map { PageWords.item($0, file: new) }, sameCount: difference.sameCount,
                noun: "page", notes: [], acceptCommand: nil)
            return (outcome, report)
        } catch {
            outcome.note(error)
            return (outcome, nil)
        }
    }
}
