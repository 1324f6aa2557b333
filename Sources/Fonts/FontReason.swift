/// Why a face is among those that may set a text.
public struct FontReason: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// A font file that a user put into a folder and that no rule names.
        case ownFont
        /// A rule of a choice file.
        case rule
        /// The list of last resort, for characters that no rule's fonts have.
        case lastResort
    }

    public var kind: Kind
    /// The BCP 47 tags that the rule is for.
    public var tags: [String]
    /// The rule's own words.
    public var why: String
    /// The choice file and the rule's line in it; empty and 0 for the user's own fonts.
    public var file: String
    public var line: Int

    public init(kind: Kind, tags: [String] = [], why: String, file: String = "", line: Int = 0) {
        self.kind = kind
        self.tags = tags
        self.why = why
        self.file = file
        self.line = line
    }
}
