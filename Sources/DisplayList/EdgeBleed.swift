public import Geometry

/// How a drawing that ends at an edge is carried on beyond it, so that a cut beside the line leaves no white.
public enum EdgeBleed: String, Hashable, Sendable, CaseIterable {
    /// As a mirror on the edge would show it.
    case mirror
    /// As if what lies at the edge went on in straight lines.
    case extend

    /// What `extend` draws out.
    private static let seam = Length.mm(0.2)
    /// How far what is made lies on what was there, so that no hairline shows between them.
    private static let overlap = Length.mm(0.05)
    /// What ends so near an edge was meant to end there.
    private static let nearness = Length.mm(0.1)

    /// The colours that go on beyond an edge as far as the bleed, painted after the items. What is read or scanned is never repeated, and
    /// what keeps off an edge is not drawn out over it.
    ///
    /// - Parameters:
    ///   - reach: How far the drawing itself goes, in its own coordinates.
    ///   - bleed: How far it shall go.
    public func items(_ items: [Item], from reach: Rect, to bleed: Rect) -> [Item] {
        let sides: [(level: Int, upright: Int)] = [
            (0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, -1), (-1, 1), (1, 1),
        ]
        return sides.compactMap { level, upright in
            let x = Axis(level, reach.minX, reach.maxX, bleed.minX, bleed.maxX)
            let y = Axis(upright, reach.minY, reach.maxY, bleed.minY, bleed.maxY)
            guard x.isWide, y.isWide else { return nil }
            let touching = self.touching(items, .identity) { box in
                x.isTouched(by: box.minX, box.maxX) && y.isTouched(by: box.minY, box.maxY)
            }
            guard !touching.isEmpty else { return nil }
            let (across, along) = (x.map(self), y.map(self))
            let map = Transform(
                a: across.factor, b: 0, c: 0, d: along.factor, tx: across.offset, ty: along.offset)
            let strip = Rect(x: x.start, y: y.start, width: x.end - x.start, height: y.end - y.start)
            return .group(Group(clip: .rect(strip), items: [.group(Group(transform: map, items: touching))]))
        }
    }

    /// One direction of a strip beyond an edge, or along it.
    private struct Axis {
        /// −1 before the drawing, 1 behind it, 0 along it.
        let place: Int
        /// The drawing's own ends.
        let low: Length
        let high: Length
        /// The strip.
        let start: Length
        let end: Length

        init(_ place: Int, _ low: Length, _ high: Length, _ first: Length, _ last: Length) {
            (self.place, self.low, self.high) = (place, low, high)
            switch place {
            case -1: (start, end) = (first, low + EdgeBleed.overlap)
            case 1: (start, end) = (high - EdgeBleed.overlap, last)
            default: (start, end) = (low, high)
            }
        }

        var isWide: Bool { end - start > (place == 0 ? .zero : EdgeBleed.overlap + .tolerance) }

        func isTouched(by first: Length, _ last: Length) -> Bool {
            switch place {
            case -1: first <= low + EdgeBleed.nearness
            case 1: last >= high - EdgeBleed.nearness
            default: true
            }
        }

        /// From the drawing to the strip: x′ = factor · x + offset.
        func map(_ way: EdgeBleed) -> (factor: Double, offset: Length) {
            guard place != 0 else { return (1, .zero) }
            let edge = place < 0 ? low : high
            let factor = way == .mirror ? 1 : (end - start) / EdgeBleed.seam
            return (-factor, edge * (1 + factor))
        }
    }

    /// The items that paint and whose box meets a condition.
    private func touching(_ items: [Item], _ map: Transform, _ isMeant: (Rect) -> Bool) -> [Item] {
        items.compactMap { item in
            switch item {
            case .glyphs, .matrix, .link: return nil
            case .path(let painted):
                guard let box = painted.path.bounds else { return nil }
                let reach = (painted.stroke?.width ?? .zero) / 2
                return isMeant(map.apply(to: box.inset(by: -reach))) ? item : nil
            case .picture(let placed): return isMeant(map.apply(to: placed.area)) ? item : nil
            case .group(var group):
                switch group.role {
                case .text, .code: return nil
                default: break
                }
                let inner = group.transform.then(map)
                if let clip = group.clip?.bounds, !isMeant(inner.apply(to: clip)) { return nil }
                group.items = touching(group.items, inner, isMeant)
                return group.items.isEmpty ? nil : .group(group)
            }
        }
    }
}
