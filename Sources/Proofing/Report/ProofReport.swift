public import Diagnostics

/// What a comparison found, ready to be told: the one value that every kind of report is made from.
public struct ProofReport: Sendable {
    /// What was compared: `snapshot of kitchen`, `old.pdf and new.pdf`.
    public var title: String
    /// What the two sides are called: `reference` and `deck`, `main` and `working copy`, two file names.
    public var oldName: String
    public var newName: String
    /// Cards or pages that differ.
    public var items: [ProofItem]
    /// Names of those that look the same.
    public var same: [String]
    /// `card` or `page`.
    public var noun: String
    public var notes: [String]
    /// Why nothing could be compared, or not all of it.
    public var problems: [Diagnostic] = []
    /// The command that accepts everything; nil where there is nothing to accept.
    public var acceptCommand: String?

    public var isSame: Bool { items.isEmpty }

    public init(
        title: String, oldName: String, newName: String, items: [ProofItem], same: [String], noun: String,
        notes: [String], acceptCommand: String?
    ) {
        self.title = title
        self.oldName = oldName
        self.newName = newName
        self.items = items
        self.same = same
        self.noun = noun
        self.notes = notes
        self.acceptCommand = acceptCommand
    }
}
