// Makes the sample deck's photo: a teacup and strawberries on a garden table, ray-marched as if through a lens.
// From this folder:
//
//     swiftc -O make-photo.swift -o /tmp/make-photo && /tmp/make-photo 960 720 40 > garden-tea/photos/garden-table.jpg
//
// Arguments: width, height, rays a pixel. Nothing but the C library's mathematics and a seeded generator is used.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

typealias Vector = SIMD3<Double>

func dot(_ a: Vector, _ b: Vector) -> Double { (a * b).sum() }
func length(_ a: Vector) -> Double { dot(a, a).squareRoot() }
func normalized(_ a: Vector) -> Vector { a / length(a) }
func cross(_ a: Vector, _ b: Vector) -> Vector {
    Vector(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
}
func mix(_ a: Vector, _ b: Vector, _ share: Double) -> Vector { a + (b - a) * share }
func smooth(_ low: Double, _ high: Double, _ x: Double) -> Double {
    let t = min(1, max(0, (x - low) / (high - low)))
    return t * t * (3 - 2 * t)
}
/// An sRGB colour as light (IEC 61966-2-1, rounded to a power of 2.2).
func color(_ hex: UInt32) -> Vector {
    func part(_ shift: UInt32) -> Double { pow(Double((hex >> shift) & 255) / 255, 2.2) }
    return Vector(part(16), part(8), part(0))
}

/// A small seeded generator (SplitMix64): the same picture on every machine.
struct Dice {
    var state: UInt64
    mutating func roll() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((z ^ (z >> 31)) >> 11) / 9_007_199_254_740_992
    }
}

// MARK: Noise

func hash(_ x: Int, _ y: Int) -> Double {
    var dice = Dice(state: UInt64(bitPattern: Int64(x &* 73_856_093 ^ y &* 19_349_663)))
    return dice.roll()
}
func noise(_ x: Double, _ y: Double) -> Double {
    let (i, j) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
    let (u, v) = (smooth(0, 1, x - Double(i)), smooth(0, 1, y - Double(j)))
    let top = hash(i, j) * (1 - u) + hash(i + 1, j) * u
    let bottom = hash(i, j + 1) * (1 - u) + hash(i + 1, j + 1) * u
    return top * (1 - v) + bottom * v
}
func cloud(_ x: Double, _ y: Double) -> Double {
    noise(x, y) * 0.55 + noise(x * 2.1 + 5, y * 2.1) * 0.28 + noise(x * 4.3, y * 4.3 + 9) * 0.17
}

// MARK: Shapes, as distances; centimetres, y upwards, the table at y = 0

/// Distance to a line through points of the half plane (radius, height), turned about the upright axis.
func turned(_ p: Vector, _ profile: [SIMD2<Double>], _ thickness: Double) -> Double {
    let q = SIMD2((p.x * p.x + p.z * p.z).squareRoot(), p.y)
    var best = Double.infinity
    for index in 1..<profile.count {
        let (a, b) = (profile[index - 1], profile[index])
        let (along, to) = (b - a, q - a)
        let t = min(1, max(0, (to * along).sum() / (along * along).sum()))
        let rest = to - along * t
        best = min(best, (rest * rest).sum())
    }
    return best.squareRoot() - thickness
}
/// A flat bottom, then one parabola up to the rim.
let bowl: [SIMD2<Double>] =
    [SIMD2(0, 1.25)]
    + (0...18).map { step in
        let t = Double(step) / 18
        let start = SIMD2(1.5, 1.25) * ((1 - t) * (1 - t))
        let bend = SIMD2(4.3, 1.55) * (2 * t * (1 - t))
        return start + bend + SIMD2(4.78, 6.9) * (t * t)
    }
let foot: [SIMD2<Double>] = [SIMD2(1.9, 0.7), SIMD2(1.75, 1.3)]
let saucer: [SIMD2<Double>] = [
    SIMD2(0, 0.42), SIMD2(3.0, 0.45), SIMD2(4.4, 0.68), SIMD2(5.9, 1.08), SIMD2(7.3, 1.3),
]
func handle(_ p: Vector) -> Double {
    let (x, y) = ((p.x - 5.1) / 1.15, p.y - 4.35)
    let ring = (x * x + y * y).squareRoot() - 1.62
    return ((ring * ring + p.z * p.z / 1.5).squareRoot() - 0.3) * 0.85
}

