import DisplayList
import Geometry
import Testing

@testable import Snapshots

@Suite("From a drawing to a reference")
struct ReferenceRecorderTests {
    /// Glyphs look like their number in the first font, and one less in the second; glyph 3 is the space.
    struct Shapes: GlyphShapes {
        func outline(of glyph: UInt32, in font: FontReference) -> UInt64 {
            glyph == 3 ? 0 : UInt64(glyph) + (font.name == "Second" ? 1 : 0)
        }
    }

    static let first = FontReference(file: "/first.ttf", index: 0, name: "First", contentHash: "01")
    static let second = FontReference(file: "/second.ttf", index: 0, name: "Second", contentHash: "02")

    static func run(
        _ glyphs: [UInt32], x: Double = 5, y: Double = 20, size: Double = 10, font: FontReference = first,
        color: Color = .black, text: String = "cup"
    ) -> Item {
        let advance = Length.pt(size * 0.6)
        return .glyphs(
            GlyphRun(
                font: font, size: .pt(size), color: color, origin: Point(x: .mm(x), y: .mm(y)),
                width: advance * Double(glyphs.count),
                glyphs: glyphs.enumerated().map {
                    GlyphRun.Glyph(id: $1, position: Point(x: advance * Double($0), y: .zero))
                }, text: text, clusters: [.init(textBytes: text.utf8.count, glyphs: glyphs.count)],
                isRightToLeft: false, language: "en"))
    }

    static func text(_ items: [Item], _ content: String = "cup", field: String = "words.en.text") -> Item {
        .group(Group(role: .text(field: field, language: "en", content: content), items: items))
    }

    static func record(_ items: [Item]) throws -> [ReferenceItem] {
        var recorder = ReferenceRecorder(shapes: Shapes())
        return try record(items, &recorder)
    }

    static func record(_ items: [Item], _ recorder: inout ReferenceRecorder) throws -> [ReferenceItem] {
        let trim = Rect(x: .zero, y: .zero, width: .mm(63), height: .mm(88))
        let frame = Frame(boxes: PageBoxes(trim: trim, bleed: trim, safe: trim), items: items)
        return try recorder.card(id: "cup", faces: [("front", "sticker", frame)]).faces[0].items
    }

    static func text(_ item: ReferenceItem?) throws -> ReferenceText {
        guard case .text(let text) = try #require(item) else { throw NotThat() }
        return text
    }

    static func shapes(_ item: ReferenceItem?) throws -> ReferenceShapes {
        guard case .shapes(let shapes) = try #require(item) else { throw NotThat() }
        return shapes
    }

    static func art(_ item: ReferenceItem?) throws -> ReferenceArt {
        guard case .art(let art) = try #require(item) else { throw NotThat() }
        return art
    }

    struct NotThat: Error {}

    // MARK: Texts

    @Test("the colours of a word's parts are told, and where each begins; so is the line around hollow letters")
    func paint() throws {
        func text(_ change: (inout GlyphRun) -> Void) throws -> ReferenceText {
            guard case .glyphs(var run) = Self.run([10, 11, 12]) else { throw NotThat() }
            change(&run)
            return try Self.text(Self.record([Self.text([.glyphs(run)])]).first)
        }
        let red = Color(red: 1, green: 0, blue: 0)
        func tints(_ first: Int) -> [GlyphRun.Tint] {
            [GlyphRun.Tint(glyphs: 0..<first, color: .black), GlyphRun.Tint(glyphs: first..<3, color: red)]
        }
        let plain = try text { _ in }
        let one = try text { $0.tints = tints(1) }
        let two = try text { $0.tints = tints(2) }
        let cut = try text {
            $0.tints = tints(1) + [GlyphRun.Tint(glyphs: 2..<3, color: .black, extent: .pt(14)...(.pt(18)))]
        }
        #expect(plain.colors == [.black] && one.colors == [.black, red] && two.colors == one.colors)
        #expect(cut.colors == [.black, red, .black])
        #expect(Set([plain, one, two, cut].map(\.shape)).count == 4)
        let thin = try text { $0.outline = GlyphRun.Outline(width: .mm(0.2), fill: .white) }
        let thick = try text { $0.outline = GlyphRun.Outline(width: .mm(0.4), fill: .white) }
        let dotted = try text { $0.outline = GlyphRun.Outline(width: .mm(0.4), dashes: [.mm(0.4)], fill: .white) }
        #expect(thin.colors == [.black, .white])
        #expect(Set([plain, thin, thick, dotted].map(\.shape)).count == 4)
    }

