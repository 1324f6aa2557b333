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
        source.shown = source.shown.map { ($0 * 1000).rounded() / 1000 }
        return ReferenceArt(
            field: field, source: source,
            box: Rounding.millimetres(map == .identity ? picture : map.apply(to: picture)),
            turn: ReferenceRecorder.turn(map), edge: Rounding.millimetres(edge), finish: finish(around: picture))
    }

    /// Everything is measured from the nearest edge of the picture, so that the same finish around a larger picture is the same.
    private func finish(around picture: Rect) -> UInt32 {
        var hash = StableHash()
        // A shadow's area follows its pixels: only whether there is one can be told.
        hash.add(pictures.contains { $0.width > picture.width + .mm(0.5) } ? 1 : 0)
        for (painted, inner) in paths {
            add(painted.fill, to: &hash)
            add(painted.stroke?.color, to: &hash)
            hash.add(Rounding.step(painted.stroke?.width ?? .zero))
            guard let box = painted.path.bounds(under: inner) else { continue }
            for distance in [
                box.minX - picture.minX, box.minY - picture.minY, box.maxX - picture.maxX, box.maxY - picture.maxY,
            ] { hash.add(Rounding.step(distance)) }
        }
        return hash.value
    }

    private func add(_ color: Color?, to hash: inout StableHash) {
        guard let color = color.map(Rounding.color) else { return hash.add(-1) }
        for part in [color.red, color.green, color.blue] { hash.add(Int((part * 255).rounded())) }
    }
}
