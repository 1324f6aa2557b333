import Testing

@testable import PageComparison

@Suite("Two pictures, pixel by pixel")
struct PixelComparisonTests {
    /// A picture whose pixels a function gives: grey 0…1.
    static func grey(_ width: Int, _ height: Int, _ value: (_ x: Int, _ y: Int) -> Double) -> RasterPixels {
        let pixels = (0..<height).flatMap { y in
            (0..<width).map { x in
                let level = UInt32((min(1, max(0, value(x, y))) * 255).rounded())
                return 0xFF00_0000 | level << 16 | level << 8 | level
            }
        }
        return RasterPixels(width: width, height: height, pixels: pixels)
    }

    static func flat(_ color: UInt32, _ width: Int = 40, _ height: Int = 30) -> RasterPixels {
        RasterPixels(width: width, height: height, pixels: Array(repeating: color, count: width * height))
    }

    /// How much of the pixel [at, at + 1] the interval covers: what box-filtered drawing gives.
    static func covered(_ at: Int, _ from: Double, _ to: Double) -> Double {
        max(0, min(Double(at + 1), to) - max(Double(at), from))
    }

    @Test("The same pixels are the same")
    func same() {
        let picture = Self.grey(33, 17) { x, y in Double(x * y % 7) / 7 }
        let difference = PixelComparison.compare(picture, picture)
        #expect(difference.isSame)
        #expect(difference.share == 0)
        #expect(difference.areas().isEmpty)
    }

    @Test(
        "An edge up to half a pixel elsewhere is the same edge; a whole pixel is not",
        arguments: [
            (0.1, true), (1.0 / 3, true), (-1.0 / 3, true), (0.5, true), (1.0, false), (-1.0, false), (2.0, false),
        ]
    )
    func shiftedEdge(shift: Double, isSame: Bool) {
        for edge in [10.0, 10.2, 10.5, 10.9] {
            let old = Self.grey(40, 12) { x, _ in 1 - Self.covered(x, edge, 40) }
            let new = Self.grey(40, 12) { x, _ in 1 - Self.covered(x, edge + shift, 40) }
            let count = PixelComparison.compare(old, new).changedCount
            #expect((count == 0) == isSame, "edge at \(edge), shift \(shift)")
        }
    }

    @Test("A thin line a third of a pixel elsewhere is the same line", arguments: [0.6, 1, 1.5, 2.3])
    func shiftedLine(width: Double) {
        for place in [10.0, 10.3, 10.7] {
            let old = Self.grey(30, 12) { x, _ in 1 - Self.covered(x, place, place + width) }
            let new = Self.grey(30, 12) { x, _ in 1 - Self.covered(x, place + 1.0 / 3, place + 1.0 / 3 + width) }
            let count = PixelComparison.compare(old, new).changedCount
            #expect(count == 0, "width \(width) at \(place)")
        }
    }

    @Test("A line that is gone, comes or is paler is found", arguments: [1.0, 0.8, 0.0])
    func paler(strength: Double) {
        for width in [1.0, 1.6, 3.0] {
            let old = Self.grey(30, 12) { x, _ in 1 - Self.covered(x, 10.3, 10.3 + width) }
            let new = Self.grey(30, 12) { x, _ in 1 - strength * Self.covered(x, 10.3, 10.3 + width) }
            #expect(PixelComparison.compare(old, new).isSame == (strength == 1))
            #expect(PixelComparison.compare(new, old).isSame == (strength == 1))
        }
    }

    @Test("From which distance of colours on it counts can be said")
    func tolerance() {
        let (old, new) = (Self.flat(0xFF80_8080), Self.flat(0xFF8C_8C8C))
        // Twelve of 255 steps of grey are 4.7 %.
        #expect(!PixelComparison.compare(old, new).isSame)
        #expect(!PixelComparison.compare(old, new, noticeable: 0.04).isSame)
        #expect(PixelComparison.compare(old, new, noticeable: 0.05).isSame)
    }

    @Test("A line in another colour of the same lightness is found")
    func hue() {
        func line(_ color: UInt32) -> RasterPixels {
            let pixels = (0..<30 * 12).map { $0 % 30 == 10 || $0 % 30 == 11 ? color : 0xFFFF_FFFF }
            return RasterPixels(width: 30, height: 12, pixels: pixels)
        }
        #expect(!PixelComparison.compare(line(0xFFC8_0000), line(0xFF00_0078)).isSame)
    }

