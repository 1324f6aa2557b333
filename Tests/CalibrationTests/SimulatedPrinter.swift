import Calibration
import Foundation
import Geometry
import Imposition

/// A printer that shifts, turns and scales what it prints, fronts and backs each in its own way; all by itself, without the room's own arithmetic.
struct SimulatedPrinter {
    /// What a pass does to a page, about its centre.
    struct Pass {
        var offset: (x: Double, y: Double) = (0, 0)
        var degrees = 0.0
        var scale: (x: Double, y: Double) = (1, 1)

        /// Where a place of a page comes out; millimetres.
        func print(_ point: Point, on sheet: Size) -> Point {
            let (x, y) = ((point.x - sheet.width / 2).millimetres, (point.y - sheet.height / 2).millimetres)
            let (cosine, sine) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
            let (u, v) = (x * scale.x, y * scale.y)
            return Point(
                x: sheet.width / 2 + .mm(u * cosine - v * sine + offset.x),
                y: sheet.height / 2 + .mm(u * sine + v * cosine + offset.y))
        }
    }

    var front = Pass()
    var back = Pass()

    /// Up to 3 mm and some degrees between the sides, and four scales.
    static func crooked(
        _ random: inout some RandomNumberGenerator, degrees: Double, scale: Double
    ) -> SimulatedPrinter {
        func pass() -> Pass {
            Pass(
                offset: (.random(in: -1.5...1.5, using: &random), .random(in: -1.5...1.5, using: &random)),
                degrees: .random(in: -degrees / 2...degrees / 2, using: &random),
                scale: (
                    .random(in: 1 - scale...1 + scale, using: &random),
                    .random(in: 1 - scale...1 + scale, using: &random)
                ))
        }
        let front = pass()
        var back = pass()
        // The same program prints both sides: at most 3 % apart.
        func near(_ back: Double, _ front: Double) -> Double { min(max(back, front - 0.03), front + 0.03) }
        back.scale = (near(back.scale.x, front.scale.x), near(back.scale.y, front.scale.y))
        return SimulatedPrinter(front: front, back: back)
    }

    /// Where a place of the front page lies on paper, seen from the front.
    func front(_ point: Point, _ sheet: Size) -> Point { front.print(point, on: sheet) }

    /// Where a place of the back page lies on paper, seen from the front through the paper.
    func back(_ point: Point, _ sheet: Size, _ flip: DuplexFlip) -> Point {
        Self.turned(back.print(point, on: sheet), sheet, flip)
    }

    /// Turns the paper over.
    static func turned(_ point: Point, _ sheet: Size, _ flip: DuplexFlip) -> Point {
        let isPortrait = sheet.height >= sheet.width
        return (flip == .long) == isPortrait
            ? Point(x: sheet.width - point.x, y: point.y) : Point(x: point.x, y: sheet.height - point.y)
    }

    /// What its calibration sheet shows to a person who reads whole and tenths of millimetres, or infinitely well.
    func readings(_ layout: CalibrationLayout, _ flip: DuplexFlip, isRounded: Bool) -> Readings {
        var readings = Readings()
        for place in layout.places {
            readings.places[place.name] = Readings.Pair(
                across: reading(place.across, layout, flip, isRounded),
                down: reading(place.down, layout, flip, isRounded))
        }
        for ruler in layout.rulers {
            let end =
                ruler.axis == .across
                ? Point(x: ruler.start.x + ruler.length, y: ruler.start.y)
                : Point(x: ruler.start.x, y: ruler.start.y + ruler.length)
            let (a, b) = (front(ruler.start, layout.sheet), front(end, layout.sheet))
            let length = hypot((a.x - b.x).millimetres, (a.y - b.y).millimetres)
            readings.ruler[ruler.axis] = isRounded ? (length * 2).rounded() / 2 : length
        }
        return readings
    }

    /// The slanted line that the straight one crosses, and in which row; nil where it leaves the scale.
    private func reading(
        _ scale: ReadingScale, _ layout: CalibrationLayout, _ flip: DuplexFlip, _ isRounded: Bool
    ) -> Double? {
        let sheet = layout.sheet
        let pointer = layout.pointer(of: scale)
        let line = [pointer.start, pointer.end].map { back(Self.turned($0, sheet, flip), sheet, flip) }
        var crossings: [(value: Double, row: Double)] = []
        for number in 0..<2 * scale.middle {
            let diagonal = scale.diagonal(number)
            let (a, b) = (front(diagonal.start, sheet), front(diagonal.end, sheet))
            guard let share = Self.crossing(a, b, line[0], line[1]) else { continue }
            let row = -2 + 14 * share
            crossings.append((Double(number) + row / 10, row))
        }
        // Within the ten rows before beyond them.
        let best = crossings.min { abs($0.row - 5) < abs($1.row - 5) }
        return best.map { isRounded ? ($0.value * 10).rounded() / 10 : $0.value }
    }

    /// Where on the way from a to b two pieces of lines cross; nil where they do not.
    private static func crossing(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Double? {
        func mm(_ point: Point) -> (Double, Double) { (point.x.millimetres, point.y.millimetres) }
        let ((ax, ay), (bx, by), (cx, cy), (dx, dy)) = (mm(a), mm(b), mm(c), mm(d))
        let determinant = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
        let first = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / determinant
        let second = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / determinant
        return (0...1).contains(first) && (0...1).contains(second) ? first : nil
    }
}

/// Numbers that are the same in every run.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        // SplitMix64.
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