    @Test("a text has its words, fonts, size, colours and lines, to a hundredth")
    func lines() throws {
        let quiet = Color(red: 0.4701, green: 0.42, blue: 0.38)
        let text = try Self.text(
            Self.record([
                .group(
                    Group(
                        role: .element("headword"),
                        items: [
                            Self.text(
                                [
                                    Self.run([10, 11, 3], x: 5.00449, size: 10.004),
                                    Self.run([12], x: 11.354, size: 10.004, font: Self.second, color: quiet),
                                    Self.run([13], x: 5, y: 24.3, size: 10.004, color: quiet),
                                ], "tea\u{AD} cup")
                        ]))
            ]).first)
        #expect((text.field, text.language, text.text) == ("words.en.text", "en", "tea cup"))
        #expect(text.fonts == ["First", "Second"])
        #expect(text.size == .pt(10))
        #expect(text.colors == [.black, Color(red: 120 / 255, green: 107 / 255, blue: 97 / 255)])
        #expect(text.lines.map(\.glyphs) == [[10, 11, 3, 12], [13]])
        #expect(text.lines.map(\.origin) == [Point(x: .mm(5), y: .mm(20)), Point(x: .mm(5), y: .mm(24.3))])
        // From the first run's left end to the last one's right end.
        #expect(text.lines[0].width == .mm(8.47))
        #expect(text.turn == 0)
    }

    @Test("letters have one shape at every size and place, and in every font that draws them alike")
    func shape() throws {
        func shape(_ items: [Item]) throws -> UInt32 { try Self.text(Self.record([Self.text(items)]).first).shape }
        let cup = try shape([Self.run([10, 11, 12])])
        #expect(try shape([Self.run([10, 11, 12], x: 31.7, y: 3.3, size: 16.5)]) == cup)
        #expect(try shape([Self.run([9, 10, 11], font: Self.second)]) == cup)
        #expect(try shape([Self.run([10, 11, 12, 3])]) == cup)
        #expect(try shape([Self.run([10, 12, 11])]) != cup)
        #expect(try shape([Self.run([10, 11, 12], font: Self.second)]) != cup)
        #expect(try shape([Self.run([10, 3, 11, 12])]) != cup)
    }

    /// Characters upright below one another, as a column of a paragraph has them.
    static func column(_ glyphs: [UInt32], x: Double, y: Double) -> Item {
        guard case .glyphs(var run) = run(glyphs, x: x, y: y) else { return run(glyphs) }
        for index in run.glyphs.indices {
            run.glyphs[index].position = Point(x: .pt(-1.2), y: .pt(8.8 + 10 * Double(index)))
        }
        run.width = .pt(10 * Double(glyphs.count))
        return .glyphs(run)
    }

    @Test("columns are lines of their own, with the letters that lie in them turned")
    func columns() throws {
        let turned = Transform.quarterTurns(1).then(.translation(Point(x: .mm(40), y: .mm(17.06))))
        let text = try Self.text(
            Self.record([
                Self.text([
                    Self.column([10, 11], x: 40, y: 10),
                    .group(Group(transform: turned, items: [Self.run([12], x: 0, y: 0)])),
                    Self.column([13], x: 34, y: 10),
                ])
            ]).first)
        #expect(text.isVertical)
        #expect(text.turn == 0)
        #expect(text.lines.map(\.glyphs) == [[10, 11, 12], [13]])
        #expect(text.lines.map(\.origin) == [Point(x: .mm(40), y: .mm(10)), Point(x: .mm(34), y: .mm(10))])
        #expect(text.lines.map(\.width) == [.mm(9.18), .mm(3.53)])
        #expect(try !Self.text(Self.record([Self.run([10])]).first).isVertical)
    }

    @Test("a run's place on its line, its size beside the first and where a colour begins are seen")
    func runs() throws {
        func shape(_ x: Double = 20, size: Double = 10, _ colors: [Color] = [.black, .black, .black]) throws -> UInt32 {
            try Self.text(
                Self.record([
                    Self.text([
                        Self.run([10], color: colors[0]), Self.run([11], x: x, size: size, color: colors[1]),
                        Self.run([12], x: 30, color: colors[2]),
                    ])
                ]).first
            ).shape
        }
        let usual = try shape()
        #expect(try shape(20.2) != usual)
        #expect(try shape(20, size: 11) != usual)
        #expect(try shape(20, [.white, .white, .white]) == usual)
        #expect(try shape(20, [.black, .white, .white]) != shape(20, [.black, .black, .white]))
    }

