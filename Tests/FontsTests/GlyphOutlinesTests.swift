import FileAccess
import HarfBuzz
import Testing

@Suite("How glyphs look, as hashes")
struct GlyphOutlinesTests {
    private func outlines(_ name: String) throws -> (Face, GlyphOutlines) {
        let face = try Face(file: MappedFile(path: Paths.join(FontBookTests.debian, name)), index: 0)
        return (face, try #require(GlyphOutlines(face)))
    }

    private func glyph(_ face: Face, _ letter: Character) throws -> UInt32 {
        try #require(
            face.shape(
                Array(String(letter).utf16), range: 0..<1, script: 0x4C61_746E, language: "en", isRightToLeft: false
            )
            .first
        ).id
    }

    /// Quadratic curves at 2048 units an em, and cubic ones at 1000; the numbers are what every machine must find.
    @Test(
        "letters are told apart, and are the same on every machine",
        arguments: [
            ("Andika-Regular.ttf", 0xBA55_172D_B7BC_E891 as UInt64), ("NotoSansCJK-Regular.ttc", 0x9AE7_9266_F372_BE59),
        ])
    func letters(file: String, known: UInt64) throws {
        let (face, outlines) = try outlines(file)
        let hashes = try "abgoO0".map { try #require(outlines.hash(of: glyph(face, $0))) }
        #expect(Set(hashes).count == hashes.count)
        #expect(hashes[0] == known)
        #expect(outlines.hash(of: try glyph(face, " ")) == nil)
        #expect(outlines.hash(of: UInt32(face.glyphCount) + 5) == nil)
    }

    @Test("weights of one family look different")
    func weights() throws {
        let (regular, bold) = (try outlines("Andika-Regular.ttf"), try outlines("Andika-Bold.ttf"))
        let thin = regular.1.hash(of: try glyph(regular.0, "a"))
        #expect(thin != bold.1.hash(of: try glyph(bold.0, "a")))
    }
}
