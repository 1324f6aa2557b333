import Cairo
import DisplayList
import Geometry
import Testing

@testable import Painting

@Suite("The text that glyphs are said to show")
struct ExtractableTextTests {
    struct Row: Sendable {
        var text: String
        /// Bytes and glyphs, in visual order.
        var clusters: [[Int]]
        var isRightToLeft = false
        /// Glyphs off the baseline.
        var raised: Set<Int> = []
        var said: String
        var saidClusters: [[Int]]
    }

    static let rows = [
        Row(
            text: "cup", clusters: [[1, 1], [1, 1], [1, 1]], said: "cup", saidClusters: [[1, 1], [1, 1], [1, 1]]),
        // The space after the word is a glyph, or part of the last cluster.
        Row(text: "on ", clusters: [[1, 1], [1, 1], [1, 1]], said: "on", saidClusters: [[1, 1], [1, 1]]),
        Row(text: "on ", clusters: [[1, 1], [2, 1]], said: "on", saidClusters: [[1, 1], [1, 1]]),
        Row(text: "fi", clusters: [[2, 1]], said: "fi", saidClusters: [[2, 1]]),
        // A cluster of two glyphs makes the word one cluster.
        Row(text: "né ", clusters: [[1, 1], [2, 2], [1, 1]], said: "né", saidClusters: [[3, 3]]),
        // Right to left: told in visual order.
        Row(
            text: "אב", clusters: [[2, 1], [2, 1]], isRightToLeft: true, said: "בא", saidClusters: [[2, 1], [2, 1]]),
        Row(
            text: "אב ", clusters: [[1, 1], [2, 1], [2, 1]], isRightToLeft: true, said: "בא",
            saidClusters: [[2, 1], [2, 1]]),
        Row(text: "לא", clusters: [[4, 1]], isRightToLeft: true, said: "אל", saidClusters: [[4, 1]]),
        Row(
            text: "אב", clusters: [[2, 1], [2, 1]], isRightToLeft: true, raised: [0], said: "בא",
            saidClusters: [[4, 2]]
        ),
        // Clusters that do not add up, or cut a letter, are not believed.
        Row(text: "cup", clusters: [[1, 1], [1, 1]], said: "cup", saidClusters: [[3, 2]]),
        Row(text: "é", clusters: [[1, 1], [1, 1]], said: "é", saidClusters: [[2, 2]]),
        Row(text: "é", clusters: [[-1, 1], [3, 1]], said: "é", saidClusters: [[2, 2]]),
        Row(text: " ", clusters: [[1, 1]], said: " ", saidClusters: [[1, 1]]),
    ]

    @Test(arguments: rows)
    func `is told word by word`(row: Row) {
        let count = row.clusters.map { $0[1] }.reduce(0, +)
        let run = GlyphRun(
            font: FontReference(file: "a.ttf", index: 0, name: "", contentHash: ""), size: .pt(10), color: .black,
            origin: Point(x: .pt(5), y: .pt(7)), width: .pt(10),
            glyphs: (0..<count).map {
                .init(
                    id: UInt32($0),
                    position: Point(x: .pt(Double($0)), y: row.raised.contains($0) ? .pt(-1) : .zero))
            },
            text: row.text, clusters: row.clusters.map { .init(textBytes: $0[0], glyphs: $0[1]) },
            isRightToLeft: row.isRightToLeft, language: "")
        let shown = ExtractableText(run)
        #expect(shown.text == Array(row.said.utf8))
        #expect(shown.clusters.map { [$0.bytes, $0.glyphs] } == row.saidClusters)
        #expect(shown.glyphs.count == row.saidClusters.map { $0[1] }.reduce(0, +))
        #expect(shown.glyphs.allSatisfy { $0.x == 5 + Double($0.id) })
    }
}

@Suite("The text of glyphs that are pictures")
struct PictureTextTests {
    private func run(_ text: String, _ clusters: [[Int]], isRightToLeft: Bool = false) -> GlyphRun {
        let count = clusters.map { $0[1] }.reduce(0, +)
        return GlyphRun(
            font: FontReference(file: "e.ttf", index: 0, name: "", contentHash: "", glyphForm: .pictures),
            size: .pt(10),
            color: .black, origin: Point(x: .pt(5), y: .pt(7)), width: .pt(12.0 * Double(count)),
            glyphs: (0..<count).map { .init(id: UInt32($0), position: Point(x: .pt(12.0 * Double($0)), y: .zero)) },
            text: text, clusters: clusters.map { .init(textBytes: $0[0], glyphs: $0[1]) }, isRightToLeft: isRightToLeft,
            language: "")
    }

    @Test func `is told cluster by cluster, over the whole width`() {
        let pieces = PictureText.pieces(of: run("🐱👍🏿 ", [[4, 1], [9, 2]]))
        #expect(pieces.map { String(String.UnicodeScalarView($0.characters)) } == ["🐱", "👍🏿"])
        #expect(pieces.map(\.x) == [.zero, .pt(12)])
        #expect(pieces.map(\.width) == [.pt(12), .pt(24)])
    }

    @Test func `stands in visual order`() {
        let pieces = PictureText.pieces(of: run("🐱🐶", [[4, 1], [4, 1]], isRightToLeft: true))
        #expect(pieces.map(\.characters) == [["🐶"], ["🐱"]])
    }

    @Test func `is nothing where clusters do not add up`() {
        #expect(PictureText.pieces(of: run("🐱", [[3, 1]])).isEmpty)
        #expect(PictureText.pieces(of: run(" ", [[1, 1]])).isEmpty)
    }
}

@Suite("Rows of dark modules")
struct MatrixRunTests {
    @Test func `are merged`() {
        let matrix = PlacedMatrix(
            side: 3, modules: [true, true, false, false, true, true, true, false],
            area: Rect(origin: .zero, size: .zero), message: "")
        #expect(
            matrix.horizontalRuns == [
                MatrixRun(row: 0, column: 0, length: 2), MatrixRun(row: 1, column: 1, length: 2),
                MatrixRun(row: 2, column: 0, length: 1),
            ])
    }
}
