import ArgumentParser
import Prepress

/// `capprint check deck.json …`: everything but writing.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Do everything but write: say what is wrong with decks and how they would print.")

    @Argument(help: ArgumentHelp("Decks: each a deck.json or its folder.", valueName: "deck"))
    var decks: [DeckArgument]

    @Flag(help: "All decks together, sharing sheets.")
    var together = false

    @OptionGroup(title: "Sheet") var sheet: SheetOptions
    @OptionGroup(title: "Fronts and backs") var sides: SidesOptions
    @OptionGroup(title: "Cutting machines") var cutting: CuttingOptions
    @OptionGroup(title: "Cards") var selection: SelectionOptions
    @OptionGroup(title: "Look") var look: LookOptions

    func validate() throws { try cutting.refuse(on: sheet, decks: together ? 1 : decks.count) }

    func run() async throws {
        let printer = try sheet.readPrinter()
        try await DeckRuns(decks: decks, isTogether: together, destination: .nowhere, look: look) {
            selection.apply(to: cutting.apply(to: sides.apply(to: sheet.apply(to: $0, printer: printer)), on: sheet))
        }.run()
    }
}
