internal import Cairo
internal import DisplayList
internal import Geometry

/// A glyph run as `cairo_show_text_glyphs` should be told it, so that the word can be read back from the file.
///
/// Clusters of one glyph go into the font's ToUnicode map. Where a word has any other, the whole word becomes one cluster, which Cairo writes with
/// ActualText (ISO 32000-2, 14.9.4): marks with offsets of their own would otherwise be read as words of their own.
///
/// Right-to-left words are told in visual order: Cairo's flag for backward clusters makes readers start a word at each glyph. The ActualText of such a
/// word is reversed by code points, as poppler, pdf.js and the like cut it into slices from left to right and turn the line round afterwards.
struct ExtractableText {
    var text: [UInt8] = []
    var glyphs: [Context.Glyph] = []
    var clusters: [Context.Cluster] = []

    init(_ run: GlyphRun) {
        let bytes = Array(run.text.utf8)
        let x = run.origin.x.points
        let y = run.origin.y.points
        glyphs = run.glyphs.map {
            Context.Glyph(id: $0.id, x: x + $0.position.x.points, y: y + $0.position.y.points)
        }
        let spaces = bytes.reversed().prefix { $0 == 0x20 }.count
        guard spaces < bytes.count, let pieces = ExtractableText.pieces(of: run, bytes: bytes) else {
            setWord(bytes[...], isReversed: run.isRightToLeft)
            return
        }
        // The space after a word is a gap that every reader sees; inside a word's text it would be sliced with it.
        let word = 0..<(bytes.count - spaces)
        let kept = pieces.filter { !$0.bytes.clamped(to: word).isEmpty }
        glyphs = kept.flatMap { piece in piece.glyphs.map { glyphs[$0] } }
        let isPlain = kept.allSatisfy { piece in
            piece.glyphs.count == 1
                && (!run.isRightToLeft
                    || (run.glyphs[piece.glyphs.lowerBound].position.y == .zero
                        && ExtractableText.scalarCount(bytes[piece.bytes]) == 1))
        }
        guard isPlain else {
            setWord(bytes[word], isReversed: run.isRightToLeft)
            return
        }
        for piece in kept {
            let part = piece.bytes.clamped(to: word)
            text += bytes[part]
            clusters.append(Context.Cluster(bytes: part.count, glyphs: piece.glyphs.count))
        }
    }

    private mutating func setWord(_ word: ArraySlice<UInt8>, isReversed: Bool) {
        if isReversed {
            let scalars = String(decoding: word, as: UTF8.self).unicodeScalars
            var reversed = String.UnicodeScalarView()
            // A mark has no direction of its own: readers would take one at the start for the end of what stands before.
            if let last = scalars.last, last.properties.generalCategory == .nonspacingMark {
                reversed.append(ExtractableText.rightToLeftMark)
            }
            reversed.append(contentsOf: scalars.reversed())
            text = Array(String(reversed).utf8)
        } else {
            text = Array(word)
        }
        clusters = [Context.Cluster(bytes: text.count, glyphs: glyphs.count)]
    }

    /// The clusters in visual order with their places in the text and among the glyphs; nil where they do not add up to the run.
    static func pieces(of run: GlyphRun, bytes: [UInt8]) -> [(bytes: Range<Int>, glyphs: Range<Int>)]? {
        var result: [(bytes: Range<Int>, glyphs: Range<Int>)] = []
        result.reserveCapacity(run.clusters.count)
        var glyph = 0
        var byte = run.isRightToLeft ? bytes.count : 0
        for cluster in run.clusters {
            guard (0...bytes.count).contains(cluster.textBytes), (0...run.glyphs.count).contains(cluster.glyphs) else {
                return nil
            }
            let start = run.isRightToLeft ? byte - cluster.textBytes : byte
            let end = start + cluster.textBytes
            guard start >= 0, end <= bytes.count, glyph + cluster.glyphs <= run.glyphs.count else { return nil }
            // A cluster that ends inside a character would be no text.
            guard end == bytes.count || bytes[end] & 0xC0 != 0x80 else { return nil }
            result.append((start..<end, glyph..<(glyph + cluster.glyphs)))
            glyph += cluster.glyphs
            byte = run.isRightToLeft ? start : end
        }
        guard glyph == run.glyphs.count, byte == (run.isRightToLeft ? 0 : bytes.count) else { return nil }
        return result
    }

    /// U+200F, which has a direction and no glyph.
    private static let rightToLeftMark: Unicode.Scalar = "\u{200F}"

    private static func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.count { $0 & 0xC0 != 0x80 }
    }
}
