/// Names one font face so that every reader of a drawing opens the same bytes.
public struct FontReference: Hashable, Sendable {
    /// The font file's path.
    public var file: String
    /// The face's index in a collection, 0 otherwise.
    public var index: Int
    /// PostScript or full name, for people.
    public var name: String
    /// Tells two versions of a font apart, in hexadecimal digits: the face's `head.checkSumAdjustment` (a checksum over the whole font),
    /// the file's length, and a hash (FNV-1a, 64 bit) of its version string. Found without reading the file through.
    public var contentHash: String

    public init(file: String, index: Int, name: String, contentHash: String) {
        self.file = file
        self.index = index
        self.name = name
        self.contentHash = contentHash
    }

    public static func == (left: FontReference, right: FontReference) -> Bool {
        left.index == right.index && left.file == right.file
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(file)
        hasher.combine(index)
    }
}
