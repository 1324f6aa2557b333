import ArgumentParser

/// `capprint snapshot …`: references of how a deck's cards look.
struct SnapshotCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot",
        abstract: "Know which cards look different before they are printed.",
        discussion: """
            capprint snapshot record deck.json     keep how the cards look, in deck.snapshot beside the deck
            capprint snapshot verify deck.json     say which cards look different, where and by how much
            capprint snapshot accept deck.json     the new look is right: keep it
            capprint snapshot prune deck.json      forget cards that the deck no longer has

            deck.snapshot is a text file that belongs beside the deck, in git if there is one.
            Exit codes: 0 all the same, 1 something differs, 64 and more: it could not be found out.
            """,
        subcommands: [
            SnapshotRecordCommand.self, SnapshotVerifyCommand.self, SnapshotAcceptCommand.self,
            SnapshotPruneCommand.self,
        ])
}
