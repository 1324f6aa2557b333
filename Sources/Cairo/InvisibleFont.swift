/// A TrueType font (OpenType 1.9) made here, for text that is read, copied and searched but not seen, over what is a picture.
///
/// Each glyph is a box of one em's width: Cairo leaves out the text of glyphs without ink, and readers tell by its height which line it is on.
/// Whoever uses the font sees to it that the boxes are not painted. There are enough glyphs for each character of emoji to
/// have its own in a file's ToUnicode map, which more readers know than ActualText.
enum InvisibleFont {
    static let name = "Invisible"
    private static let unitsPerEm = 1000
    private static let height = 700

    /// Unicode 15 makes its emoji of 1,424 characters.
    static let glyphCount = 2048

    /// The font file.
    static func bytes() -> [UInt8] {
        let count = glyphCount
        // One contour of four points on the curve; each moves by a word in x or in y from the one before.
        var outline = words(1, 0, 0, unitsPerEm, height, 3, 0)
        outline += [0x31, 0x11, 0x21, 0x11] + words(unitsPerEm, height, -height)
        while outline.count % 4 != 0 { outline.append(0) }
        let dates = [UInt8](repeating: 0, count: 16)
        let head =
            words(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 3, unitsPerEm) + dates
            + words(0, 0, unitsPerEm, height, 0, 8, 2, 1, 0)
        let hhea = words(1, 0, 800, -200, 0, unitsPerEm, 0, 0, unitsPerEm, 0, 0, 0, 0, 0, 0, 0, 0, 1)
        let maxp = words(1, 0, count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
        let hmtx = words(unitsPerEm) + [UInt8](repeating: 0, count: 2 * count)
        // Without entries: format 4 with the closing segment alone.
        let cmap = words(0, 1, 3, 1, 0, 12, 4, 24, 0, 2, 2, 0, 0, -1, 0, -1, 1, 0)
        let letters = name.utf16.flatMap { words(Int($0)) }
        let entries = [1, 6].flatMap { words(3, 1, 0x409, $0, letters.count, 0) }
        let names = words(0, 2, 30) + entries + letters
        let post = words(3, 0) + [UInt8](repeating: 0, count: 28)
        var glyf: [UInt8] = []
        glyf.reserveCapacity(outline.count * count)
        var loca: [UInt8] = word32(0)
        loca.reserveCapacity(4 * count + 4)
        for glyph in 1...count {
            glyf += outline
            loca += word32(glyph * outline.count)
        }
        return file([
            ("cmap", cmap), ("glyf", glyf), ("head", head), ("hhea", hhea), ("hmtx", hmtx), ("loca", loca),
            ("maxp", maxp), ("name", names), ("post", post),
        ])
    }

    /// The tables, in the order of their tags, behind a table directory. Checksums are left zero, as no drawing asks for them.
    private static func file(_ tables: [(tag: String, bytes: [UInt8])]) -> [UInt8] {
        let power = 8
        var directory = words(1, 0, tables.count, power * 16, 3, (tables.count - power) * 16)
        var body: [UInt8] = []
        let start = 12 + 16 * tables.count
        for table in tables {
            directory += Array(table.tag.utf8) + words(0, 0)
            directory += word32(start + body.count) + word32(table.bytes.count)
            body += table.bytes
            while body.count % 4 != 0 { body.append(0) }
        }
        return directory + body
    }

    /// Big-endian words of 16 bits.
    private static func words(_ values: Int...) -> [UInt8] {
        values.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    }

    private static func word32(_ value: Int) -> [UInt8] { words(value >> 16, value) }
}
