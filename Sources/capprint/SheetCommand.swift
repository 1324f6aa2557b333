import ArgumentParser
import FileAccess
import Prepress

/// `capprint [sheet] deck.json …`: cards on sheets, as PDF.
struct SheetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet", abstract: "Print decks to PDF sheets (what capprint does if nothing else is said).")

    @OptionGroup var decks: DecksOptions

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
        try cutting.refuse(on: sheet, decks: decks.together ? 1 : decks.decks.count)
        if sides.twoFiles, output == "-" {
            throw ValidationError("--two-files makes two files, but standard output is one.")
        }
        try decks.refuse(output: output, report: sheet.report, changed: selection.changed)
        if selection.changed != nil, sheet.report != nil {
            throw ValidationError("--changed writes the report to its own file; leave out --report.")
        }
    }

    func run() async throws {
        let printer = try sheet.readPrinter()
        try await DeckRuns(
            decks: decks.decks, isTogether: decks.together, destination: decks.destination(output), look: look
        ) {
            selection.apply(to: cutting.apply(to: sides.apply(to: sheet.apply(to: $0, printer: printer)), on: sheet))
        }.run()
    }
}
