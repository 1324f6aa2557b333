import ArgumentParser
import Prepress

/// `capprint snapshot record deck.json …`: references for cards that have none.
struct SnapshotRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Keep how a deck's cards look.",
        discussion: """
            Writes deck.snapshot beside the deck: a small text file, a few lines a card. Cards that are in it already stay as they \
            are; if they look different now, that is said, and 'capprint snapshot accept' takes it over.
            """)

    @OptionGroup var options: SnapshotOptions

    @Flag(help: "Keep a picture of each side as well, in deck.snapshot-pictures/, for reports that show the old look.")
    var pictures = false

    @OptionGroup(title: "Look") var look: LookOptions

    func run() async throws {
        var request = SnapshotRequest(.record)
        request.keepsPictures = pictures
        try await SnapshotRuns(options: options, look: look, request: request).run()
    }
}
