public import Diagnostics

/// What came of a job.
public struct Outcome: Sendable {
    /// The deck's id, where the deck could be read that far.
    public var deck: String?
    /// Cards printed, copies included.
    public var cards: Int
    public var sheets: Int
    public var pages: Int
    /// The file that was written.
    public var output: String?
    /// Every problem found, in the deck's order.
    public var diagnostics: [Diagnostic]

    public var hasErrors: Bool { diagnostics.contains(where: \.isError) }
}
