import Foundation
import Testing

/// `Benchmarks/mutations` does the same with hundreds of changes and the pixels as judge.
@Suite("One thing changed in a recorded deck is named, and only what is to be seen")
struct MutationTests {
    /// The sample deck with its reference.
    private static let recorded = Result {
        let folder = try TemporaryFolder()
        let deck = folder.url.appending(path: "garden-tea")
        try FileManager.default.copyItem(at: Program.root.appending(path: "Samples/garden-tea"), to: deck)
        let result = try Program.capprint("snapshot", "record", deck.path)
        #expect(result.status == 0, "\(result.errors)")
        return (folder, deck)
    }

    @Test(arguments: Mutation.visible)
    func visible(mutation: Mutation) throws {
        let deck = try ChangedDeck(recorded: Self.recorded.get().1)
        try mutation.change(deck)
        let found = try deck.verify()
        #expect(found.status == 1, "\(found.errors)")
        #expect(Set(mutation.expected).subtracting(found.named) == [])
        // A change may move its neighbours, but not those on another card.
        #expect(cards(in: found.named) == cards(in: mutation.expected))
    }

    private func cards(in named: some Sequence<String>) -> Set<Substring> {
        Set(named.map { $0.prefix { $0 != " " } })
    }

    @Test(arguments: Mutation.invisible)
    func invisible(mutation: Mutation) throws {
        let deck = try ChangedDeck(recorded: Self.recorded.get().1)
        try mutation.change(deck)
        let found = try deck.verify()
        #expect(found.named == [])
        #expect(found.status == 0, "\(found.errors)")
    }
}
