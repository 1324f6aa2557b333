/// Where font files are looked for.
public struct FontFolders: Hashable, Sendable {
    /// The user's own folders, first choice first.
    public var user: [String]
    /// The folders of the fonts that the program was tested with.
    public var pinned: [String]

    public init(user: [String], pinned: [String]) {
        self.user = user
        self.pinned = pinned
    }

    /// All of them, in order of preference.
    public var all: [String] { user + pinned }
}
