internal import Fonts
internal import HarfBuzz
internal import Hyphenation
internal import ICU

/// Where the words of a text may be parted with a hyphen.
struct WordParting {
    let text: ShapedText
    let hyphenator: Hyphenator?

    /// The sign at the end of a line whose word goes on, as far as the font there has it.
    func hyphen(_ piece: ShapedPiece) -> UInt16 {
        let wanted = hyphenator?.hyphen(language: text.language) ?? "\u{2010}"
        for scalar in [wanted, "\u{2010}", "-"] where scalar.value < 0x10000 && piece.font.face.covers(scalar) {
            return UInt16(scalar.value)
        }
        return 0x2D
    }

    /// How wide the hyphen is at a code unit, in ems.
    func hyphenWidth(_ offset: Int) -> Double {
        guard let piece = text.pieces.first(where: { $0.range.contains(offset - 1) }) else { return 0 }
        let shaped = piece.font.face.shape(
            [hyphen(piece)], range: 0..<1, script: Script.latin.code, language: text.language, isRightToLeft: false)
        return Double(shaped.reduce(0) { $0 + $1.advance }) / Double(piece.font.face.unitsPerEm)
    }

    /// The text's own places and those inside its words that patterns give, in order. A word with a soft hyphen of its own is parted there alone.
    func opportunities() -> [BreakOpportunity] {
        // A base is not parted from its reading.
        guard let hyphenator, text.ruby == nil else { return text.opportunities }
        var found = text.opportunities
        for word in words() where !text.units[word].contains(ShapedText.softHyphen) {
            for offset in hyphenator.breaks(in: Array(text.units[word]), language: text.language) {
                found.append(BreakOpportunity(offset: word.lowerBound + offset, quality: .hyphen))
            }
        }
        guard found.count > text.opportunities.count else { return found }
        var seen: Set<Int> = []
        // Where both have a place, the text's own comes first and stays.
        return found.filter { seen.insert($0.offset).inserted }.sorted { $0.offset < $1.offset }
    }

    /// Stretches of letters, with their marks, joiners and soft hyphens.
    private func words() -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        var at = 0
        for scalar in String(decoding: text.units, as: UTF16.self).unicodeScalars {
            if WordParting.isLetter(scalar) {
                if start == nil { start = at }
            } else if let open = start {
                words.append(open..<at)
                start = nil
            }
            at += scalar.value > 0xFFFF ? 2 : 1
        }
        if let start, at <= text.units.count { words.append(start..<at) }
        return words
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200C, 0x200D: true
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .spacingMark, .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter,
                .modifierLetter:
                true
            default: false
            }
        }
    }
}