/// A strawberry on its side: where its shoulders lie, and the direction of its tip.
struct Strawberry {
    let shoulder: Vector
    let axis: Vector
    let side: Vector
    let size: Double

    init(_ shoulder: Vector, towards tip: Vector, size: Double) {
        self.shoulder = shoulder
        axis = normalized(tip)
        side = normalized(cross(axis, Vector(0.1, 1, 0.2)))
        self.size = size
    }

    /// Place along the axis and across, in units of the berry.
    func local(_ p: Vector) -> Vector {
        let q = (p - shoulder) / size
        return Vector(dot(q, side), dot(q, axis), dot(q, cross(side, axis)))
    }
    /// A cone between two balls (Inigo Quilez, "round cone").
    func flesh(_ q: Vector) -> Double {
        let (r1, r2, h) = (1.0, 0.38, 1.35)
        let (x, y) = ((q.x * q.x + q.z * q.z).squareRoot(), q.y)
        let b = (r1 - r2) / h
        let a = (1 - b * b).squareRoot()
        let k = y * a - x * b
        if k < 0 { return (x * x + y * y).squareRoot() - r1 }
        if k > a * h { return (x * x + (y - h) * (y - h)).squareRoot() - r2 }
        return x * a + y * b - r1
    }
    /// Seven pointed leaves that lie on the shoulders, and a stalk.
    func leaves(_ q: Vector) -> Double {
        let x = (q.x * q.x + q.z * q.z).squareRoot()
        let angle = atan2(q.z, q.x)
        let reach = 0.62 + 0.42 * cos(angle * 7 + sin(angle * 2) * 0.6)
        let lift = q.y + 1.0 - 0.42 * x * x + 0.09 * sin(angle * 3)
        let sheet = max(abs(lift) - 0.05, x - reach) * 0.55
        let stalk = max((q.x * q.x + q.z * q.z).squareRoot() - 0.1, abs(q.y + 1.25) - 0.4) * 0.8
        return min(sheet, stalk)
    }
    /// 1 in the middle of a seed, 0 between seeds.
    func seed(_ q: Vector) -> Double {
        let row = (q.y + 0.9) / 0.34
        let line = row.rounded(.down)
        let round = (q.x * q.x + q.z * q.z).squareRoot()
        let count = max(5, (round * 2 * .pi / 0.42).rounded())
        let column =
            (atan2(q.z, q.x) / (2 * .pi) + 0.5) * count + (line.truncatingRemainder(dividingBy: 2) == 0 ? 0.5 : 0)
        let (u, v) = (column - column.rounded(.down) - 0.5, row - line - 0.5)
        return 1 - smooth(0.15, 0.26, (u * u * 1.7 + v * v * 0.75).squareRoot())
    }
}
let strawberries = [
    Strawberry(Vector(9.4, 1.5, 3.9), towards: Vector(-0.85, -0.22, 0.62), size: 1.5),
    Strawberry(Vector(12.4, 1.35, 0.6), towards: Vector(0.5, -0.2, 0.9), size: 1.38),
    Strawberry(Vector(-8.9, 1.3, 5.6), towards: Vector(0.55, -0.2, 0.75), size: 1.32),
]

enum Material { case bowl, handle, saucer, tea, berry(Int), leaf(Int) }

/// The cup is turned so that its handle points to the right and a little to the viewer.
let (cupSine, cupCosine) = (sin(0.42), cos(0.42))
func inCup(_ p: Vector) -> Vector {
    Vector(p.x * cupCosine + p.z * cupSine, p.y, p.z * cupCosine - p.x * cupSine)
}