    @Test("A dot of one pixel is found, where it is")
    func dot() {
        let old = Self.flat(0xFFFF_FFFF)
        var pixels = old.pixels
        pixels[7 * 40 + 23] = 0xFF00_0000
        let difference = PixelComparison.compare(old, RasterPixels(width: 40, height: 30, pixels: pixels))
        #expect(difference.changedCount == 1)
        #expect(difference.share == 1.0 / 1200)
        #expect(difference.areas() == [PixelArea(x: 23, y: 7, width: 1, height: 1)])
        #expect(difference.picture.pixels[7 * 40 + 23] == PixelDifference.mark)
        #expect(difference.picture.pixels.count { $0 == PixelDifference.mark } == 1)
    }

    @Test(
        "Another colour counts from five steps of grey on",
        arguments: [(5, true), (6, false), (-5, true), (-6, false)] as [(Int, Bool)])
    func threshold(steps: Int, isSame: Bool) {
        let old = Self.flat(0xFF80_8080)
        let level = UInt32(0x80 + steps)
        let new = Self.flat(0xFF00_0000 | level << 16 | level << 8 | level)
        #expect(PixelComparison.compare(old, new).isSame == isSame)
        #expect(PixelComparison.compare(old, new).share == (isSame ? 0 : 1))
    }

    @Test("What is seen through is compared as on white paper")
    func opacity() {
        #expect(PixelComparison.compare(Self.flat(0x0000_0000), Self.flat(0xFFFF_FFFF)).isSame)
        #expect(PixelComparison.compare(Self.flat(0x8000_0000), Self.flat(0xFF7F_7F7F)).isSame)
        #expect(!PixelComparison.compare(Self.flat(0x8000_0000), Self.flat(0xFF00_0000)).isSame)
    }

    @Test("What is ignored does not count, and what lies beside it does")
    func ignored() {
        let old = Self.flat(0xFFFF_FFFF)
        var pixels = old.pixels
        for (x, y) in [(5, 5), (6, 5), (30, 20)] { pixels[y * 40 + x] = 0xFF00_0000 }
        let new = RasterPixels(width: 40, height: 30, pixels: pixels)
        let part = PixelComparison.compare(old, new, ignoring: [PixelArea(x: 5, y: 5, width: 1, height: 1)])
        #expect(part.changedCount == 2)
        #expect(part.areas(joining: 4).map(\.x) == [6, 30])
        let all = [PixelArea(x: 0, y: 0, width: 10, height: 10), PixelArea(x: 25, y: 15, width: 100, height: 100)]
        #expect(PixelComparison.compare(old, new, ignoring: all).isSame)
        // Areas that overlap, or reach beyond the picture, do not disturb its drawing.
        let crowded = Array(repeating: PixelArea(x: -5, y: -5, width: 90, height: 90), count: 12)
        #expect(PixelComparison.compare(old, new, ignoring: crowded).picture.pixels.count == 1200)
        let beyond = [(40, 5), (500, 5), (5, 30), (5, 500), (-20, 5), (5, -20), (500, -500)].map {
            PixelArea(x: $0.0, y: $0.1, width: 8, height: 8)
        }
        let outside = PixelComparison.compare(old, new, ignoring: beyond)
        #expect(outside.changedCount == 3)
        #expect(outside.picture.pixels == PixelComparison.compare(old, new).picture.pixels)
    }

    @Test("Where only one picture has pixels, they differ")
    func sizes() {
        let difference = PixelComparison.compare(Self.flat(0xFFFF_FFFF, 10, 10), Self.flat(0xFFFF_FFFF, 12, 9))
        #expect(difference.width == 12)
        #expect(difference.height == 10)
        #expect(difference.changedCount == 2 * 9 + 12)
        #expect(difference.picture.width == 12)
    }

    @Test("Places near each other are one, and there are never more than a few")
    func areas() {
        var pixels = Self.flat(0xFFFF_FFFF, 400, 400).pixels
        for index in 0..<20 { pixels[(10 + index * 19) * 400 + 5 + index * 19] = 0xFF00_0000 }
        pixels[391 * 400 + 8] = 0xFF00_0000
        let difference = PixelComparison.compare(
            Self.flat(0xFFFF_FFFF, 400, 400), RasterPixels(width: 400, height: 400, pixels: pixels))
        #expect(difference.changedCount == 21)
        #expect(difference.areas(joining: 60).count == 2)
        let few = difference.areas(joining: 8, limit: 4)
        #expect(few.count == 4)
        for index in pixels.indices where pixels[index] == 0xFF00_0000 {
            let (y, x) = index.quotientAndRemainder(dividingBy: 400)
            #expect(few.contains { $0.x <= x && x < $0.x + $0.width && $0.y <= y && y < $0.y + $0.height })
        }
    }
}
