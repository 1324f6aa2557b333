internal import ICU

/// A place where a line may end.
package struct BreakOpportunity: Sendable {
    /// How good the place is; a worse one is taken only where the better ones do not do.
    package enum Quality: Int, Sendable, Comparable {
        /// After a space, a hyphen, a punctuation mark; between the words of a long stretch without any.
        case word
        /// Between the words of a short stretch that is written without spaces, such as a Thai compound.
        case part
        /// Inside a word, with a hyphen: where the text has a soft one, or where the patterns of its language part it.
        case hyphen
        /// Wherever the language allows it.
        case character

        package static func < (left: Quality, right: Quality) -> Bool { left.rawValue < right.rawValue }
    }

    /// Code unit before which the next line begins.
    package var offset: Int
    package var quality: Quality

    /// Stretches without spaces up to this many grapheme clusters are taken for one word: dictionaries cut compounds such as แอป|เปิ้ล.
    private static let longestWord = 10

    /// All places in a text, in order.
    static func all(_ units: [UInt16], graphemes: [Bool], language: Language, tag: String) -> [BreakOpportunity] {
        guard units.count > 1 else { return [] }
        let allowed = UnicodeText.lineBreaks(units, language: tag, style: .strict)
        guard allowed.contains(true) else { return [] }
        let inner = Inner(units, language: language, tag: tag)
        var found: [BreakOpportunity] = []
        for offset in units.indices where allowed[offset] && graphemes[offset] {
            found.append(BreakOpportunity(offset: offset, quality: inner.quality(offset)))
        }
        promoteLongStretches(&found, graphemes: graphemes)
        return found
    }

    private static func promoteLongStretches(_ found: inout [BreakOpportunity], graphemes: [Bool]) {
        var first = 0
        var start = 0
        func promote(_ range: Range<Int>, _ text: Range<Int>) {
            guard !range.isEmpty, graphemes[text].lazy.filter({ $0 }).count > longestWord else { return }
            for index in range where found[index].quality == .part { found[index].quality = .word }
        }
        for index in found.indices where found[index].quality == .word {
            promote(first..<index, start..<found[index].offset)
            first = index + 1
            start = found[index].offset
        }
        promote(first..<found.count, start..<graphemes.count)
    }

    /// Tells breaks inside a stretch of letters without spaces from the others.
    private struct Inner {
        let units: [UInt16]
        /// Breaks that keep words together, where the language is written without spaces.
        let words: [Bool]?
        let isChinese: Bool

        init(_ units: [UInt16], language: Language, tag: String) {
            self.units = units
            isChinese = ["Hans", "Hant"].contains(language.script)
            // Below U+0E00 there is no script that is written without spaces.
            if units.allSatisfy({ $0 < 0x0E00 }) {
                words = nil
            } else if isChinese {
                words = UnicodeText.wordBoundaries(units, language: tag)
            } else {
                words = UnicodeText.lineBreaks(units, language: tag, style: .phrase)
            }
        }

        func quality(_ offset: Int) -> Quality {
            if units[offset - 1] == ShapedText.softHyphen { return .hyphen }
            guard let words, let before = scalar(before: offset), let after = scalar(at: offset) else { return .word }
            guard
                before.properties.isAlphabetic || before.properties.generalCategory == .nonspacingMark
                    || before.properties.generalCategory == .spacingMark || before == "\u{0F0B}",
                after.properties.isAlphabetic
            else { return .word }
            if UnicodeText.script(of: after) == .hangul { return .character }
            if before.properties.isIdeographic || after.properties.isIdeographic || isKana(before) || isKana(after) {
                return words[offset] ? .part : .character
            }
            return .part
        }

        private func isKana(_ scalar: Unicode.Scalar) -> Bool { (0x3040...0x30FF).contains(scalar.value) }

        private func scalar(at offset: Int) -> Unicode.Scalar? {
            String(decoding: units[offset..<min(units.count, offset + 2)], as: UTF16.self).unicodeScalars.first
        }

        private func scalar(before offset: Int) -> Unicode.Scalar? {
            String(decoding: units[max(0, offset - 2)..<offset], as: UTF16.self).unicodeScalars.last
        }
    }
}
