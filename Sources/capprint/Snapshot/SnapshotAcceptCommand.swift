import ArgumentParser
import Prepress

/// `capprint snapshot accept deck.json …`: the new look is right.
struct SnapshotAcceptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Take over how the cards look now.",
        discussion: """
            Without --card everything is taken over, and cards that the deck no longer has are forgotten. Look at the cards first: \
            'capprint snapshot verify --report report.html deck.json'.
            """)

    @OptionGroup var options: SnapshotOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Only this card; may be given more than once. (default: all)", valueName: "id"))
    var card: [String] = []

    @OptionGroup(title: "Look") var look: LookOptions

    func validate() throws {
        if !card.isEmpty, options.decks.count > 1 {
            throw ValidationError("--card names a card of one deck, but there are \(options.decks.count) decks.")
        }
    }

    func run() async throws {
        try await SnapshotRuns(options: options, look: look, request: SnapshotRequest(.accept(cards: card))).run()
    }
}
