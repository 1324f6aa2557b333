import ArgumentParser
import Diagnostics
import FileAccess
import Prepress

/// Runs one deck after another over its references, tells what came of each, and ends with the worst exit code.
struct SnapshotRuns {
    let options: SnapshotOptions
    let look: LookOptions
    /// Without decks, reference and look.
    let request: SnapshotRequest
    var reports = ReportFiles()

    func run() async throws {
        let console = Console()
        var worst: Int32 = 0
        for deck in options.decks {
            var request = request
            request.reference = options.reference
            request.template = look.template
            request.savesInk = look.inkSaver ? true : nil
            request.fontFolders = look.fontFolders
            request.templateFolders = look.templateFolders
            request.isUnattended = request.isUnattended || SnapshotOptions.isContinuousIntegration
            var job = look.job(deck: deck, destination: .nowhere)
            job.workers = Environment.processorCount
            if options.decks.count > 1, reports.format == .text { try console.say("\(deck):") }
            let result = await SnapshotRun(job, request, reports: reports).run()
            console.show(result.outcome.diagnostics)
            var code: ExitCode?
            if let failure = result.outcome.failure {
                console.complain("error: \(failure)")
                code = ExitCodes.code(for: failure)
            } else {
                code = ExitCodes.code(for: result.outcome.diagnostics)
            }
            if code != nil, result.report == nil {
                do {
                    try reports.writeProblems(of: deck, result.outcome)
                } catch let failure as FileError {
                    console.complain("error: \(failure)")
                }
            }
            for deed in result.deeds { try console.say(deed) }
            if code == nil, !result.isSame { code = .failure }
            worst = max(worst, code?.rawValue ?? 0)
        }
        if worst != 0 { throw ExitCode(worst) }
    }
}
