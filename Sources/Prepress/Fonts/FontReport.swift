public import Diagnostics

/// Which font sets which words of a deck, and why.
public struct FontReport: Sendable {
    /// One font's part in one language and script.
    public struct Entry: Sendable {
        /// BCP 47 tag, and the language's English name.
        public var language: String
        public var languageName: String
        /// ISO 15924 code, and the script's English name.
        public var script: String
        public var scriptName: String
        /// The font's full name, its file, its face's place in a collection, and its version as its maker wrote it.
        public var font: String
        public var file: String
        public var index: Int
        /// Where a variable font is used on its axes, such as `wght=700`.
        public var variations: [String]
        public var version: String
        /// Whether the file is the version that capprint was tested with; nil for fonts that are not capprint's.
        public var isPinned: Bool?
        public var choice: Choice
        /// Texts in which the font sets something, each once, in the deck's order.
        public var texts: [String]
        /// Those among them that the font sets because the first choice lacks characters.
        public var fallback: [Fallback]
    }

    /// What chose a font.
    public struct Choice: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable {
            case rule
            case ownFont = "own-font"
            case lastResort = "last-resort"
        }

        public var kind: Kind
        /// The tags of the rule.
        public var tags: [String]
        public var why: String
        /// The choice file and the rule's line in it.
        public var file: String
        public var line: Int
    }

    /// A text that the font of first choice cannot set alone.
    public struct Fallback: Hashable, Sendable {
        public var text: String
        /// The full name of the font of first choice.
        public var firstChoice: String
        /// What that lacks.
        public var characters: [Unicode.Scalar]
    }

    /// Characters of a text that no font has.
    public struct Missing: Hashable, Sendable {
        public var language: String
        public var text: String
        public var characters: [Unicode.Scalar]
    }

    /// The deck's id and file.
    public var deck: String?
    public var file: String
    /// In the order of the deck's languages.
    public var entries: [Entry] = []
    public var missing: [Missing] = []
    public var diagnostics: [Diagnostic] = []

    /// Whether something keeps the deck from being printed with these fonts.
    public var hasErrors: Bool { !missing.isEmpty || diagnostics.contains(where: \.isError) }
}
