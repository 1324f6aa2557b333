import Cutting
import Geometry
import Imposition
import Testing

@Suite("Files of cut lines")
struct CutFileTests {
    private static let drawing = CutDrawing(
        sheet: Size(width: .mm(100), height: .mm(80)),
        paths: [
            .cut: [.roundedRect(Rect(x: .mm(10), y: .mm(20), width: .mm(30), height: .mm(40)), radius: .mm(5))],
            .crease: [.line(from: Point(x: .mm(10), y: .mm(40)), to: Point(x: .mm(40), y: .mm(40)))],
        ])

    private static func text(_ format: CutFormat, _ title: String = "Tea & cake") -> String {
        String(decoding: format.bytes(drawing, title: title), as: UTF8.self)
    }

    @Test("are SVG in millimetres with a group for each layer, arcs as arcs")
    func svg() {
        let text = Self.text(.svg)
        #expect(text.contains(#"width="100mm" height="80mm" viewBox="0 0 100 80""#))
        #expect(text.contains("<title>Tea &amp; cake</title>"))
        #expect(text.contains(#"<g id="CUT" inkscape:groupmode="layer" inkscape:label="CUT""#))
        #expect(text.contains(#"<g id="CREASE" inkscape:groupmode="layer" inkscape:label="CREASE""#))
        #expect(!text.contains("PRINT"))
        #expect(
            text.contains(
                "M15 20L35 20A5 5 0 0 1 40 25L40 55A5 5 0 0 1 35 60L15 60A5 5 0 0 1 10 55L10 25A5 5 0 0 1 15 20Z"))
        #expect(text.contains(#"<path d="M10 40L40 40"/>"#))
    }

    @Test("are DXF with y upwards, bulges for arcs, and a layer for each kind of line")
    func dxf() {
        let lines = Self.text(.dxf, "Thé\n0").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // Pairs of group code and value, a last line break, and a title that cannot break them.
        #expect(lines.count % 2 == 1)
        #expect(lines[0] == "999" && lines[1] == "Th??0")
        let pairs = stride(from: 0, to: lines.count - 1, by: 2).map { (code: lines[$0], value: lines[$0 + 1]) }
        #expect(pairs.contains { $0.code == "1" && $0.value == "AC1009" })
        #expect(pairs.filter { $0.code == "0" && $0.value == "POLYLINE" }.count == 2)
        #expect(pairs.filter { $0.code == "42" }.map(\.value) == Array(repeating: "-0.4142136", count: 4))
        // The first corner, 20 mm from the top of 80.
        let first = pairs.firstIndex { $0.code == "0" && $0.value == "VERTEX" } ?? 0
        #expect(pairs[first + 1].value == "CUT")
        #expect(pairs[first + 2].value == "15" && pairs[first + 3].value == "60")
        #expect(pairs.last?.value == "EOF")
    }

    @Test(
        "are told by their endings",
        arguments: [("a.svg", CutFormat.svg), ("a.b/C.DXF", .dxf), ("a.pdf", nil), ("svg", nil), ("a.svg.gz", nil)])
    func formats(_ path: String, format: CutFormat?) {
        #expect(CutFormat(path: path) == format)
    }

    private static func plan(_ gap: Length = .zero, fold: Fold? = nil, skipped: Set<Int> = []) throws -> SheetPlan {
        try SheetPlan(
            SheetRequest(
                paper: Paper(name: "A4", size: Size(width: .mm(210), height: .mm(297))), orientation: .portrait,
                formats: [CardFormat(size: Size(width: .mm(63), height: .mm(88)), bleed: .mm(3), cornerRadius: .mm(3))],
                gap: gap, fold: fold, skipped: skipped, canTurnCards: false), counts: [9])
    }

    @Test("cut a sheet straight through, once where neighbours touch")
    func straight() throws {
        let plan = try Self.plan()
        let lines = try #require(CutDrawing(plan, sheet: 0, kind: .sheet).paths[.cut])
        // Four across and four down for nine cards.
        #expect(lines.count == 8)
        let ends = lines.map { ($0.vertices[0].point, $0.vertices[1].point) }
        let area = plan.sheets[0].layout.area
        #expect(
            ends.filter { $0.0.y == $0.1.y && $0.0.x.isClose(to: area.minX) && $0.1.x.isClose(to: area.maxX) }.count
                == 4)
        #expect(
            ends.filter { $0.0.x == $0.1.x && $0.0.y.isClose(to: area.minY) && $0.1.y.isClose(to: area.maxY) }.count
                == 4)
    }

    @Test("cut twice between cards that stand apart")
    func apart() throws {
        let lines = try #require(CutDrawing(Self.plan(.mm(2)), sheet: 0, kind: .sheet).paths[.cut])
        #expect(lines.count == 12)
    }

    @Test("cut each card with its corners, crease folded ones, and leave places out that stay empty")
    func cards() throws {
        let plan = try Self.plan(.mm(1.25), skipped: [5])
        let cards = try #require(CutDrawing(plan, sheet: 0, kind: .card).paths[.cut])
        #expect(cards.count == 8)
        #expect(cards.allSatisfy { path in path.isClosed && path.vertices.filter { $0.bulge > 0 }.count == 4 })
        let folded = try CutDrawing(Self.plan(fold: Fold()), sheet: 0, kind: .card)
        let creases = try #require(folded.paths[.crease])
        #expect(creases.count == folded.paths[.cut]?.count)
        for (cut, crease) in zip(folded.paths[.cut] ?? [], creases) {
            let (xs, ys) = (cut.vertices.map(\.point.x), cut.vertices.map(\.point.y))
            let middle = Point(
                x: ((xs.min() ?? .zero) + (xs.max() ?? .zero)) / 2, y: ((ys.min() ?? .zero) + (ys.max() ?? .zero)) / 2)
            let (from, to) = (crease.vertices[0].point, crease.vertices[1].point)
            #expect(((from.x + to.x) / 2).isClose(to: middle.x) && ((from.y + to.y) / 2).isClose(to: middle.y))
        }
    }
}
