public import DisplayList
public import Geometry

/// Text set in lines at one size; nothing is left to decide.
public struct Paragraph: Hashable, Sendable {
    public var lines: [TextLine]
    /// Width of the widest line with its ink; sum of the line heights. All ink lies inside, but for lines wider than the width asked for.
    public var size: Size
    /// The box around all ink, relative to the paragraph's top left corner.
    public var ink: Rect
    public var fontSize: Length
    public var isRightToLeft: Bool
    /// Characters that no font has, each once, in the order of the text.
    public var missing: [MissingCharacter]

    public init(
        lines: [TextLine], size: Size, ink: Rect, fontSize: Length, isRightToLeft: Bool, missing: [MissingCharacter]
    ) {
        self.lines = lines
        self.size = size
        self.ink = ink
        self.fontSize = fontSize
        self.isRightToLeft = isRightToLeft
        self.missing = missing
    }

    /// The glyph runs with the paragraph's top left corner at a place, for the display list.
    public func runs(at origin: Point) -> [GlyphRun] {
        lines.flatMap(\.runs).map { $0.moved(by: origin) }
    }

    /// What is written small at the text, placed as ``runs(at:)``.
    public func rubyRuns(at origin: Point) -> [GlyphRun] {
        lines.flatMap(\.ruby).map { $0.moved(by: origin) }
    }

    /// The text written small, line by line; empty where there is none.
    public var rubyText: String { lines.flatMap(\.ruby).map(\.text).joined() }

    /// The names of the fonts used, each once, in the order of their first use.
    public var fontNames: [String] {
        var names: [String] = []
        for run in lines.lazy.flatMap(\.runs) where !names.contains(run.font.name) { names.append(run.font.name) }
        return names
    }
}

extension GlyphRun {
    func moved(by offset: Point) -> GlyphRun {
        var run = self
        run.origin = run.origin + offset
        return run
    }
}
