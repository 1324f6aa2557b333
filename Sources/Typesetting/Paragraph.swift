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
    /// Whether the lines are columns on the page: all places and sizes here are as before they are turned a quarter clockwise.
    public var isVertical: Bool
    /// Characters that no font has, each once, in the order of the text.
    public var missing: [MissingCharacter]

    public init(
        lines: [TextLine], size: Size, ink: Rect, fontSize: Length, isRightToLeft: Bool, isVertical: Bool,
        missing: [MissingCharacter]
    ) {
        self.lines = lines
        self.size = size
        self.ink = ink
        self.fontSize = fontSize
        self.isRightToLeft = isRightToLeft
        self.isVertical = isVertical
        self.missing = missing
    }

    /// The text with the top left corner of the paragraph's place on the page at a point, for the display list.
    public func items(at origin: Point) -> [Item] { items(lines.flatMap(\.placed), at: origin) }

    /// What is written small at the text, placed as ``items(at:)``.
    public func rubyItems(at origin: Point) -> [Item] { items(lines.flatMap(\.placedRuby), at: origin) }

    /// Width and height on the page.
    public var pageSize: Size { isVertical ? Size(width: size.height, height: size.width) : size }

    /// The box around all ink on the page, relative to the top left corner of the paragraph's place there.
    public var pageInk: Rect { isVertical ? turn.apply(to: ink) : ink }

    /// From lines as they are made to columns on the page.
    private var turn: Transform {
        Transform.quarterTurns(1).then(.translation(Point(x: size.height, y: .zero)))
    }

    private func items(_ placed: [PlacedRun], at origin: Point) -> [Item] {
        guard isVertical else { return placed.map { .glyphs($0.run.moved(by: origin)) } }
        let turn = turn.then(.translation(origin))
        return placed.map { placed in
            guard placed.isUpright else {
                return .group(Group(transform: turn, items: [.glyphs(placed.run)]))
            }
            var run = placed.run
            run.origin = turn.apply(to: run.origin)
            for index in run.glyphs.indices {
                let place = run.glyphs[index].position
                run.glyphs[index].position = Point(x: .zero - place.y, y: place.x)
            }
            return .glyphs(run)
        }
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
