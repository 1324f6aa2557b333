internal import Diagnostics
internal import FileAccess
public import Proofing

/// Where a comparison is told, and in which forms.
public struct ReportFiles: Sendable {
    public enum Format: String, Hashable, Sendable, CaseIterable { case text, json, junit, github }

    public var format: Format
    /// The file for the report in that format; nil for standard output.
    public var output: String?
    /// A web page with pictures.
    public var page: String?
    /// A PNG file with pictures of what differs.
    public var pictureSheet: String?

    public init(format: Format = .text, output: String? = nil, page: String? = nil, pictureSheet: String? = nil) {
        self.format = format
        self.output = output
        self.page = page
        self.pictureSheet = pictureSheet
    }

    /// Whether any of them shows pictures.
    public var showPictures: Bool { page != nil || pictureSheet != nil }

    /// Each file with what it is for.
    var outputs: [(purpose: String, path: String)] {
        [("the report", output), ("the web page", page), ("the picture sheet", pictureSheet)].compactMap {
            purpose, path in path.map { (purpose, $0) }
        }
    }

    /// Writes them all, each replaced whole. Throws ``FileAccess/FileError``, or what the pictures give cause for.
    ///
    /// `resources` are where the letters of the picture sheet come from.
    public func write(_ report: ProofReport, resources: Resources) throws {
        try writeText(report)
        try writePage(report)
        if let pictureSheet {
            _ = try Files.replace(pictureSheet, with: try PictureSheet.png(report, resources: resources))
        }
    }

    private func writePage(_ report: ProofReport) throws(FileError) {
        guard let page else { return }
        let file = try ReplacedFile(path: page)
        try HTMLReport.write(report) { (part: String) throws(FileError) in try file.write(Array(part.utf8)) }
        try file.commit()
    }

    /// Tells in the same files that nothing could be compared and why, so that none is left from an earlier run; the picture sheet aside.
    /// What people read on a terminal is told elsewhere. Throws as ``write(_:resources:)``.
    ///
    /// Nothing is known of a deck that could not be read, so only a file that is not there yet or was such a report is written.
    public func writeProblems(of subject: String, _ outcome: Outcome) throws {
        var problems = outcome.diagnostics
        if let failure = outcome.failure { problems.append(Diagnostic(.error, "\(failure)")) }
        guard problems.contains(where: \.isError), !problems.contains(where: { $0.severity == .wrongUse }) else {
            return
        }
        var report = ProofReport(
            title: subject, oldName: "reference", newName: "deck", items: [], same: [], noun: "card",
            notes: problems.filter(\.isError).map { "could not be checked: \($0.description)" }, acceptCommand: nil)
        report.problems = problems
        if let page, Self.mayReplace(page, beginning: ["<!doctype html"]) { try writePage(report) }
        if format == .github { report.notes = [] }
        let beginnings = ["{\"version\":1,\"title\":\"", "<?xml", "::", "card '"]
        if output.map({ Self.mayReplace($0, beginning: beginnings) }) ?? (format != .text) { try writeText(report) }
    }

    private static func mayReplace(_ path: String, beginning beginnings: [String]) -> Bool {
        guard FileStatus(path: path) != nil else { return true }
        guard let bytes = try? Files.read(path, limit: 1 << 30) else { return false }
        let text = String(decoding: bytes.prefix(64), as: UTF8.self).lowercased()
        return beginnings.contains { text.hasPrefix($0) }
    }

    private func writeText(_ report: ProofReport) throws(FileError) {
        let text =
            switch format {
            case .text: TextReport.text(report)
            case .json: JSONReport.text(report)
            case .junit: JUnitReport.text(report)
            case .github: GitHubReport.text(report)
            }
        if let output {
            _ = try Files.replace(output, with: Array(text.utf8))
        } else {
            try Output.write(Array(text.utf8), to: Output.standardOutput, name: "standard output")
        }
    }
}
