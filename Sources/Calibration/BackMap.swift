internal import Geometry

/// The map from what is seen behind a place of the front to what was drawn there, fitted to readings by least squares.
struct BackMap {
    /// A reading: the straight line of the back was seen at a place of the front.
    struct Sighting {
        let scale: ReadingScale
        let value: Double

        /// In which row the lines cross; `turn` is 1 where that is above the last row, −1 where it is below the first.
        func row(_ turn: Double) -> Double {
            (value - value.rounded(.down) + turn) * Double(ReadingScale.rows)
        }

        func place(_ turn: Double) -> Point { scale.point(value, row: row(turn)) }

        /// The ways in which the reading may be meant: next to a full millimetre, the crossing lies at either end of the rows.
        var turns: [Double] {
            let part = value - value.rounded(.down)
            return part <= 0.21 ? [0, 1] : part >= 0.79 ? [0, -1] : [0]
        }

        /// Whether a person would have read it so under a map: beyond the rows only where no line crosses within them, because the straight one leans
        /// the way of the slanted ones.
        func isLikely(_ turn: Double, _ map: Transform) -> Bool {
            guard turn != 0 else { return true }
            let (foot, head) = (scale.point(value, row: 0), scale.point(value, row: Double(ReadingScale.rows)))
            let way = head - foot
            let lean =
                switch scale.axis {
                case .across: way.y * (-map.c / map.a)
                case .down: way.x * (-map.b / map.d)
                }
            let share = lean.millimetres
            guard share > 0, share < 1 else { return false }
            let beyond = turn > 0 ? row(turn) - Double(ReadingScale.rows) : -row(turn)
            // Half the rows without a crossing, and a row for a reading that is not exact.
            return beyond <= share / (1 - share) * Double(ReadingScale.rows) / 2 + 1
        }
    }

    private let map: Transform
    private let center: Point
    private let sightings: [Sighting]
    private let turns: [Double]

    /// The unit of distances from the centre: with it the equations' numbers are about 1.
    private static let unit = Length.mm(100)
    /// Upright and level lines turn alike unless the readings say otherwise.
    private static let squareness = 1e-4

    /// Nil where the readings do not determine the map.
    init?(_ sightings: [Sighting], sheet: Size) {
        let center = Point(x: sheet.width / 2, y: sheet.height / 2)
        // All ways in which they may be meant: readings next to a full millimetre are few, and all at once they have one solution.
        var ways: [[Double]] = [[]]
        for sighting in sightings {
            let turns = ways.count <= 1024 ? sighting.turns : [0]
            ways = turns.flatMap { turn in ways.map { $0 + [turn] } }
        }
        var best: (turns: [Double], map: Transform, sum: Double)?
        for turns in ways {
            guard let map = Self.map(sightings, turns, center),
                zip(sightings, turns).allSatisfy({ $0.isLikely($1, map) })
            else { continue }
            let sum = zip(sightings, turns).reduce(0.0) { sum, pair in
                let distance = Self.residual(of: pair.0, pair.1, map, center)
                return sum + distance * distance
            }
            if sum < best?.sum ?? .infinity { best = (turns, map, sum) }
        }
        guard let best else { return nil }
        let (turns, map) = (best.turns, best.map)
        (self.sightings, self.turns, self.map, self.center) = (sightings, turns, map, center)
    }

    private static func map(_ sightings: [Sighting], _ turns: [Double], _ center: Point) -> Transform? {
        var equations = LeastSquares(unknowns: 6)
        for (sighting, turn) in zip(sightings, turns) {
            let seen = sighting.place(turn) - center
            let drawn = sighting.scale.point(Double(sighting.scale.middle), row: 0) - center
            let row = [seen.x / unit, seen.y / unit, 1]
            switch sighting.scale.axis {
            case .across: equations.add(row + [0, 0, 0], drawn.x / unit)
            case .down: equations.add([0, 0, 0] + row, drawn.y / unit)
            }
        }
        equations.add([0, squareness, 0, squareness, 0, 0], 0)
        guard let found = equations.solve() else { return nil }
        return Transform(
            a: found[0], b: found[3], c: found[1], d: found[4], tx: unit * found[2], ty: unit * found[5])
    }

    /// How far a reading is from what the map would show, signed, in millimetres.
    private static func residual(
        of sighting: Sighting, _ turn: Double, _ map: Transform, _ center: Point
    ) -> Double {
        let drawn = map.apply(to: sighting.place(turn) - center) + center
        let meant = sighting.scale.point(Double(sighting.scale.middle), row: 0)
        return switch sighting.scale.axis {
        case .across: (drawn.x - meant.x).millimetres
        case .down: (drawn.y - meant.y).millimetres
        }
    }

    /// The readings' distances from the map, in millimetres.
    var residuals: [Double] {
        zip(sightings, turns).map { abs(Self.residual(of: $0, $1, map, center)) }
    }

    /// What the map would have shown on a scale, in millimetres.
    func reading(of scale: ReadingScale) -> Double {
        var value = Double(scale.middle)
        for _ in 0..<8 {
            value -= Self.residual(of: Sighting(scale: scale, value: value), 0, map, center)
        }
        return value
    }

    /// From what was drawn to what is seen; nil where the map cannot be turned round.
    var distortion: Distortion? { map.inverse.map { Distortion($0) } }
}
