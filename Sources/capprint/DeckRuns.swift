import ArgumentParser
import Diagnostics
import FileAccess
import Prepress

/// Runs one deck after another, shows what came of each, and ends with the worst exit code.
struct DeckRuns {
    let decks: [DeckArgument]
    /// Whether they share sheets.
    let isTogether: Bool
    let destination: Job.Destination
    let look: LookOptions
    /// Adds the command's other choices to a job.
    let complete: (Job) -> Job
    /// What is done with each.
    var perform: (Job, (Progress) -> Void) async -> Outcome = { await PrintRun($0).run(progress: $1) }

    func run() async throws {
        let console = Console()
        var worst: ExitCode?
        var written: [String] = []
        func note(_ code: ExitCode) { worst = ExitCode(max(worst?.rawValue ?? 0, code.rawValue)) }
        for index in isTogether ? decks.indices.prefix(1) : decks.indices[...] {
            var job = complete(look.job(deck: decks[index].path, destination: destination))
            if let template = decks[index].template { job.template = template }
            if isTogether {
                job.companions = decks.dropFirst().map {
                    Job.Companion(deck: $0.path, template: $0.template ?? look.template)
                }
            }
            job.written = written
            let outcome = await perform(job) { progress in
                console.showProgress(progress.sheetsDone, of: progress.sheets, label: "sheets")
            }
            console.show(outcome.diagnostics)
            written += outcome.outputs
            if let failure = outcome.failure {
                console.complain("error: \(failure)")
                note(ExitCodes.code(for: failure))
            } else if let code = ExitCodes.code(for: outcome.diagnostics) {
                note(code)
            } else {
                do {
                    try tell(outcome, console)
                } catch let failure as FileError {
                    note(ExitCodes.code(for: failure))
                }
            }
        }
        if let worst { throw worst }
    }

    private func tell(_ outcome: Outcome, _ console: Console) throws {
        let sum =
            "\(Plural.counted(outcome.cards, "card")) on \(Plural.counted(outcome.sheets, "sheet")), \(Plural.counted(outcome.pages, "page"))"
        if outcome.cards == 0, destination != .standardOutput {
            return try console.say("\(outcome.deck ?? ""): every card looks as it was printed; nothing to print")
        }
        switch destination {
        case .standardOutput: break
        case .nowhere: try console.say("\(outcome.deck ?? ""): all is well: \(sum)")
        case .file, .folder: try console.say("\(outcome.outputs.joined(separator: " and ")): \(sum)")
        }
    }
}
