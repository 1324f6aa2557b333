import ArgumentParser
import FileAccess
import Prepress

/// `capprint [sheet] deck.json …`: cards on sheets, as PDF.
struct SheetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet", abstract: "Print decks to PDF sheets (what capprint does if nothing else is said).")

    @Argument(
        help: ArgumentHelp(
            "Decks: each a deck.json or its folder, with a template of its own after an @ if need be (pets@mini).",
            valueName: "deck"))
    var decks: [DeckArgument]

    @Flag(help: "All decks together in one file, sharing sheets; named after the first.")
    var together = false

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The PDF to write; - for standard output. (default: Output/<deck id>.pdf)", valueName: "file"))
    var output: String?

    @OptionGroup(title: "Sheet") var sheet: SheetOptions
    @OptionGroup(title: "Fronts and backs") var sides: SidesOptions
    @OptionGroup(title: "Cutting machines") var cutting: CuttingOptions
    @OptionGroup(title: "Cards") var selection: SelectionOptions
    @OptionGroup(title: "Look") var look: LookOptions

    func validate() throws {
        try Subcommands.refuse(amongDecks: decks.map(\.written))
        try cutting.refuse(on: sheet, decks: together ? 1 : decks.count)
        if sides.twoFiles, output == "-" {
            throw ValidationError("--two-files makes two files, but standard output is one.")
        }
        if output != nil, decks.count > 1, !together {
            throw ValidationError(
                "-o names one file, but there are \(decks.count) decks; leave it out and each goes to Output/, or add --together."
            )
        }
        if sheet.report != nil, decks.count > 1, !together {
            throw ValidationError("--report names one file, but there are \(decks.count) decks; run it once a deck.")
        }
        if selection.changed != nil, decks.count > 1, !together {
            throw ValidationError("--changed names one file, but there are \(decks.count) decks; run it once a deck.")
        }
        if selection.changed != nil, sheet.report != nil {
            throw ValidationError("--changed writes the report to its own file; leave out --report.")
        }
    }

    func run() async throws {
        let destination: Job.Destination =
            switch output {
            case nil: .folder("Output")
            case "-": .standardOutput
            case let path?: .file(path)
            }
        let printer = try sheet.readPrinter()
        try await DeckRuns(decks: decks, isTogether: together, destination: destination, look: look) {
            selection.apply(to: cutting.apply(to: sides.apply(to: sheet.apply(to: $0, printer: printer)), on: sheet))
        }.run()
    }
}
