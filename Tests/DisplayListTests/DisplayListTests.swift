import DisplayList
import Geometry
import Testing

@Suite("Colours")
struct ColorTests {
    /// Contrast ratios of WCAG 2.2 against white.
    @Test(
        "contrast with white",
        arguments: [
            (Color.black, 21.0), (.white, 1), (Color(red: 1, green: 0, blue: 0), 3.998), (.gray(0x76 / 255), 4.542),
            (Color(red: 0, green: 0, blue: 1), 8.592),
        ])
    func contrast(_ color: Color, _ expected: Double) {
        #expect(abs(color.contrast(with: .white) - expected) < 0.001)
        #expect(color.contrast(with: .white) == Color.white.contrast(with: color))
    }

    @Test("mixing goes from one to the other")
    func mixed() {
        let red = Color(red: 1, green: 0, blue: 0)
        #expect(red.mixed(with: .white, 0) == red)
        #expect(red.mixed(with: .white, 1) == .white)
        #expect(red.mixed(with: .white, 0.25) == Color(red: 1, green: 0.25, blue: 0.25))
    }
}

@Suite("Paths")
struct PathTests {
    private func points(_ path: Path) -> [Point] {
        path.segments.flatMap { segment -> [Point] in
            switch segment {
            case .move(let point), .line(let point): [point]
            case .curve(let first, let second, let end): [first, second, end]
            case .close: []
            }
        }
    }

    @Test(
        "a rounded rectangle stays inside its rectangle, touches each side and is closed", arguments: [0.5, 10, 1000])
    func roundedRect(_ radius: Double) {
        let rect = Rect(x: .pt(5), y: .pt(7), width: .pt(40), height: .pt(20))
        let path = Path.roundedRect(rect, radius: .pt(radius))
        let points = points(path)
        #expect(points.allSatisfy { rect.contains(Rect(origin: $0, size: .zero)) })
        #expect(points.contains { $0.x.isClose(to: rect.minX) } && points.contains { $0.x.isClose(to: rect.maxX) })
        #expect(points.contains { $0.y.isClose(to: rect.minY) } && points.contains { $0.y.isClose(to: rect.maxY) })
        #expect(path.segments.last == .close)
    }

    @Test("without a radius it is the rectangle itself")
    func sharpCorners() {
        let rect = Rect(x: .zero, y: .zero, width: .pt(2), height: .pt(3))
        #expect(Path.roundedRect(rect, radius: .zero) == .rect(rect))
        #expect(points(.rect(rect)).map(\.x.points) == [0, 2, 2, 0])
        #expect(points(.rect(rect)).map(\.y.points) == [0, 0, 3, 3])
    }

    @Test("a circle's curves pass through the circle")
    func circle() {
        let path = Path.circle(center: Point(x: .pt(3), y: .pt(4)), radius: .pt(10))
        var current = Point.zero
        var curves = 0
        for segment in path.segments {
            switch segment {
            case .move(let point), .line(let point): current = point
            case .curve(let first, let second, let end):
                curves += 1
                let middle = (current + end).scaled(0.125) + (first + second).scaled(0.375)
                for point in [middle, end] {
                    let (x, y) = (point.x.points - 3, point.y.points - 4)
                    #expect(abs((x * x + y * y).squareRoot() - 10) < 0.01)
                }
                current = end
            case .close: break
            }
        }
        #expect(curves == 4)
    }
}

extension Point {
    fileprivate func scaled(_ factor: Double) -> Point { Point(x: x * factor, y: y * factor) }
}
