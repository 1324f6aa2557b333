public import Proofing

/// What came of a run over a deck's references.
public struct SnapshotOutcome: Sendable {
    /// Problems of the deck and of files.
    public var outcome = Outcome()
    /// What differs; nil where nothing was compared.
    public var report: ProofReport?
    /// What was done to the references, a line each.
    public var deeds: [String] = []
    /// Whether the deck looks as its references say; true as well where it was made to.
    public var isSame = true
}
