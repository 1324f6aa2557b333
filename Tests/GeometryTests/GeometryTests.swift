import Geometry
import Testing

@Suite("Lengths")
struct LengthTests {
    @Test(
        "one inch is 72 pt is 25.4 mm",
        arguments: [
            (Length.inches(1), 72.0, 25.4), (.mm(25.4), 72, 25.4), (.pt(36), 36, 12.7),
            (.mm(210), 595.275_590_551_181_1, 210),
        ])
    func units(_ length: Length, _ points: Double, _ millimetres: Double) {
        #expect(abs(length.points - points) < 1e-9)
        #expect(abs(length.millimetres - millimetres) < 1e-9)
    }

    @Test("places within a thousandth of a millimetre are one")
    func tolerance() {
        #expect(Length.mm(1).isClose(to: .mm(1.000_9)))
        #expect(!Length.mm(1).isClose(to: .mm(1.001_1)))
    }

    @Test("arithmetic")
    func arithmetic() {
        #expect(Length.pt(3) / .pt(2) == 1.5)
        #expect(-(Length.pt(3) * 2 - .pt(1)) / 5 == .pt(-1))
        #expect(Length.pt(1) < .pt(2))
    }
}

@Suite("Rectangles")
struct RectTests {
    static let card = Rect(x: .mm(10), y: .mm(20), width: .mm(63), height: .mm(88))

    @Test("edges, middle, insets")
    func edges() {
        let inset = RectTests.card.inset(by: Insets(top: .mm(1), left: .mm(2), bottom: .mm(3), right: .mm(4)))
        #expect(inset.minX.isClose(to: .mm(12)) && inset.minY.isClose(to: .mm(21)))
        #expect(inset.maxX.isClose(to: .mm(69)) && inset.maxY.isClose(to: .mm(105)))
        #expect(RectTests.card.midX.isClose(to: .mm(41.5)) && RectTests.card.midY.isClose(to: .mm(64)))
        #expect(RectTests.card.inset(by: .mm(-3)).width.isClose(to: .mm(69)))
    }

    /// Millimetres to the right, whether the moved card overlaps the first, whether the first holds it.
    @Test(
        "cards side by side share an edge, no more",
        arguments: [
            (0.0, true, true), (0.000_5, true, true), (0.01, true, false), (62.9, true, false), (63, false, false),
            (62.999_5, false, false),
        ])
    func neighbours(_ distance: Double, _ overlaps: Bool, _ contains: Bool) {
        let moved = RectTests.card.moved(by: Point(x: .mm(distance), y: .zero))
        #expect(RectTests.card.overlaps(moved) == overlaps)
        #expect(moved.overlaps(RectTests.card) == overlaps)
        #expect(RectTests.card.contains(moved) == contains)
    }

    @Test("the union holds both")
    func union() {
        let other = Rect(x: .zero, y: .mm(100), width: .mm(1), height: .mm(50))
        let union = RectTests.card.union(other)
        #expect(union.contains(RectTests.card) && union.contains(other))
        #expect(union.width.isClose(to: .mm(73)) && union.height.isClose(to: .mm(130)))
    }
}

@Suite("Maps of the plane")
struct TransformTests {
    @Test(
        "quarter turns are clockwise as seen on paper",
        arguments: [
            (0, 1.0, 2.0), (1, -2, 1), (2, -1, -2), (3, 2, -1), (4, 1, 2), (-1, 2, -1), (-6, -1, -2),
        ])
    func quarterTurns(_ turns: Int, _ x: Double, _ y: Double) {
        let turned = Transform.quarterTurns(turns).apply(to: Point(x: .pt(1), y: .pt(2)))
        #expect(turned == Point(x: .pt(x), y: .pt(y)))
    }

    @Test("first this one, then the next")
    func order() {
        let move = Transform.translation(Point(x: .pt(10), y: .zero))
        let point = Point(x: .pt(1), y: .pt(1))
        #expect(move.then(.scale(2)).apply(to: point) == Point(x: .pt(22), y: .pt(2)))
        #expect(Transform.scale(2).then(move).apply(to: point) == Point(x: .pt(12), y: .pt(2)))
        let chain = Transform.quarterTurns(1).then(move).then(.scale(3))
        let stepwise = Transform.scale(3).apply(to: move.apply(to: Transform.quarterTurns(1).apply(to: point)))
        #expect(chain.apply(to: point) == stepwise)
    }

    @Test("there and back again")
    func inverse() throws {
        let map = Transform(a: 0.9, b: 0.1, c: -0.2, d: 1.1, tx: .mm(3), ty: .mm(-4))
        let back = try #require(map.inverse).apply(to: map.apply(to: Point(x: .mm(50), y: .mm(70))))
        #expect(back.x.isClose(to: .mm(50)) && back.y.isClose(to: .mm(70)))
        #expect(Transform.identity.inverse == .identity)
        #expect(Transform.scale(0).inverse == nil)
    }

    @Test("a turned rectangle stays upright")
    func rect() {
        let turned = Transform.quarterTurns(1).apply(to: Rect(x: .pt(1), y: .pt(2), width: .pt(3), height: .pt(5)))
        #expect(turned == Rect(x: .pt(-7), y: .pt(1), width: .pt(5), height: .pt(3)))
    }
}