func scene(_ p: Vector) -> (Double, Material) {
    var best = (Double.infinity, Material.bowl)
    func offer(_ distance: Double, _ material: Material) { if distance < best.0 { best = (distance, material) } }
    let around = (p.x * p.x + p.z * p.z).squareRoot()
    if around < 9.5 {
        let wall = min(turned(p, bowl, 0.17), turned(p, foot, 0.16))
        offer(wall, .bowl)
        let lifted = p.y < 0.4 ? max(around - 2.7, 0.12 - p.y) : .infinity
        offer(min(turned(p, saucer, 0.14), max(lifted, 0.05)), .saucer)
        offer(max(abs(p.y - 5.75) - 0.2, around - 4.45), .tea)
        offer(handle(inCup(p)), .handle)
    } else {
        offer(around - 8.6, .saucer)
    }
    for (index, berry) in strawberries.enumerated() {
        let far = length(p - berry.shoulder) - berry.size * 2.6
        if far > 0.4 {
            offer(far + 0.2, .berry(index))
        } else {
            let q = berry.local(p)
            offer((berry.flesh(q) + 0.035 * berry.seed(q)) * berry.size * 0.8, .berry(index))
            offer(berry.leaves(q) * berry.size, .leaf(index))
        }
    }
    return best
}
func normal(_ p: Vector) -> Vector {
    let e = 0.004
    func d(_ x: Double, _ y: Double, _ z: Double) -> Double { scene(p + Vector(x, y, z)).0 }
    return normalized(Vector(d(e, 0, 0) - d(-e, 0, 0), d(0, e, 0) - d(0, -e, 0), d(0, 0, e) - d(0, 0, -e)))
}
/// Where a ray meets a thing on the table, before `limit`.
func march(_ origin: Vector, _ direction: Vector, _ limit: Double) -> (Double, Material)? {
    // Things are no higher than 9 cm: nothing above, nothing below the table.
    var (start, end) = (0.02, limit)
    if direction.y < 0, origin.y > 9 { start = max(start, (9 - origin.y) / direction.y) }
    if direction.y > 0 { end = min(end, (9 - origin.y) / direction.y) }
    var t = start
    for _ in 0..<140 {
        if t > end { return nil }
        let (distance, material) = scene(origin + direction * t)
        if distance < 0.003 { return (t, material) }
        t += distance
    }
    return nil
}

// MARK: Light

let sun = normalized(Vector(-0.62, 0.74, 0.36))
let sunlight = Vector(3.5, 3.1, 2.5)
/// Leaves overhead let some of the sun through.
func dapple(_ p: Vector) -> Double {
    let ground = p - sun * (p.y / sun.y)
    let open = smooth(0.34, 0.52, cloud(ground.x * 0.085 + 3.3, ground.z * 0.085 + 7.1))
    let cup = 1 - smooth(7, 15, length(Vector(ground.x + 1, 0, ground.z)))
    return 0.16 + 0.84 * max(open, cup * 0.85)
}
struct Bokeh {
    let x: Double
    let y: Double
    let radius: Double
    let light: Vector
}
let bokeh: [Bokeh] = {
    var dice = Dice(state: 20_250_614)
    let colors = [color(0xE9F2A6), color(0xC6DE7A), color(0xFFF6D0), color(0x9CC860), color(0xF6B8C4), color(0xFFE08A)]
    return (0..<150).map { _ in
        let near = dice.roll()
        let tint = dice.roll()
        let pick = tint < 0.82 ? Int(tint / 0.82 * 4) : tint < 0.92 ? 4 : 5
        return Bokeh(
            x: dice.roll() * 1.6 - 0.8, y: dice.roll() * 0.4 - 0.13, radius: 0.014 + 0.03 * near,
            light: colors[pick] * (0.1 + 0.42 * dice.roll()))
    }
}()
/// The garden behind the table, far out of focus.
func garden(_ direction: Vector) -> Vector {
    let away = max(0.2, -direction.z)
    let (x, y) = (direction.x / away, direction.y / away + 0.17)
    var light = mix(color(0x35552B), color(0x7FA34F), smooth(-0.2, 0.12, y + 0.12 * (cloud(x * 3, y * 3) - 0.5)))
    light = mix(light, color(0xDDE8B4), smooth(0.02, 0.4, y + 0.2 * (cloud(x * 4 + 7, y * 4) - 0.5)))
    light *= 0.65 + 0.7 * cloud(x * 5 + 2, y * 6)
    for disc in bokeh {
        let (dx, dy) = (x - disc.x, y - disc.y)
        let r = (dx * dx + dy * dy).squareRoot() / disc.radius
        // A lens gives discs an even face with a slightly brighter rim.
        if r < 1.1 { light += disc.light * (1 - smooth(0.88, 1.1, r)) * (0.75 + 0.25 * smooth(0.5, 0.95, r)) }
    }
    return light
}
/// What glazes mirror: bright sky above, hedge around.
func surroundings(_ direction: Vector) -> Vector {
    if direction.y < 0 { return color(0xB98A55) * 0.55 }
    let sky = mix(color(0x8FAE66) * 0.5, Vector(1.0, 1.08, 1.16) * 1.15, smooth(0.05, 0.55, direction.y))
    return sky * (0.55 + 0.75 * cloud(direction.x * 2.6 + 4, direction.z * 2.6))
}

