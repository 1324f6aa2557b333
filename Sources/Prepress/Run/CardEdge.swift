internal import CardLayout
internal import DisplayList
internal import Geometry

/// How a deck's cards are finished at their edges: colour beyond the trim, and guides for round corners.
struct CardEdge: Sendable {
    private let trim: Rect
    /// How far the elements of a face go, and how far colour shall go.
    private let reach: Rect
    private let bleed: Rect
    private let way: EdgeBleed
    /// Zero where corners are square or no guides are wanted.
    private let radius: Length

    init(_ template: Template, _ job: Job) {
        trim = template.boxes.trim
        bleed = trim.inset(by: -(job.bleed ?? template.bleed))
        // Whoever asks how it is made wants it made.
        way = job.edgeBleed ?? template.edgeBleed ?? .mirror
        reach = job.edgeBleed == nil && template.edgeBleed == nil ? template.boxes.bleed : trim
        radius = job.hasCornerGuides ? template.cornerRadius : .zero
    }

    /// What is painted beyond the reach of a face's items.
    func bleed(_ items: [Item]) -> [Item] { way.items(items, from: reach, to: bleed) }

    /// Arcs along round corners, in the piece that is cut off: beside the card, not on it.
    func guides(_ trim: Rect) -> [Item] {
        guard radius > .zero else { return [] }
        let width = Length.pt(0.25)
        let outside = radius + width * 0.6
        // Where the arc would leave the trim there is nothing left to cut off.
        let share = radius / outside
        let other = (1 - share * share).squareRoot()
        // The cubic nearest to a piece of a circle: handles of 4/3 · tan(angle / 4), here by the half-angle formulas.
        let cosine = 2 * share * other
        let half = ((1 - cosine) / (1 + cosine)).squareRoot()
        let quarter = (1 + half * half).squareRoot()
        let handle = 4.0 / 3 * (quarter - 1) / (half == 0 ? 1 : half)
        let corners: [(x: Length, y: Length, level: Double, upright: Double)] = [
            (trim.minX, trim.minY, -1, -1), (trim.maxX, trim.minY, 1, -1), (trim.minX, trim.maxY, -1, 1),
            (trim.maxX, trim.maxY, 1, 1),
        ]
        return corners.map { corner in
            let center = Point(x: corner.x - radius * corner.level, y: corner.y - radius * corner.upright)
            func at(_ x: Double, _ y: Double) -> Point {
                Point(x: center.x + outside * (x * corner.level), y: center.y + outside * (y * corner.upright))
            }
            let path = Path([
                .move(at(share, other)),
                .curve(
                    at(share - handle * other, other + handle * share),
                    at(other + handle * share, share - handle * other),
                    at(other, share)),
            ])
            return .path(PaintedPath(path, stroke: .init(color: .gray(0.5), width: width)))
        }
    }
}
