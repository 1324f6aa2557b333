internal import DisplayList
internal import Geometry

/// What the group of one piece of art paints: the picture, which comes last, and what lies under and around it.
struct ArtRecord {
    private var pictures: [Rect] = []
    private var paths: [(PaintedPath, Transform)] = []
    private let map: Transform

    init(_ items: [Item], _ map: Transform) {
        self.map = map
        collect(items, .identity)
    }

    /// In the coordinates of the group.
    private mutating func collect(_ items: [Item], _ inner: Transform) {
        for item in items {
            switch item {
            case .picture(let placed): pictures.append(inner.apply(to: placed.area))
            case .path(let painted): paths.append((painted, inner))
            case .group(let group): collect(group.items, group.transform.then(inner))
            case .glyphs, .matrix, .link: break
            }
        }
    }

    /// Nil where there is no picture.
    func art(field: String, source: ArtSource, edge: Length) -> ReferenceArt? {
        guard let picture = pictures.last else { return nil }
        var source = source
        // Of a sticker as much is shown as there is to see, which its pixels tell.
        source.shown = field == "sticker" ? [0, 0, 1, 1] : source.shown.map { ($0 * 1000).rounded() / 1000 }
        return ReferenceArt(
            field: field, source: source,
            box: Rounding.millimetres(map == .identity ? picture : map.apply(to: picture)),
            turn: ReferenceRecorder.turn(map), edge: Rounding.millimetres(edge), finish: finish(around: picture))
    }

    /// Everything is measured from the nearest edge of the picture, so that the same finish around a larger picture is the same.
    private func finish(around picture: Rect) -> UInt32 {
        var hash = StableHash()
        hash.add(pictures.count)
        // A shadow's area follows its pixels: how far it reaches is told to half a millimetre.
        for other in pictures.dropLast() {
            for overhang in [
                picture.minX - other.minX, picture.minY - other.minY, other.maxX - picture.maxX,
                other.maxY - picture.maxY,
            ] { hash.add(Rounding.step(overhang.millimetres * 2)) }
        }
        for (painted, inner) in paths {
            add(painted.fill, to: &hash)
            add(painted.stroke?.color, to: &hash)
            hash.add(Rounding.step(painted.stroke?.width ?? .zero))
            for dash in painted.stroke?.dashes ?? [] { hash.add(Rounding.step(dash)) }
            hash.add(painted.path, under: inner) { place in
                (
                    Self.number(place.x, picture.minX, picture.maxX), Self.number(place.y, picture.minY, picture.maxY)
                )
            }
        }
        return hash.value
    }

    /// A place from the nearer end of a span, or from its middle, which are told apart.
    private static func number(_ place: Length, _ start: Length, _ end: Length) -> Int {
        let middle = (start + end) * 0.5
        if abs((place - middle).millimetres) < 0.5 { return Rounding.step(place - middle) * 3 }
        return place < middle ? Rounding.step(place - start) * 3 + 1 : Rounding.step(place - end) * 3 + 2
    }

    private func add(_ color: Color?, to hash: inout StableHash) {
        guard let color = color.map(Rounding.color) else { return hash.add(-1) }
        for part in [color.red, color.green, color.blue] { hash.add(Int((part * 255).rounded())) }
    }
}
