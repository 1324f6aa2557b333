public import DisplayList
internal import Geometry

/// A glyph run in its line.
public struct PlacedRun: Hashable, Sendable {
    /// Places are along and below the line, whichever way the line runs on the page.
    public var run: GlyphRun
    /// Whether its glyphs stand upright though the line runs down the page.
    public var isUpright: Bool

    public init(run: GlyphRun, isUpright: Bool = false) {
        self.run = run
        self.isUpright = isUpright
    }

    func moved(by offset: Point) -> PlacedRun {
        var moved = self
        moved.run.origin = run.origin + offset
        return moved
    }

    /// The same with all its text as one cluster: letters that stand apart are read back as one word.
    var asOneCluster: PlacedRun {
        var placed = self
        placed.run.clusters = [GlyphRun.Cluster(textBytes: run.text.utf8.count, glyphs: run.glyphs.count)]
        return placed
    }
}
