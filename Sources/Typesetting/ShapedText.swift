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
    /// The script and the language that each piece was shaped as.
    let scripts: [Script]
    let languages: [String]
    /// Where lines may end, in order, the text's end not among them.
    let opportunities: [BreakOpportunity]
    /// The pen's way up to each code unit, set in one line; one more than there are code units.
    let positions: [Double]
    /// How far every line reaches above and below its baseline.
    let ascent: Double
    let descent: Double
    let missing: [MissingCharacter]
    /// Readings at the text, nil where it has none.
    let ruby: Ruby?
    /// The order of columns, nil where lines are horizontal.
    let columns: ColumnOrder?

    init(
        _ text: String, ruby segments: [RubySegment] = [], language: String, weight: FontWeight,
        writing: WritingMode = .horizontal, fonts: FontBook
    ) {
        let units = ShapedText.prepared(text)
        self.units = units
        self.language = language
        let tag = SettingLanguage.withoutExtensions(language)
        let parsed = Language(tag)
        let analysis = TextAnalysis(units, tag: tag)
        isRightToLeft = analysis.isRightToLeft
        let columns = writing == .vertical ? ColumnOrder(parsed) : nil
        self.columns = columns
        let stretches = columns == .rightToLeft ? PieceOrientation.stretches(units) : []
        let spans = Ruby.annotations(segments, in: units)
        opportunities = analysis.opportunities.filter { place in
            !spans.contains { $0.range.lowerBound < place.offset && place.offset < $0.range.upperBound }
        }
        let setting = SettingLanguage(tag: tag, parsed: parsed, scripts: analysis.scripts)
        var itemizer = Itemizer(
            units: units, graphemes: analysis.graphemes, levels: analysis.levels, scripts: analysis.scripts,
            language: setting, weight: weight, fonts: fonts,
            cuts: Set(
                (spans.map(\.range) + stretches.map(\.range)).flatMap { [$0.lowerBound, $0.upperBound] }))
        let items = itemizer.items()
        var missing = itemizer.missing
        var pieces: [ShapedPiece] = []
        pieces.reserveCapacity(items.count)
        var stretch = 0
        for item in items {
            while stretch < stretches.count, stretches[stretch].range.upperBound <= item.range.lowerBound {
                stretch += 1
            }
            let orientation = stretch < stretches.count ? stretches[stretch].orientation : .along
            let shaped = item.font.face.shape(
                units, range: item.range, script: item.script.code, language: setting.tag(for: item.script),
                isRightToLeft: item.level % 2 == 1, isVertical: orientation == .upright)
            let piece = ShapedPiece(
                shaped, range: item.range, units: units, font: item.font, level: item.level, orientation: orientation)
            for glyph in shaped where glyph.id == 0 {
                missing.note(
                    String(decoding: units[glyph.cluster..<item.range.upperBound], as: UTF16.self).unicodeScalars.first)
            }
            pieces.append(piece)
        }
        let itemScripts = items.map(\.script)
        let ruby =
            spans.isEmpty
            ? nil
            : Ruby(
                spans, pieces: &pieces, scripts: itemScripts, units: units, language: language,
                writing: columns == .rightToLeft ? .vertical : .horizontal, fonts: fonts)
        for reading in ruby?.texts ?? [] { for character in reading.missing { missing.note(character.scalar) } }
        self.ruby = ruby
        self.pieces = pieces
        self.missing = missing.found
        scripts = itemScripts
        languages = items.map { setting.tag(for: $0.script) }
        positions = ShapedText.positions(pieces, count: units.count)
        var (ascent, descent) = (0.0, 0.0)
        for (piece, item) in zip(pieces, items) {
            let box = LineBox(piece.font, script: item.script, ink: piece.ink)
            (ascent, descent) = (max(ascent, box.ascent), max(descent, box.descent))
        }
        self.ascent = max(ascent, ruby?.top ?? 0)
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
