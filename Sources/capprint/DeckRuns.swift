import ArgumentParser
import Diagnostics
import FileAccess
import Prepress

/// Runs one deck after another, shows what came of each, and ends with the worst exit code.
struct DeckRuns {
    let decks: [String]
    let destination: Job.Destination
    let sheet: SheetOptions
    let look: LookOptions

    func run() async throws {
        let console = Console()
        var worst: ExitCode?
        var written: [String] = []
        func note(_ code: ExitCode) { worst = ExitCode(max(worst?.rawValue ?? 0, code.rawValue)) }
        for deck in decks {
            var job = sheet.apply(to: look.job(deck: deck, destination: destination))
            job.written = written
            let outcome = await PrintRun(job).run { progress in
                console.showProgress(progress.sheetsDone, of: progress.sheets, label: "sheets")
            }
            console.show(outcome.diagnostics)
            if let path = outcome.output { written.append(path) }
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
        switch destination {
        case .standardOutput: break
        case .nowhere: try console.say("\(outcome.deck ?? ""): all is well: \(sum)")
        case .file, .folder: try console.say("\(outcome.output ?? ""): \(sum)")
        }
    }
}
