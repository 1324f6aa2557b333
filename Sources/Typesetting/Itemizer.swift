internal import Fonts
internal import HarfBuzz
internal import ICU

/// Cuts a text into items: each a word, or a piece of one, of one direction, script and font.
struct Itemizer {
    struct Item {
        var range: Range<Int>
        var level: UInt8
        var script: Script
        var font: Font
    }

    let units: [UInt16]
    let graphemes: [Bool]
    let levels: [UInt8]
    let scripts: [Script]
    let language: SettingLanguage
    let weight: FontWeight
    let fonts: FontBook
    /// Code units where a new item begins besides.
    let cuts: Set<Int>
    var missing = MissingCharacters()

    init(
        units: [UInt16], graphemes: [Bool], levels: [UInt8], scripts: [Script], language: SettingLanguage,
        weight: FontWeight, fonts: FontBook, cuts: Set<Int> = []
    ) {
        self.units = units
        self.graphemes = graphemes
        self.levels = levels
        self.scripts = Itemizer.markingEmoji(scripts, units: units, graphemes: graphemes)
        self.language = language
        self.weight = weight
        self.fonts = fonts
        self.cuts = cuts
    }

    /// No item is longer: what shaping costs and holds stays bounded for a text without spaces.
    private static let longestItem = 2048
    /// No real cluster is longer (30 marks are the most that text is exchanged with, UAX #15, Stream-Safe Text Format); what shaping
    /// costs grows with the square of its length.
    private static let longestCluster = 64

    mutating func items() -> [Item] {
        var items: [Item] = []
        var start = 0
        while start < units.count {
            var end = start + 1
            var cluster = start
            while end < units.count, !isCut(end, from: start) {
                if graphemes[end] { cluster = end }
                // A surrogate pair stays whole.
                if end - cluster >= Itemizer.longestCluster, units[end] & 0xFC00 != 0xDC00 { break }
                end += 1
            }
            add(start..<end, to: &items)
            start = end
        }
        return items
    }

    /// Whether a new item has to begin at a code unit, fonts aside.
    private func isCut(_ at: Int, from start: Int) -> Bool {
        guard graphemes[at] else { return false }
        return levels[at] != levels[at - 1] || !Itemizer.belongTogether(scripts[at], scripts[at - 1])
            || (ShapedText.isSpace(units[at - 1]) && !ShapedText.isSpace(units[at]))
            || at - start >= Itemizer.longestItem || cuts.contains(at)
    }

    /// The scripts with ``ICU/Script/emoji`` where a cluster is shown as one.
    private static func markingEmoji(_ scripts: [Script], units: [UInt16], graphemes: [Bool]) -> [Script] {
        guard EmojiPresentation.mayOccur(in: units) else { return scripts }
        var scripts = scripts
        var start = 0
        while start < units.count {
            var end = start + 1
            while end < units.count, !graphemes[end] { end += 1 }
            let cluster = String(decoding: units[start..<end], as: UTF16.self).unicodeScalars
            if EmojiPresentation.isEmoji(cluster) {
                for unit in start..<end { scripts[unit] = .emoji }
            }
            start = end
        }
        return scripts
    }

    /// Ideographs and kana are set as one: a word such as 食べ物 is one piece of text.
    private static func belongTogether(_ one: Script, _ other: Script) -> Bool {
        one == other || (eastAsian.contains(one) && eastAsian.contains(other))
    }

    static let eastAsian: [Script] = [.han, .hiragana, .katakana, .bopomofo]

    private mutating func add(_ range: Range<Int>, to items: inout [Item]) {
        let script = scripts[range.lowerBound]
        let candidates = fonts.candidates(language: language.tag(for: script), script: script, weight: weight)
        var letters = range
        while letters.count > 0, ShapedText.isSpace(units[letters.upperBound - 1]) {
            letters = letters.lowerBound..<letters.upperBound - 1
        }
        func append(_ range: Range<Int>, _ font: Font) {
            items.append(Item(range: range, level: levels[range.lowerBound], script: script, font: font))
        }
        if !letters.isEmpty, let font = candidates.font(covering: scalars(letters), withLastResort: false) {
            if letters == range || font.face.covers(" ") {
                append(range, font)
            } else {
                append(letters, font)
                if let other = candidates.font(covering: [" "], withLastResort: true) {
                    append(letters.upperBound..<range.upperBound, other)
                }
            }
            return
        }
        let anchor = anchor(letters, candidates)
        var open: (range: Range<Int>, font: Font)?
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start + 1
            while end < range.upperBound, !graphemes[end] { end += 1 }
            let cluster = scalars(start..<end)
            if let font = font(for: cluster, candidates, after: open?.font ?? anchor) {
                if let known = open, known.font === font {
                    open = (known.range.lowerBound..<end, font)
                } else {
                    if let open { append(open.range, open.font) }
                    open = (start..<end, font)
                }
            }
            start = end
        }
        if let open { append(open.range, open.font) }
    }

    /// The font of the first letter, which signs before it, such as an opening bracket, are set in too.
    private func anchor(_ range: Range<Int>, _ candidates: FontCandidates) -> Font? {
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start + 1
            while end < range.upperBound, !graphemes[end] { end += 1 }
            let cluster = scalars(start..<end)
            if cluster.first?.properties.isAlphabetic == true {
                return candidates.font(covering: cluster, withLastResort: true)
            }
            start = end
        }
        return nil
    }

    /// The font for one grapheme cluster: signs and spaces stay in the font before them if it has them.
    private mutating func font(
        for cluster: [Unicode.Scalar], _ candidates: FontCandidates, after previous: Font?
    ) -> Font? {
        if let previous, let first = cluster.first, !first.properties.isAlphabetic,
            cluster.allSatisfy({ $0.properties.isDefaultIgnorableCodePoint || previous.face.covers($0) })
        {
            return previous
        }
        if let font = candidates.font(covering: cluster, withLastResort: true) { return font }
        // No font has all of it: the base's font shows what it can.
        let font =
            candidates.font(covering: cluster.prefix(1), withLastResort: true) ?? previous ?? candidates.first
        for scalar in cluster where !scalar.properties.isDefaultIgnorableCodePoint {
            if font?.face.covers(scalar) != true { missing.note(scalar) }
        }
        return font
    }

    private func scalars(_ range: Range<Int>) -> [Unicode.Scalar] {
        Array(String(decoding: units[range], as: UTF16.self).unicodeScalars)
    }
}
