import ArgumentParser
import Prepress

/// `capprint snapshot prune deck.json …`: references that no card needs.
struct SnapshotPruneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Forget cards that the deck no longer has.",
        discussion: "Removes their references and pictures, and nothing else. A card that only got another id is kept.")

    @OptionGroup var options: SnapshotOptions
    @OptionGroup(title: "Look") var look: LookOptions

    func run() async throws {
        try await SnapshotRuns(options: options, look: look, request: SnapshotRequest(.prune)).run()
    }
}
