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
        for deck in decks {
            let job = sheet.apply(to: look.job(deck: deck, destination: destination))
            do {
                let outcome = try await PrintRun(job).run { progress in
                    console.showProgress(progress.sheetsDone, of: progress.sheets, label: "sheets")
                }
                console.show(outcome.diagnostics + subcommandHint(for: deck, outcome))
                if let code = ExitCodes.code(for: outcome.diagnostics) {
                    worst = code
                } else {
                    tell(outcome, console)
                }
            } catch let error as FileError {
                console.complain("error: \(error)")
                worst = ExitCodes.code(for: error)
            }
        }
        if let worst { throw worst }
    }

    private func tell(_ outcome: Outcome, _ console: Console) {
        let sum =
            "\(count(outcome.cards, "card")) on \(count(outcome.sheets, "sheet")), \(count(outcome.pages, "page"))"
        switch destination {
        case .standardOutput: break
        case .nowhere: console.say("\(outcome.deck ?? ""): all is well: \(sum)")
        case .file, .folder: console.say("\(outcome.output ?? ""): \(sum)")
        }
    }

    private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// A misspelled subcommand arrives as the name of a deck that is not there.
    private func subcommandHint(for deck: String, _ outcome: Outcome) -> [Diagnostic] {
        guard outcome.deck == nil, !deck.contains("/"), !deck.contains("."),
            let name = Suggestion.nearest(
                to: deck, among: Capprint.configuration.subcommands.map { $0._commandName })
        else { return [] }
        return [
            Diagnostic(
                .missingInput, "'\(deck)' is no deck and no subcommand", hint: "did you mean 'capprint \(name)'?")
        ]
    }
}
