import ArgumentParser
import FileAccess
import Prepress

/// Which decks and which references: shared by all that is done with snapshots.
struct SnapshotOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Decks: each a deck.json or its folder.", valueName: "deck"))
    var decks: [String]

    @Option(
        help: ArgumentHelp("The file with the references. (default: deck.snapshot beside the deck)", valueName: "file"))
    var reference: String?

    func validate() throws {
        if reference != nil, decks.count > 1 {
            throw ValidationError(
                "--reference names one file, but there are \(decks.count) decks; leave it out and each has its own.")
        }
    }

    /// Whether this runs where nobody looks at what it writes: most services for continuous integration set `CI`.
    static var isContinuousIntegration: Bool {
        guard let value = Environment.value("CI") else { return false }
        return value != "0" && value.lowercased() != "false"
    }
}
