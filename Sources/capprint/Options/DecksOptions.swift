import ArgumentParser
import Prepress

/// Which decks are printed, and whether they share sheets.
struct DecksOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Decks: each a deck.json or its folder, with a template of its own after an @ if need be (pets@mini).",
            valueName: "deck"))
    var decks: [DeckArgument]

    @Flag(help: "All decks together in one file, sharing sheets; named after the first.")
    var together = false

    func validate() throws {
        try Subcommands.refuse(amongDecks: decks.map(\.written))
    }

    /// Throws `ValidationError` where one file would have to serve several decks that do not share sheets.
    func refuse(output: String?, report: String?, changed: String?) throws {
        guard decks.count > 1, !together else { return }
        if output != nil {
            throw ValidationError(
                "-o names one file, but there are \(decks.count) decks; leave it out and each goes to Output/, or add --together."
            )
        }
        for (option, file) in [("--report", report), ("--changed", changed)] where file != nil {
            throw ValidationError("\(option) names one file, but there are \(decks.count) decks; run it once a deck.")
        }
    }

    /// Where the cards go that `-o` says, or nothing.
    func destination(_ output: String?) -> Job.Destination {
        switch output {
        case nil: .folder("Output")
        case "-": .standardOutput
        case let path?: .file(path)
        }
    }
}
