import ArgumentParser
import FileAccess
import Prepress

/// `capprint [sheet] deck.json …`: cards on sheets, as PDF.
struct SheetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet", abstract: "Print decks to PDF sheets (what capprint does if nothing else is said).")

    @Argument(help: ArgumentHelp("Decks: each a deck.json or its folder.", valueName: "deck"))
    var decks: [String]

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The PDF to write; - for standard output. (default: Output/<deck id>.pdf)", valueName: "file"))
    var output: String?

    @OptionGroup(title: "Sheet") var sheet: SheetOptions
    @OptionGroup(title: "Look") var look: LookOptions

    func validate() throws {
        try Subcommands.refuse(amongDecks: decks)
        if output != nil, decks.count > 1 {
            throw ValidationError(
                "-o names one file, but there are \(decks.count) decks; leave it out and each goes to Output/.")
        }
        if sheet.report != nil, decks.count > 1 {
            throw ValidationError("--report names one file, but there are \(decks.count) decks; run it once a deck.")
        }
    }

    func run() async throws {
        let destination: Job.Destination =
            switch output {
            case nil: .folder("Output")
            case "-": .standardOutput
            case let path?: .file(path)
            }
        try await DeckRuns(decks: decks, destination: destination, sheet: sheet, look: look).run()
    }
}
