internal import Fonts
internal import HarfBuzz
internal import ICU

/// A text analysed and shaped once for all sizes. Offsets count UTF-16 code units; lengths are in ems.
final class ShapedText: Sendable {
    let units: [UInt16]
    let language: String
    let isRightToLeft: Bool
    /// In logical order; together they cover the text.
    let pieces: [ShapedPiece]
    /// The script that each piece was shaped as.
    let scripts: [Script]
    /// Where lines may end, in order, the text's end not among them.
    let opportunities: [BreakOpportunity]
    /// The pen's way up to each code unit, set in one line; one more than there are code units.
    let positions: [Double]
    /// How far every line reaches above and below its baseline.
    let ascent: Double
    let descent: Double
    let missing: [MissingCharacter]

    init(_ text: String, language: String, weight: FontWeight, fonts: FontBook) {
        let units = ShapedText.prepared(text)
        self.units = units
        self.language = language
        let analysis = TextAnalysis(units, tag: language)
        isRightToLeft = analysis.isRightToLeft
        opportunities = analysis.opportunities
        var itemizer = Itemizer(
            units: units, graphemes: analysis.graphemes, levels: analysis.levels, scripts: analysis.scripts,
            language: language, weight: weight, fonts: fonts)
        let items = itemizer.items()
        var missing = itemizer.missing
        var pieces: [ShapedPiece] = []
        pieces.reserveCapacity(items.count)
        for item in items {
            let shaped = item.font.face.shape(
                units, range: item.range, script: item.script.code, language: language,
                isRightToLeft: item.level % 2 == 1)
            let piece = ShapedPiece(shaped, range: item.range, units: units, font: item.font, level: item.level)
            for glyph in shaped where glyph.id == 0 {
                missing.note(
                    String(decoding: units[glyph.cluster..<item.range.upperBound], as: UTF16.self).unicodeScalars.first)
            }
            pieces.append(piece)
        }
        self.pieces = pieces
        self.missing = missing.found
        scripts = items.map(\.script)
        positions = ShapedText.positions(pieces, count: units.count)
        var (ascent, descent) = (0.0, 0.0)
        for (piece, item) in zip(pieces, items) {
            let box = LineBox(piece.font, script: item.script, ink: piece.ink)
            (ascent, descent) = (max(ascent, box.ascent), max(descent, box.descent))
        }
        self.ascent = ascent
        self.descent = descent
    }

    /// NFC, with every kind of white space that breaks words as a plain space, none at the ends.
    private static func prepared(_ text: String) -> [UInt16] {
        var units = Array(UnicodeText.nfc(text).utf16)
        for index in units.indices {
            switch units[index] {
            case 0x09...0x0D, 0x85, 0x2028, 0x2029: units[index] = 0x20
            default: continue
            }
        }
        let end = units.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? 0
        let start = units.firstIndex { !isSpace($0) } ?? 0
        return start == 0 && end == units.count ? units : Array(units[min(start, end)..<end])
    }

    /// Whether a code unit is a space that parts words; those that hold words together (U+00A0, U+202F) are none.
    static func isSpace(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x20, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: true
        default: false
        }
    }

    static let softHyphen: UInt16 = 0xAD

    private static func positions(_ pieces: [ShapedPiece], count: Int) -> [Double] {
        var positions = [Double](repeating: 0, count: count + 1)
        for piece in pieces {
            let scale = 1 / Double(piece.font.face.unitsPerEm)
            for extent in piece.extents where extent.start < count {
                positions[extent.start + 1] += Double(extent.advance) * scale
            }
        }
        for index in 0..<count { positions[index + 1] += positions[index] }
        return positions
    }

    /// The end of a line's letters: where the spaces before its end begin.
    func contentEnd(_ range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, ShapedText.isSpace(units[end - 1]) { end -= 1 }
        return end
    }
}

/// Characters that no font has, each once, in order.
struct MissingCharacters {
    private(set) var found: [MissingCharacter] = []
    private var known: Set<Unicode.Scalar> = []

    mutating func note(_ scalar: Unicode.Scalar?) {
        guard let scalar, known.insert(scalar).inserted else { return }
        found.append(MissingCharacter(scalar: scalar))
    }
}