    @Test("a turned caption has its place on the face and its turn")
    func turned() throws {
        let quarter = Transform.quarterTurns(1).then(.translation(Point(x: .mm(30), y: .mm(40))))
        let text = try Self.text(
            Self.record([.group(Group(transform: quarter, items: [Self.text([Self.run([10], x: 2, y: 1)])]))]).first)
        #expect(text.turn == 90)
        #expect(text.lines[0].origin == Point(x: .mm(29), y: .mm(42)))
        #expect(text.lines[0].width == .mm(2.12))
    }

    @Test("fonts are told once each, by name")
    func fonts() throws {
        var recorder = ReferenceRecorder(shapes: Shapes())
        for font in [Self.second, Self.first, Self.second] {
            _ = try Self.record([Self.run([10], font: font)], &recorder)
        }
        #expect(recorder.fonts.map(\.name) == ["First", "Second"])
        #expect(recorder.fonts.map(\.contentHash) == ["01", "02"])
    }

    // MARK: Shapes

    static func mark(x: Double, radius: Double = 2, fill: Color = .black) -> Item {
        .group(
            Group(
                role: .element("mark"),
                items: [
                    .path(
                        PaintedPath(
                            .circle(center: Point(x: .mm(x), y: .mm(7)), radius: .mm(radius)), fill: fill,
                            stroke: .init(color: .white, width: .pt(0.5)))),
                    .path(PaintedPath(.rect(Rect(x: .mm(x), y: .mm(7), width: .mm(1), height: .mm(1))), fill: .white)),
                ]))
    }

    @Test("shapes of an element are one thing: moved they are the same, drawn otherwise they are not")
    func elements() throws {
        let mark = try Self.shapes(Self.record([Self.mark(x: 7)]).first)
        #expect((mark.element, mark.count) == ("mark", 2))
        #expect(mark.colors == [.black, .white])
        #expect(mark.box == Rect(x: .mm(5), y: .mm(5), width: .mm(4), height: .mm(4)))
        for step in 1...40 {
            let moved = try Self.shapes(Self.record([Self.mark(x: 7 + Double(step) * 0.731)]).first)
            #expect(moved.shape == mark.shape)
        }
        #expect(try Self.shapes(Self.record([Self.mark(x: 7, radius: 2.02)]).first).shape != mark.shape)
        #expect(try Self.shapes(Self.record([Self.mark(x: 7, fill: .gray(0.5))]).first).colors[0] != .black)
    }

    @Test("a size that differs by less than anyone sees leaves the shape as it is; a stroke does not")
    func scaled() throws {
        func shape(_ size: Double, stroke: Double = 0.5) throws -> UInt32 {
            let path = Path.circle(center: Point(x: .mm(20), y: .mm(20)), radius: .mm(size))
            return try Self.shapes(
                Self.record([
                    .path(PaintedPath(path, fill: .white, stroke: .init(color: .black, width: .pt(stroke))))
                ]).first
            ).shape
        }
        #expect(try shape(10) == shape(10.02))
        #expect(try shape(10) != shape(10, stroke: 0.8))
    }

    @Test("an element's own shapes stand before its words; words are in the order of painting")
    func order() throws {
        let items = try Self.record([
            .group(
                Group(
                    role: .element("label"),
                    items: [
                        Self.text([Self.run([10])], field: "title"), Self.text([Self.run([11])], field: "number"),
                        .path(
                            PaintedPath(.rect(Rect(x: .zero, y: .zero, width: .mm(9), height: .mm(1))), fill: .black)),
                    ]))
        ])
        #expect(try Self.shapes(items.first).element == "label")
        #expect(try items.dropFirst().map { try Self.text($0).field } == ["title", "number"])
    }

    @Test("what has no role is told all the same")
    func noRole() throws {
        let items = try Self.record([
            Self.run([10]), .path(PaintedPath(.rect(Rect(x: .zero, y: .zero, width: .mm(9), height: .mm(1))))),
            .group(Group(transform: .scale(2), items: [Self.run([11], text: "mug ")])),
        ])
        #expect(try Self.shapes(items.first).element == "")
        #expect(try Self.text(items[1]).text == "cup")
        #expect(try Self.text(items[2]).text == "mug")
        #expect(try Self.text(items[2]).size == .pt(20))
    }

