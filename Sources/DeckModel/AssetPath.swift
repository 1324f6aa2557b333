import FileAccess

/// A file of a deck that is there, lies inside the deck's folder and has an extension of its kind.
public struct AssetPath: Hashable, Sendable {
    /// As the deck names it, relative to the deck's folder.
    public var relative: String
    /// The deck's folder, links resolved.
    public var folder: String
    /// Where the path stands in the deck file.
    public var line: Int32
    public var column: Int32

    public init(relative: String, folder: String, line: Int32 = 1, column: Int32 = 1) {
        self.relative = relative
        self.folder = folder
        self.line = line
        self.column = column
    }

    /// The path to open.
    public var absolute: String { Paths.join(folder, relative) }
}
