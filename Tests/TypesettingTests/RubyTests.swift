import DisplayList
import Geometry
import Testing
import Typesetting

/// Expected places follow W3C jlreq 3.3 and clreq 3.3; Klee's kana and ideographs are one em wide.
@Suite("Readings stand at their bases")
struct RubyTests {
    private func set(
        _ segments: [(String, String?)], language: String = "ja", size: Double = 20, width: Double? = nil
    ) throws -> Paragraph {
        try PinnedFonts.typesetter().paragraph(
            segments.map(\.0).joined(), ruby: segments.map { RubySegment(base: $0.0, reading: $0.1) },
            style: TextStyle(language: language), size: .pt(size), width: width.map(Length.pt), alignment: .left)
    }

    /// Left and right edge of each reading, by advance widths, in ems of the base.
    private func edges(_ runs: [GlyphRun], from start: Length = .zero) -> [[Double]] {
        runs.map { run in
            [run.origin.x - start, run.origin.x - start + run.width].map { (($0.points / 20) * 100).rounded() / 100 }
        }
    }

    @Test("a reading as long as its base covers it, half as large")
    func covers() throws {
        let paragraph = try set([("茶碗", "ちゃわん")])
        let line = try #require(paragraph.lines.first)
        #expect(line.ruby.map(\.text) == ["ちゃわん"])
        #expect(line.ruby[0].size == .pt(10))
        #expect(edges(line.ruby) == [[0, 2]])
        #expect(abs(line.width.points - 40) < 1e-6)
        // Above the em box of the base, inside the paragraph.
        #expect(line.ruby[0].origin.y < line.baseline - .pt(20 * 0.88))
        #expect(paragraph.ink.minY >= .zero)
    }

    @Test("a shorter reading of kana is spread, half as much space at its ends as between")
    func spread() throws {
        let line = try #require(try set([("水道", "みず")]).lines.first)
        let run = try #require(line.ruby.first)
        // 2 em of base, 1 em of reading: 1 em to share between two letters.
        // Klee kerns the two by a hundredth.
        #expect(abs(run.origin.x.points - 5) < 0.25)
        #expect(abs(run.glyphs[1].position.x.points - 20) < 0.25)
    }

    @Test("a longer reading hangs over kana by at most one of its letters, never over an ideograph")
    func overhang() throws {
        // 2.5 em of reading over 1 em: 0.5 hangs over り, the rest is room at 承.
        let line = try #require(try set([("御", "お"), ("承", "うけたまわ"), ("り", nil), ("所", "じょ")]).lines.first)
        #expect(edges(line.ruby) == [[0.25, 0.75], [1, 3.5], [4, 5]])
        #expect(abs(line.width.points - 20 * 5) < 1e-6)
        #expect(line.runs.map(\.text) == ["御承り所"], "what was cut for its readings reads back as one word")
        #expect(line.runs[0].clusters.count == 1)
    }

    @Test("at the ends of a text a reading may hang over freely, and stays in the width")
    func ends() throws {
        let paragraph = try set([("志", "こころざし")], width: 60)
        #expect(paragraph.lines[0].width == .pt(20))
        #expect(paragraph.ink.minX >= .zero && paragraph.ink.maxX <= .pt(60))
    }

    @Test("no line ends between a base and its reading")
    func lines() throws {
        let segments: [(String, String?)] = [
            ("消防自動車", "しょうぼうじどうしゃ"), ("の", nil), ("上", "うえ"), ("に", nil), ("置", "お"), ("く", nil),
        ]
        for width in stride(from: 100.0, through: 200, by: 7) {
            let paragraph = try set(segments, width: width)
            for line in paragraph.lines {
                let text = line.runs.map(\.text).joined()
                for (base, reading) in segments {
                    guard let reading else { continue }
                    #expect(text.contains(base) == line.ruby.map(\.text).contains(reading))
                }
            }
        }
    }

    @Test("pinyin stands in the middle of its base, syllables apart")
    func pinyin() throws {
        let line = try #require(try set([("窗", "chuāng"), ("户", "hu")], language: "zh-Hans").lines.first)
        #expect(line.ruby.map(\.text) == ["chuāng", "hu"])
        let gap = line.ruby[1].origin.x - (line.ruby[0].origin.x + line.ruby[0].width)
        #expect(gap >= .pt(20 * 0.1))
    }

    @Test("zhuyin stands in a column to the right of each character, its tone beside the column")
    func zhuyin() throws {
        let line = try #require(try set([("喜歡", "ㄒㄧˇ ㄏㄨㄢ")], language: "zh-Hant").lines.first)
        #expect(line.ruby.map(\.text) == ["ㄒ", "ㄧ", "ˇ", "ㄏ", "ㄨ", "ㄢ"])
        let first = line.ruby[0]
        let second = line.ruby[1]
        let tone = line.ruby[2]
        #expect(first.origin.x == second.origin.x && first.origin.y < second.origin.y)
        #expect(first.origin.x >= .pt(20) && tone.origin.x > first.origin.x)
        #expect(abs(line.width.points - 20 * 2 * 1.52) < 0.1)
        #expect(line.runs.map(\.text) == ["喜歡"])
        // Three symbols stay within the height of the em.
        let column = line.ruby[3...].map(\.origin.y)
        #expect(try #require(column.max()) <= line.baseline + .pt(20 * 0.12))
    }

    @Test("readings follow their bases in text from right to left")
    func rightToLeft() throws {
        let line = try #require(
            try set([("שלום", "shalom"), (" ", nil), ("עולם", "olam")], language: "he").lines.first)
        #expect(line.ruby.map(\.text) == ["shalom", "olam"])
        #expect(line.ruby[0].origin.x > line.ruby[1].origin.x + line.ruby[1].width)
    }

    @Test("bases that do not add up to the text are set without readings")
    func mismatch() throws {
        let setter = try PinnedFonts.typesetter()
        let paragraph = setter.paragraph(
            "水", ruby: [RubySegment(base: "水道", reading: "すいどう")], style: TextStyle(language: "ja"), size: .pt(10),
            width: nil, alignment: .left)
        #expect(paragraph.lines[0].runs.map(\.text) == ["水"])
    }

    @Test("letters get smaller where readings need the room")
    func fitting() throws {
        let setter = try PinnedFonts.typesetter()
        let box = Size(width: .pt(100), height: .pt(30))
        func size(_ ruby: [RubySegment]) -> Length {
            setter.fit(
                "茶碗", ruby: ruby, style: TextStyle(language: "ja"), box: box, largest: .pt(40), smallest: .pt(4),
                maxLines: 1, alignment: .center
            ).fittingSize
        }
        let plain = size([])
        let annotated = size([RubySegment(base: "茶碗", reading: "ちゃわん")])
        #expect(annotated < plain && annotated > plain * 0.5)
    }
}