func shade(
    _ p: Vector, _ n: Vector, _ view: Vector, albedo: Vector, gloss: Double, skin: Double = 0, _ dice: inout Dice
) -> Vector {
    // A sun with some width: shadows grow soft away from what casts them.
    let jitter = Vector(dice.roll() - 0.5, dice.roll() - 0.5, dice.roll() - 0.5) * 0.09
    let toSun = normalized(sun + jitter)
    let facing = (dot(n, toSun) + skin) / (1 + skin)
    var light = Vector.zero
    if facing > 0, march(p + n * 0.03, toSun, 40) == nil { light = sunlight * facing * dapple(p) }
    var open = 1.0
    for step in 1...4 {
        let reach = 0.35 * Double(step * step) * 0.5
        open -= max(0, reach - scene(p + n * reach).0) / reach * (0.42 / Double(step))
        let above = p.y + n.y * reach
        if above < reach, n.y < 0.9 { open -= max(0, reach - above) / reach * (0.22 / Double(step)) }
    }
    open = max(0.12, open)
    let up = n.y * 0.5 + 0.5
    let ambient = mix(color(0xC08C52) * 0.5, Vector(0.62, 0.70, 0.74), up) * open
    var result = albedo * (light * 0.62 + ambient)
    if gloss > 0 {
        let mirrored = view - n * (2 * dot(view, n))
        let edge = 0.04 + 0.96 * pow(1 - max(0, -dot(view, n)), 5)
        result += surroundings(mirrored) * edge * gloss * open
        if light != .zero {
            result +=
                sunlight * (pow(max(0, dot(mirrored, toSun)), 180) * 2.2 + pow(max(0, dot(mirrored, toSun)), 14) * 0.05)
                * gloss
        }
    }
    return result
}

func wood(_ p: Vector) -> Vector {
    let plank = (p.z / 8.5 + 0.35).rounded(.down)
    let within = p.z / 8.5 + 0.35 - plank
    let shift = hash(Int(plank), 7) * 40
    let grain = cloud((p.x + shift) * 0.05, p.z * 1.9 + shift)
    let fine = noise((p.x + shift) * 0.35, p.z * 11)
    let rings = 0.5 + 0.5 * sin((p.z * 2.2 + cloud((p.x + shift) * 0.06, p.z * 0.3) * 16) + shift)
    var tone = mix(color(0xA87443), color(0xDDB27C), grain * 0.65 + fine * 0.2 + rings * 0.25)
    tone *= 0.88 + 0.24 * hash(Int(plank), 3)
    let seam = min(within, 1 - within) * 8.5
    return tone * (0.25 + 0.75 * smooth(0.03, 0.16, seam))
}

