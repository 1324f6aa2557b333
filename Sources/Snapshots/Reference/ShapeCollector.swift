internal import DisplayList
internal import Geometry

/// Gathers the drawn shapes of one element.
struct ShapeCollector {
    private var shapes: [(painted: PaintedPath, map: Transform)] = []

    var isEmpty: Bool { shapes.isEmpty }

    mutating func add(_ painted: PaintedPath, _ map: Transform) { shapes.append((painted, map)) }

    /// Nil where nothing was gathered.
    func item(element: String) -> ReferenceShapes? {
        guard let box = bounds else { return nil }
        var colors: [Color] = []
        var hash = StableHash()
        func number(_ color: Color?) -> Int {
            guard let color = color.map(Rounding.color) else { return -1 }
            if let known = colors.firstIndex(of: color) { return known }
            colors.append(color)
            return colors.count - 1
        }
        for (painted, map) in shapes {
            hash.add(number(painted.fill))
            hash.add(number(painted.stroke?.color))
            if let stroke = painted.stroke {
                hash.add(Rounding.step(stroke.width))
                for dash in stroke.dashes { hash.add(Rounding.step(dash)) }
            }
            hash.add(painted.path, under: map, in: box)
        }
        return ReferenceShapes(
            element: element, count: shapes.count, colors: colors, box: Rounding.millimetres(box), shape: hash.value)
    }

    private var bounds: Rect? {
        var box: Rect?
        for (painted, map) in shapes {
            guard let own = painted.path.bounds(under: map) else { continue }
            box = box.map { $0.union(own) } ?? own
        }
        return box
    }
}

extension StableHash {
    /// A path's segments, scaled to a box, to 1/2000 of its sides: one that grows by less than anyone sees keeps its hash.
    mutating func add(_ path: Path, under map: Transform, in box: Rect) {
        add(path, under: map) { place in
            func share(_ distance: Length, _ side: Length) -> Int {
                side > .mm(0.01) ? Rounding.step(distance / side * 2000) : 0
            }
            return (share(place.x - box.minX, box.width), share(place.y - box.minY, box.height))
        }
    }

    /// A path's segments, each place as the numbers that stand for it.
    mutating func add(_ path: Path, under map: Transform, by numbers: (Point) -> (Int, Int)) {
        func add(_ point: Point, _ hash: inout StableHash) {
            let (x, y) = numbers(map == .identity ? point : map.apply(to: point))
            hash.add(x)
            hash.add(y)
        }
        for segment in path.segments {
            switch segment {
            case .move(let to):
                self.add(1)
                add(to, &self)
            case .line(let to):
                self.add(2)
                add(to, &self)
            case .curve(let first, let second, let to):
                self.add(3)
                add(first, &self)
                add(second, &self)
                add(to, &self)
            case .close: self.add(4)
            }
        }
    }
}

extension Path {
    /// Around all points, those that curves are drawn to as well; nil for a path without any.
    func bounds(under map: Transform) -> Rect? {
        var (left, top, right, bottom) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
        func reach(_ point: Point) {
            let place = map == .identity ? point : map.apply(to: point)
            left = min(left, place.x.points)
            top = min(top, place.y.points)
            right = max(right, place.x.points)
            bottom = max(bottom, place.y.points)
        }
        for segment in segments {
            switch segment {
            case .move(let to), .line(let to): reach(to)
            case .curve(let first, let second, let to):
                reach(first)
                reach(second)
                reach(to)
            case .close: break
            }
        }
        guard left <= right else { return nil }
        return Rect(x: .pt(left), y: .pt(top), width: .pt(right - left), height: .pt(bottom - top))
    }
}
