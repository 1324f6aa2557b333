internal import Geometry

/// The map from what is seen behind a place of the front to what was drawn there, fitted to readings by least squares.
struct BackMap {
    /// A reading: the straight line of the back was seen at a place of the front.
    struct Sighting {
        let scale: ReadingScale
        let value: Double

        /// Where the lines cross; `turn` is 1 where the crossing lies above the last row, −1 where it lies below the first.
        func place(_ turn: Double) -> Point {
            let whole = value.rounded(.down)
            return scale.point(value, row: (value - whole + turn) * Double(ReadingScale.rows))
        }

        /// The ways in which the reading may be meant: next to a full millimetre, the crossing lies at either end of the rows.
        var turns: [Double] {
            let part = value - value.rounded(.down)
            return part < 0.15 ? [0, 1] : part > 0.85 ? [0, -1] : [0]
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
        var turns = sightings.map { _ in 0.0 }
        guard var map = Self.map(sightings, turns, center) else { return nil }
        for _ in 0..<4 {
            let better = sightings.map { sighting in
                let distances = sighting.turns.map { abs(Self.residual(of: sighting, $0, map, center)) }
                return zip(distances, sighting.turns).min { $0.0 < $1.0 }?.1 ?? 0
            }
            guard better != turns, let next = Self.map(sightings, better, center) else { break }
            (turns, map) = (better, next)
        }
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