func cupColor(_ p: Vector, _ n: Vector) -> Vector {
    let rose = color(0xF59A9E)
    let q = inCup(p)
    let around = (q.x * q.x + q.z * q.z).squareRoot()
    let isOutside = n.x * p.x + n.z * p.z > 0 || p.y < 1.4
    if !isOutside { return color(0xFBF3E8) }
    if p.y > 6.72 { return color(0xFFF8EE) }
    let row = (p.y - 1.15) / 1.35
    let line = row.rounded(.down)
    let count = [9.0, 11, 12, 13][min(3, max(0, Int(line)))]
    let column = (atan2(q.z, q.x) / (2 * .pi) + 0.5) * count + (Int(line) % 2 == 0 ? 0.5 : 0)
    let u = (column - column.rounded(.down) - 0.5) * 2 * .pi * around / count
    let v = (row - line - 0.5) * 1.35
    let dot = 1 - smooth(0.36, 0.41, (u * u + v * v).squareRoot())
    return mix(rose, color(0xFFF8EE), p.y > 1.2 && p.y < 6.5 ? dot : 0)
}

func trace(_ origin: Vector, _ direction: Vector, _ dice: inout Dice) -> Vector {
    let table = direction.y < 0 ? -origin.y / direction.y : Double.infinity
    if let (t, material) = march(origin, direction, min(table, 80)) {
        let p = origin + direction * t
        var n = normal(p)
        switch material {
        case .bowl: return shade(p, n, direction, albedo: cupColor(p, n), gloss: 0.9, &dice)
        case .handle: return shade(p, n, direction, albedo: color(0xF59A9E), gloss: 0.9, &dice)
        case .saucer:
            let around = (p.x * p.x + p.z * p.z).squareRoot()
            let band = smooth(6.5, 6.6, around) * (1 - smooth(7.05, 7.15, around))
            return shade(p, n, direction, albedo: mix(color(0xFBF3E8), color(0xF59A9E), band), gloss: 0.8, &dice)
        case .tea:
            // Stirred a moment ago.
            let ripple = sin(length(Vector(p.x - 0.8, 0, p.z + 0.5)) * 5) * 0.012
            n = normalized(Vector(ripple * p.x * 0.3, 1, ripple * p.z * 0.3))
            let rim = smooth(3.5, 4.5, (p.x * p.x + p.z * p.z).squareRoot())
            return shade(p, n, direction, albedo: mix(color(0x8E3F12), color(0xC9782F), rim), gloss: 1.1, &dice)
        case .berry(let index):
            let q = strawberries[index].local(p)
            let seed = strawberries[index].seed(q)
            let red = mix(color(0xF04438), color(0xC8102A), smooth(-0.9, 0.3, q.y))
            let flesh = mix(red, color(0xF7B9A0), smooth(-0.72, -1.02, q.y) * 0.75)
            return shade(
                p, n, direction, albedo: mix(flesh, color(0xF1CF7A), smooth(0.5, 0.9, seed)), gloss: 0.75, skin: 0.25,
                &dice)
        case .leaf:
            let vein = cloud(p.x * 3, p.z * 3)
            return shade(
                p, n, direction, albedo: mix(color(0x3E8A2E), color(0x7DBB4B), vein), gloss: 0.3, skin: 0.3, &dice)
        }
    }
    let behind = garden(direction)
    guard table.isFinite else { return behind }
    let p = origin + direction * table
    // The table's far edge lies out of focus.
    let edge = smooth(-38, -24, p.z)
    if edge == 0 { return behind }
    let planks = shade(p, Vector(0, 1, 0), direction, albedo: wood(p), gloss: 0.28, &dice)
    return mix(behind, planks, edge)
}

/// Film's answer to light (Krzysztof Narkowicz, "ACES filmic tone mapping curve"), then sRGB's curve.
func developed(_ light: Vector) -> Vector {
    let x = light * 0.74
    let high: Vector = x * (x * 2.51 + 0.03)
    let low: Vector = x * (x * 2.43 + 0.59) + 0.14
    let film = high / low
    return Vector(pow(film.x.clamped, 1 / 2.2), pow(film.y.clamped, 1 / 2.2), pow(film.z.clamped, 1 / 2.2))
}
extension Double {
    var clamped: Double { Swift.min(1, Swift.max(0, self)) }
}

// MARK: Camera

