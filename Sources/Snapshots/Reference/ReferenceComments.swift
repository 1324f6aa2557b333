/// Lines that people have written into a snapshot, each with its `#`.
public struct ReferenceComments: Hashable, Sendable {
    /// Above the cards, and below them.
    public var head: [String]
    /// By the id of the card that they stand above, or in.
    public var cards: [String: [String]]

    public init(head: [String] = [], cards: [String: [String]] = [:]) {
        self.head = head
        self.cards = cards
    }
}
