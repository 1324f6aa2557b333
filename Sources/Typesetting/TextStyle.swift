public import DisplayList
public import Fonts

/// What text looks like, its size aside.
public struct TextStyle: Hashable, Sendable {
    /// BCP 47 tag: picks fonts, local letterforms, line breaking and the paragraph's direction.
    public var language: String
    public var weight: FontWeight
    public var color: Color
    /// Of readings at the text; nil is the text's own.
    public var rubyColor: Color?
    public var writing: WritingMode
    /// Where parts of the text have other colours; empty for none.
    public var tints: [TextTint]
    /// The same for its readings, in the order of the segments that have one.
    public var rubyTints: [[TextTint]]
    /// Nil for letters filled with their colour.
    public var outline: GlyphRun.Outline?

    public init(
        language: String, weight: FontWeight = .regular, color: Color = .black, rubyColor: Color? = nil,
        writing: WritingMode = .horizontal, tints: [TextTint] = [], rubyTints: [[TextTint]] = [],
        outline: GlyphRun.Outline? = nil
    ) {
        self.language = language
        self.weight = weight
        self.color = color
        self.rubyColor = rubyColor
        self.writing = writing
        self.tints = tints
        self.rubyTints = rubyTints
        self.outline = outline
    }
}