func photograph(width: Int, height: Int, rays: Int) -> [Vector] {
    let eye = Vector(1.5, 14.5, 34)
    let forward = normalized(Vector(0.8, 3.6, 0) - eye)
    let right = normalized(cross(forward, Vector(0, 1, 0)))
    let up = cross(right, forward)
    let focus = length(Vector(0, 4.5, 3.6) - eye)
    let zoom = 0.325
    return (0..<width * height).map { index in
        var dice = Dice(state: UInt64(index) &* 0x2545_F491_4F6C_DD1D &+ 99)
        let (column, row) = (index % width, index / width)
        var sum = Vector.zero
        for _ in 0..<rays {
            let x = (Double(column) + dice.roll() - Double(width) / 2) / Double(height) * 2 * zoom
            let y = (Double(height) / 2 - Double(row) - dice.roll()) / Double(height) * 2 * zoom
            let target = eye + (forward + right * x + up * y) * focus
            let (turn, reach) = (dice.roll() * 2 * .pi, dice.roll().squareRoot() * 0.62)
            let lens = eye + right * (cos(turn) * reach) + up * (sin(turn) * reach)
            // One bright glint must not speckle a pixel.
            sum += trace(lens, normalized(target - lens), &dice).clamped(
                lowerBound: .zero, upperBound: Vector(repeating: 6))
        }
        let (dx, dy) = (Double(column) / Double(width) - 0.5, Double(row) / Double(height) - 0.5)
        let vignette = 1 - 0.55 * (dx * dx + dy * dy)
        let grain = (dice.roll() + dice.roll() - 1) * 0.012
        return developed(sum / Double(rays) * vignette) * 255 + grain * 255
    }
}

// MARK: JPEG, baseline, three full components (ITU-T T.81)

struct JPEGWriter {
    private(set) var bytes: [UInt8] = []
    private var bits: UInt32 = 0
    private var bitCount = 0

