/// Names one font face so that every reader of a drawing opens the same bytes.
public struct FontReference: Hashable, Sendable {
    /// What a face's glyphs are.
    public enum GlyphForm: String, Hashable, Sendable {
        /// Outlines, filled with the run's colour.
        case outlines
        /// Pictures in their own colours (OpenType tables `CBDT`, `sbix`), as emoji are.
        case pictures
    }

    /// A place on an axis of a variable font (OpenType, "fvar").
    public struct Variation: Hashable, Sendable {
        /// Four letters, such as `wght`.
        public var tag: String
        /// In the axis's own units.
        public var value: Double

        public init(tag: String, value: Double) {
            self.tag = tag
            self.value = value
        }
    }

    /// The font file's path.
    public var file: String
    /// The face's index in a collection, 0 otherwise.
    public var index: Int
    /// PostScript or full name, for people.
    public var name: String
    /// Tells two versions of a font apart, in hexadecimal digits: the face's `head.checkSumAdjustment` (a checksum over the whole font),
    /// the file's length, and a hash (FNV-1a, 64 bit) of its version string and variations. Found without reading the file through.
    public var contentHash: String
    /// Where a variable font is used on its axes; what is not named is at its default. Empty for other fonts.
    public var variations: [Variation]
    public var glyphForm: GlyphForm

    public init(
        file: String, index: Int, name: String, contentHash: String, variations: [Variation] = [],
        glyphForm: GlyphForm = .outlines
    ) {
        self.file = file
        self.index = index
        self.name = name
        self.contentHash = contentHash
        self.variations = variations
        self.glyphForm = glyphForm
    }

    public static func == (left: FontReference, right: FontReference) -> Bool {
        left.index == right.index && left.file == right.file && left.variations == right.variations
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(file)
        hasher.combine(index)
        hasher.combine(variations)
    }
}