    // MARK: Codes and art

    @Test("a code has its text, and its place without the panel")
    func code() throws {
        let area = Rect(x: .mm(40), y: .mm(60), width: .mm(10.5), height: .mm(10.5))
        let items = try Self.record([
            .group(
                Group(
                    role: .code(field: "link"),
                    items: [
                        .path(PaintedPath(.rect(area.inset(by: .mm(-2))), fill: .white)),
                        .matrix(
                            PlacedMatrix(
                                side: 21, modules: [Bool](repeating: true, count: 441), area: area,
                                message: "https://cards.example.org/cup")),
                        .link(Link(area: area, address: "https://cards.example.org/cup")),
                    ]))
        ])
        #expect(
            items == [
                .code(
                    ReferenceCode(
                        field: "link", text: "https://cards.example.org/cup", modules: 21, color: .black,
                        box: Rect(x: .mm(40), y: .mm(60), width: .mm(10.5), height: .mm(10.5))))
            ])
    }

    static let source = ArtSource(
        fileHash: 1, pixelHash: 2, width: 512, height: 300, tiles: [UInt8](repeating: 7, count: 64),
        shown: [0.07812, 0.25, 0.87734, 0.5])

    static func print(size: Double = 20, paper: Color = .white, hasShadow: Bool = true, edge: Double = 2) -> Item {
        let area = Rect(x: .mm(10), y: .mm(10), width: .mm(size), height: .mm(size))
        let picture = Picture(kind: .raster, key: "k", pixelWidth: 9, pixelHeight: 9)
        var items: [Item] = [.path(PaintedPath(.rect(area.inset(by: .mm(-edge))), fill: paper))]
        if hasShadow { items.insert(.picture(PlacedPicture(picture, area: area.inset(by: .mm(-3)))), at: 0) }
        items.append(.picture(PlacedPicture(picture, area: area)))
        return .group(Group(role: .art(field: "photo", source: source, edge: .mm(edge)), items: items))
    }

    @Test("art has the box of its picture; what lies around it is told apart from how large it is")
    func art() throws {
        let art = try Self.art(Self.record([Self.print()]).first)
        #expect(art.box == Rect(x: .mm(10), y: .mm(10), width: .mm(20), height: .mm(20)))
        #expect(art.edge == .mm(2))
        #expect(art.source.shown == [0.078, 0.25, 0.877, 0.5])
        #expect(try Self.art(Self.record([Self.print(size: 31.37)]).first).finish == art.finish)
        #expect(try Self.art(Self.record([Self.print(paper: .gray(0.9))]).first).finish != art.finish)
        #expect(try Self.art(Self.record([Self.print(hasShadow: false)]).first).finish != art.finish)
        #expect(try Self.art(Self.record([Self.print(edge: 2.5)]).first).finish != art.finish)
        let turned = Group(transform: .quarterTurns(2), items: [Self.print()])
        #expect(try Self.art(Self.record([.group(turned)]).first).turn == 180)
    }

    @Test("the form of the paper, its dashes and the shadow's reach belong to the finish")
    func finish() throws {
        func finish(
            corner: Double = 2, dashes: [Double] = [], shadow: Double = 3, size: Double = 20
        ) throws -> UInt32 {
            let area = Rect(x: .mm(10), y: .mm(10), width: .mm(size), height: .mm(size))
            let picture = Picture(kind: .raster, key: "k", pixelWidth: 9, pixelHeight: 9)
            let paper = Path.roundedRect(area.inset(by: .mm(-3)), radius: .mm(corner))
            let stroke = PaintedPath.Stroke(color: .black, width: .pt(1), dashes: dashes.map { .mm($0) })
            let items: [Item] = [
                .picture(PlacedPicture(picture, area: area.inset(by: .mm(-shadow)))),
                .path(PaintedPath(paper, fill: .white, stroke: stroke)), .picture(PlacedPicture(picture, area: area)),
            ]
            let group = Group(role: .art(field: "photo", source: Self.source, edge: .mm(3)), items: items)
            return try Self.art(Self.record([.group(group)]).first).finish
        }
        let usual = try finish()
        #expect(try finish(size: 31.37) == usual)
        #expect(try finish(corner: 2.5) != usual)
        #expect(try finish(dashes: [1, 1]) != usual)
        #expect(try finish(shadow: 4) != usual)
    }
}