    static let zigzag = [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21,
        28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61,
        54, 47, 55, 62, 63,
    ]
    /// Table K.1, halved: quality of about 75.
    static let steps = [
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
        51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121,
        120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
    ].map { max(1, $0 * 2 / 5) }
    /// Table K.3.
    static let dcCounts: [UInt8] = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]
    static let dcValues: [UInt8] = Array(0...11)
    /// Table K.5.
    static let acCounts: [UInt8] = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125]
    static let acValues: [UInt8] = {
        var values: [UInt8] = [
            0x01, 0x02, 0x03, 0x00, 0x04, 0x11, 0x05, 0x12, 0x21, 0x31, 0x41, 0x06, 0x13, 0x51, 0x61, 0x07, 0x22, 0x71,
            0x14, 0x32, 0x81, 0x91, 0xA1, 0x08, 0x23, 0x42, 0xB1, 0xC1, 0x15, 0x52, 0xD1, 0xF0, 0x24, 0x33, 0x62, 0x72,
            0x82, 0x09, 0x0A,
        ]
        // The codes of 16 bits stand in order.
        for run in UInt8(1)...15 {
            let first: UInt8 = [6, 5, 4, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 1, 1][Int(run) - 1]
            for size in first...10 where !values.contains(run << 4 | size) { values.append(run << 4 | size) }
        }
        return values
    }()
    static func codes(_ counts: [UInt8], _ values: [UInt8]) -> [UInt8: (code: UInt32, length: Int)] {
        var codes: [UInt8: (UInt32, Int)] = [:]
        var (code, next) = (UInt32(0), 0)
        for length in 1...16 {
            for _ in 0..<counts[length - 1] {
                codes[values[next]] = (code, length)
                code += 1
                next += 1
            }
            code <<= 1
        }
        return codes
    }

    private mutating func put(_ value: UInt32, _ count: Int) {
        guard count > 0 else { return }
        bits = bits << UInt32(count) | (value & ((1 << UInt32(count)) - 1))
        bitCount += count
        while bitCount >= 8 {
            let byte = UInt8(truncatingIfNeeded: bits >> UInt32(bitCount - 8))
            bytes.append(byte)
            if byte == 0xFF { bytes.append(0) }
            bitCount -= 8
        }
    }
    private mutating func segment(_ marker: UInt8, _ content: [UInt8]) {
        bytes += [0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 255)] + content
    }
    private static func magnitude(_ value: Int) -> (size: Int, bits: UInt32) {
        let size = Int.bitWidth - value.magnitude.leadingZeroBitCount
        return (size, UInt32(truncatingIfNeeded: value < 0 ? value - 1 : value))
    }

    /// The cosine transform in two dimensions, rows first.
    private static func transformed(_ block: [Double], _ wave: [Double]) -> [Double] {
        var rows = [Double](repeating: 0, count: 64)
        var both = rows
        for i in 0..<64 {
            for x in 0..<8 { rows[i] += block[i / 8 * 8 + x] * wave[i % 8 * 8 + x] }
        }
        for i in 0..<64 {
            for y in 0..<8 { both[i] += rows[y * 8 + i % 8] * wave[i / 8 * 8 + y] }
        }
        return both
    }

    init(_ pixels: [Vector], width: Int, height: Int) {
        bytes = [0xFF, 0xD8]
        segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
        segment(0xDB, [0] + Self.zigzag.map { UInt8(min(255, Self.steps[$0])) })
        let size = [UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255)]
        segment(0xC0, [8] + size + [3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0])
        segment(0xC4, [0x00] + Self.dcCounts + Self.dcValues)
        segment(0xC4, [0x10] + Self.acCounts + Self.acValues)
        segment(0xDA, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0])
        let (dc, ac) = (Self.codes(Self.dcCounts, Self.dcValues), Self.codes(Self.acCounts, Self.acValues))
        let wave = (0..<64).map { index in
            let (k, x) = (Double(index / 8), Double(index % 8))
            return cos((2 * x + 1) * k * .pi / 16) * (k == 0 ? 0.5 / 2.0.squareRoot() : 0.5)
        }
        let weights = [
            Vector(0.299, 0.587, 0.114), Vector(-0.168_736, -0.331_264, 0.5), Vector(0.5, -0.418_688, -0.081_312),
        ]
        var last = [0, 0, 0]
        for top in stride(from: 0, to: height, by: 8) {
            for left in stride(from: 0, to: width, by: 8) {
                for component in 0..<3 {
                    let block = (0..<64).map { index in
                        let (x, y) = (min(width - 1, left + index % 8), min(height - 1, top + index / 8))
                        return dot(pixels[y * width + x], weights[component]) - (component == 0 ? 128 : 0)
                    }
                    let both = Self.transformed(block, wave)
                    let values = Self.zigzag.map { Int((both[$0] / Double(Self.steps[$0])).rounded()) }
                    write(values, difference: values[0] - last[component], dc, ac)
                    last[component] = values[0]
                }
            }
        }
        put(127, 7)
        bytes += [0xFF, 0xD9]
    }

    private mutating func write(
        _ values: [Int], difference: Int, _ dc: [UInt8: (code: UInt32, length: Int)],
        _ ac: [UInt8: (code: UInt32, length: Int)]
    ) {
        let (size, bits) = Self.magnitude(difference)
        if let code = dc[UInt8(size)] { put(code.code, code.length) }
        put(bits, size)
        var run = 0
        let end = values.lastIndex { $0 != 0 } ?? 0
        for index in stride(from: 1, through: end, by: 1) {
            if values[index] == 0 {
                run += 1
                continue
            }
            while run > 15 {
                if let code = ac[0xF0] { put(code.code, code.length) }
                run -= 16
            }
            let (size, bits) = Self.magnitude(values[index])
            if let code = ac[UInt8(run << 4 | size)] { put(code.code, code.length) }
            put(bits, size)
            run = 0
        }
        if end < 63, let code = ac[0x00] { put(code.code, code.length) }
    }
}

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
guard arguments.count == 3, arguments.allSatisfy({ (1...8192).contains($0) }) else {
    fputs("usage: make-photo WIDTH HEIGHT RAYS > photo.jpg\n", stderr)
    exit(64)
}
let pixels = photograph(width: arguments[0], height: arguments[1], rays: arguments[2])
let file = JPEGWriter(pixels, width: arguments[0], height: arguments[1]).bytes
guard fwrite(file, 1, file.count, stdout) == file.count else { exit(74) }
