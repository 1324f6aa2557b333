import Testing

@testable import PageComparison

@Suite("Text on other whole pixels")
struct SnappedTextTests {
    /// Letters of three strokes each, on a row, with a mark of so many pixels a side in the line.
    private static func line(row: Int, mark: Int = 0, lines: Int = 1) -> RasterPixels {
        PixelComparisonTests.grey(400, 40 * lines) { x, y in
            let y = y % 40 - row
            let isStroke = 20..<380 ~= x && 0..<12 ~= y && (x % 9 < 2 || x % 9 < 6 && (y < 2 || y > 9))
            let isMark = 205..<205 + mark ~= x && 4..<4 + mark ~= y
            return isStroke || isMark ? 0 : 1
        }
    }

    private static func mayExplain(_ old: RasterPixels, _ new: RasterPixels) -> Bool {
        SnappedText.mayExplain(PixelComparison.compare(old, new), old, new)
    }

    @Test("A line one row lower may be the same line")
    func shift() {
        #expect(Self.mayExplain(Self.line(row: 10), Self.line(row: 11)))
        #expect(!Self.mayExplain(Self.line(row: 10), Self.line(row: 12)))
    }

    @Test("A line one row lower in which a mark came or went is not", arguments: [4, 5, 6])
    func mark(size: Int) {
        #expect(!Self.mayExplain(Self.line(row: 10), Self.line(row: 11, mark: size)))
        #expect(!Self.mayExplain(Self.line(row: 10, mark: size), Self.line(row: 11)))
    }

    @Test("Many lines, each one row lower, may be the same lines")
    func lines() {
        #expect(Self.mayExplain(Self.line(row: 10, lines: 80), Self.line(row: 11, lines: 80)))
    }
}
