import ArgumentParser
import Prepress

/// `capprint check deck.json …`: everything but writing.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Do everything but write: say what is wrong with decks and how they would print.")

    @Argument(help: ArgumentHelp("Decks: each a deck.json or its folder.", valueName: "deck"))
    var decks: [String]

    @OptionGroup(title: "Sheet") var sheet: SheetOptions
    @OptionGroup(title: "Look") var look: LookOptions

    func run() async throws {
        try await DeckRuns(decks: decks, destination: .nowhere, sheet: sheet, look: look).run()
    }
}
