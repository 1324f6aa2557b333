public import Geometry

/// What is to be done with a deck's references, and by which rules.
public struct SnapshotRequest: Sendable {
    public enum Action: Hashable, Sendable {
        /// Writes what is missing; a reference that differs stays.
        case record
        /// Compares; a card without a reference is recorded and fails this once.
        case verify
        /// Takes over how the deck looks now: all of it, or the cards named.
        case accept(cards: [String])
        /// Removes what belongs to no card of the deck.
        case prune
    }

    /// A stretch of a side that is passed over.
    public struct Region: Hashable, Sendable {
        /// `front` or `back`.
        public var side: String
        /// In the face's coordinates.
        public var area: Rect

        public init(side: String, area: Rect) {
            self.side = side
            self.area = area
        }
    }

    public var action: Action
    /// The reference's file; nil for the one beside the deck.
    public var reference: String?
    /// The template and the ink saver where the user asked for them; nil takes the reference's.
    public var template: String?
    public var savesInk: Bool?
    /// Folders that the user named, for the commands that a report gives to copy.
    public var fontFolders: [String] = []
    public var templateFolders: [String] = []
    /// Keeps pictures beside the text.
    public var keepsPictures = false
    /// A file of rules in place of the one beside the deck.
    public var rules: String?
    /// How far a thing may be moved or stretched and still be the same; nil for what the rules say.
    public var tolerance: Length?
    /// Fields that are passed over, beside those of the rules: `caption`, `words.*.reading`.
    public var ignoredFields: [String] = []
    public var ignoredRegions: [Region] = []
    /// Whether nothing may be written, because nobody is there to look at it.
    public var isUnattended = false

    public init(_ action: Action) {
        self.action = action
    }
}
