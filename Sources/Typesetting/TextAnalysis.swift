package import ICU

/// What Unicode's algorithms say of a text, before any font is asked. Offsets count UTF-16 code units.
package struct TextAnalysis: Sendable {
    package let units: [UInt16]
    package let isRightToLeft: Bool
    /// Whether what a reader takes for one character can begin at each code unit (UAX #29).
    package let graphemes: [Bool]
    /// The embedding level of each code unit (UAX #9), the same for all of a grapheme cluster: a mark is never torn from its letter.
    package let levels: [UInt8]
    /// The script that each code unit is set as (UAX #24).
    package let scripts: [Script]
    /// Where lines may end, in order, the text's end not among them (UAX #14).
    package let opportunities: [BreakOpportunity]

    /// The analysis of a text as it is, neither normalised nor trimmed.
    ///
    /// - Parameters:
    ///   - tag: BCP 47 tag of the text's language.
    ///   - isRightToLeft: The paragraph's direction; without it that of the language, unless the text has none of its letters but some of
    ///     the other direction.
    package init(_ units: [UInt16], tag: String, isRightToLeft: Bool? = nil) {
        let language = Language(tag)
        self.units = units
        self.isRightToLeft = isRightToLeft ?? TextAnalysis.direction(units, language)
        graphemes = UnicodeText.graphemeBoundaries(units)
        var levels = UnicodeText.bidiLevels(units, isRightToLeft: self.isRightToLeft)
        for at in levels.indices.dropFirst() where !graphemes[at] { levels[at] = levels[at - 1] }
        self.levels = levels
        scripts = UnicodeText.scripts(units, fallback: language.scripts.first ?? .latin)
        opportunities = BreakOpportunity.all(units, graphemes: graphemes, language: language, tag: tag)
    }

    private static func direction(_ units: [UInt16], _ language: Language) -> Bool {
        let isRightToLeft = language.scripts.first?.isRightToLeft ?? false
        // Nothing below U+0590 is written from right to left.
        if !isRightToLeft, units.allSatisfy({ $0 < 0x0590 }) { return false }
        let found = UnicodeText.strongDirections(units)
        return found.leftToRight == found.rightToLeft ? isRightToLeft : found.rightToLeft
    }

    /// The order from left to right of things that stand in a line, by their embedding levels (UAX #9, rule L2).
    package static func visualOrder(_ levels: [UInt8]) -> [Int] {
        var order = Array(levels.indices)
        guard let highest = levels.max(), highest > 0 else { return order }
        for level in stride(from: highest, through: 1, by: -1) {
            var start = 0
            while start < order.count {
                guard levels[order[start]] >= level else {
                    start += 1
                    continue
                }
                var end = start
                while end < order.count, levels[order[end]] >= level { end += 1 }
                order[start..<end].reverse()
                start = end
            }
        }
        return order
    }
}
