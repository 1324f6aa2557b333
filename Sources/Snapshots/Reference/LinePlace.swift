internal import DisplayList
internal import Geometry

/// Where a glyph run begins, and which line it stands on, in the face's coordinates.
struct LinePlace {
    let origin: Point
    /// How far along the line's direction, and across it, from the face's origin.
    let along: Length
    private let across: Length
    private let direction: (x: Double, y: Double)

    init(of run: GlyphRun, _ map: Transform) {
        origin = map == .identity ? run.origin : map.apply(to: run.origin)
        let scale = ReferenceRecorder.scale(map)
        let (x, y) = scale > 0 ? (map.a / scale, map.b / scale) : (1, 0)
        // A column runs down, as the letters beside it that are turned a quarter.
        direction = Self.isUprightInColumn(run) ? (-y, x) : (x, y)
        along = origin.x * direction.x + origin.y * direction.y
        across = origin.y * direction.x - origin.x * direction.y
    }

    func isOnLine(of other: LinePlace) -> Bool {
        abs(direction.x - other.direction.x) < 1e-6 && abs(direction.y - other.direction.y) < 1e-6
            && across.isClose(to: other.across)
    }

    /// Whether a run's characters stand upright in a column: the run begins above them, so that all have their baseline well below its origin.
    static func isUprightInColumn(_ run: GlyphRun) -> Bool {
        let least = run.size * 0.4
        return !run.glyphs.isEmpty && run.glyphs.allSatisfy { $0.position.y > least }
    }
}
