import ArgumentParser
import Diagnostics
import FileAccess
import PageComparison
import Prepress
import Proofing

/// `capprint diff old.pdf new.pdf`: what differs on paper.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "diff", abstract: "Say what differs.")
    @Argument var old: String
    @Argument var new: String
    @Option var dpi = 100.0
    @Option var workers = 1
    @Flag var pictures = false

    func run() async throws {
        let console = Console()
        let comparison = PDFComparison(dpi: dpi, hasPictures: pictures, workers: workers)
        let result = await DiffRun(old: old, new: new, comparison: comparison).run { console.showProgress($0, of: $1, label: "pages") }
        console.show(result.outcome.diagnostics)
        if let failure = result.outcome.failure {
            console.complain("error: \(failure)")
            throw ExitCodes.code(for: failure)
        }
        if let code = ExitCodes.code(for: result.outcome.diagnostics) { throw code }
        if let report = result.report {
            Output.write(TextReport.text(report), to: 1)
            if !report.isSame { throw ExitCode.failure }
        }
    }
}
