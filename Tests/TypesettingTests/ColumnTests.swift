import DisplayList
import Geometry
import Testing
import Typesetting

/// After W3C jlreq 2.3 (vertical writing mode) and mlreq.
@Suite("Words run from top to bottom where their language is written so")
struct ColumnTests {
    private func set(
        _ text: String, language: String, height: Double = 400, lines: Int = 4, ruby: [RubySegment] = []
    ) throws -> Paragraph {
        try PinnedFonts.typesetter().fit(
            text, ruby: ruby, style: TextStyle(language: language, writing: .vertical),
            box: Size(width: .pt(200), height: .pt(height)), largest: .pt(20), smallest: .pt(20), maxLines: lines,
            alignment: .start
        ).paragraph
    }

    /// Each glyph's place on the page and whether it is turned, in order of painting.
    private func glyphs(_ paragraph: Paragraph) -> [(x: Double, y: Double, isTurned: Bool)] {
        paragraph.items(at: Point(x: .zero, y: .zero)).flatMap { item -> [(x: Double, y: Double, isTurned: Bool)] in
            switch item {
            case .glyphs(let run):
                return run.glyphs.map {
                    ((run.origin.x + $0.position.x).points, (run.origin.y + $0.position.y).points, false)
                }
            case .group(let group):
                guard case .glyphs(let run)? = group.items.first else { return [] }
                return run.glyphs.map {
                    let place = group.transform.apply(to: run.origin + $0.position)
                    return (place.x.points, place.y.points, group.transform.b == 1)
                }
            default: return []
            }
        }
    }

    @Test("Japanese stands upright, one character an em below the other")
    func japanese() throws {
        let found = glyphs(try set("珈琲茶碗", language: "ja"))
        #expect(found.map(\.isTurned) == [false, false, false, false])
        for (one, next) in zip(found, found.dropFirst()) {
            #expect(abs(next.y - one.y - 20) < 0.01 && abs(next.x - one.x) < 0.01)
        }
    }

    @Test("brackets and the long vowel have their vertical forms", arguments: ["「", "ー", "（", "、"])
    func verticalForms(character: String) throws {
        let setter = try PinnedFonts.typesetter()
        func glyph(_ writing: WritingMode) -> UInt32? {
            setter.paragraph(
                "あ\(character)あ", style: TextStyle(language: "ja", writing: writing), size: .pt(20), width: nil,
                alignment: .start
            ).lines[0].runs[0].glyphs[1].id
        }
        #expect(glyph(.horizontal) != glyph(.vertical))
    }

    @Test("two digits stand side by side, a Latin word is turned")
    func digitsAndLatin() throws {
        let found = glyphs(try set("24日のCD", language: "ja"))
        #expect(found.map(\.isTurned) == [false, false, false, false, true, true])
        #expect(abs(found[0].y - found[1].y) < 0.01 && found[0].x < found[1].x)
        #expect(abs(found[2].y - found[0].y - 20) < 2, "the pair takes the room of one character")
        #expect(found[5].y > found[4].y && abs(found[5].x - found[4].x) < 0.01)
        let three = glyphs(try set("365日", language: "ja"))
        #expect(three.map(\.isTurned) == [true, true, true, false])
    }

    @Test("columns follow from right to left in Japanese, from left to right in Mongolian")
    func columnOrder() throws {
        let japanese = try set("消防自動車消防自動車", language: "ja", height: 110)
        #expect(japanese.lines.count == 2)
        let ja = glyphs(japanese)
        let (first, last) = (try #require(ja.first), try #require(ja.last))
        #expect(first.x > last.x)
        let mongolian = try set("ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ", language: "mn-Mong", height: 130)
        #expect(mongolian.lines.count == 2)
        let mn = glyphs(mongolian)
        #expect(!mn.contains { !$0.isTurned })
        let (start, end) = (try #require(mn.first), try #require(mn.last))
        #expect(start.x < end.x)
    }

    @Test("a language without columns is set in lines", arguments: ["en", "ar", "mn"])
    func lines(language: String) throws {
        #expect(!WritingMode.hasColumns(language: language))
        #expect(try !set("abc", language: language).isVertical)
    }

    @Test("furigana stands to the right of its base")
    func furigana() throws {
        let paragraph = try set("水", language: "ja", ruby: [RubySegment(base: "水", reading: "みず")])
        let ruby = paragraph.rubyItems(at: Point(x: .zero, y: .zero))
        guard case .glyphs(let run)? = ruby.first else {
            Issue.record("the reading is turned or missing")
            return
        }
        #expect(run.origin.x > paragraph.pageInk.minX + .pt(18))
        #expect(run.size == .pt(10))
    }

    @Test("zhuyin keeps its tone beside the column", arguments: [WritingMode.horizontal, .vertical])
    func zhuyin(writing: WritingMode) throws {
        let paragraph = try PinnedFonts.typesetter().paragraph(
            "喜", ruby: [RubySegment(base: "喜", reading: "ㄒㄧˇ")],
            style: TextStyle(language: "zh-Hant", writing: writing), size: .pt(20), width: nil, alignment: .start)
        let places = paragraph.rubyItems(at: Point(x: .zero, y: .zero)).compactMap { item -> Point? in
            guard case .glyphs(let run) = item, let first = run.glyphs.first else { return nil }
            return run.origin + first.position
        }
        try #require(places.count == 3)
        #expect(abs((places[0].x - places[1].x).points) < 0.01 && places[0].y < places[1].y)
        #expect(places[2].x > places[1].x)
    }

    @Test("all ink lies in the room that the column asks for", arguments: ["珈琲茶碗", "「食べ物」、。", "12月24日のCD"])
    func ink(text: String) throws {
        let paragraph = try set(text, language: "ja", height: 90)
        let room = Rect(origin: .zero, size: paragraph.pageSize)
        let ink = paragraph.pageInk
        #expect(ink.minX >= room.minX - .pt(0.01) && ink.maxX <= room.maxX + .pt(0.01))
        #expect(ink.minY >= room.minY - .pt(0.01) && ink.maxY <= .pt(90.01))
    }
}
