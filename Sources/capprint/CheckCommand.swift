import ArgumentParser
import Prepress

/// `capprint check deck.json …`: everything but writing.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Do everything but write: say what is wrong with decks and how they would print.")

    @OptionGroup var decks: DecksOptions

    @OptionGroup(title: "Sheet") var sheet: SheetOptions
    @OptionGroup(title: "Fronts and backs") var sides: SidesOptions
    @OptionGroup(title: "Cutting machines") var cutting: CuttingOptions
    @OptionGroup(title: "Cards") var selection: SelectionOptions
    @OptionGroup(title: "Look") var look: LookOptions

    func validate() throws { try cutting.refuse(on: sheet, decks: decks.together ? 1 : decks.decks.count) }

    func run() async throws {
        let printer = try sheet.readPrinter()
        try await DeckRuns(decks: decks.decks, isTogether: decks.together, destination: .nowhere, look: look) {
            selection.apply(to: cutting.apply(to: sides.apply(to: sheet.apply(to: $0, printer: printer)), on: sheet))
        }.run()
    }
}
