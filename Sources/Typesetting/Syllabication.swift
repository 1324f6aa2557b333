internal import Hyphenation
internal import ICU

/// Cuts a text into syllables, for those who learn to read: spoken ones in alphabets, where the language's vowels or patterns tell them; blocks
/// of hangul, morae of kana, single ideographs; written syllables (aksharas) in the scripts of India and South-East Asia.
///
/// Never cuts what a reader takes for one character, nor a conjunct. The letters of Arabic and Hebrew do not tell.
struct Syllabication {
    /// How the syllables of a script are told.
    private enum Way: Equatable {
        case alphabetic, one, kana, akshara, tamil, burmese, southEastAsian, tibetan, unknown
        /// Signs and spaces, which stay with what is before them.
        case none
    }

    /// What a reader takes for one character, conjuncts included.
    private struct Letter {
        var range: Range<Int>
        var scalars: [Unicode.Scalar]
        var way: Way
    }

    private let units: [UInt16]
    private let letters: [Letter]
    private let language: String
    private let hyphenator: Hyphenator?

    init(_ text: String, language: String, hyphenator: Hyphenator?) {
        self.language = language
        self.hyphenator = hyphenator
        units = Array(UnicodeText.nfc(text).utf16)
        let starts = UnicodeText.graphemeBoundaries(units)
        var letters: [Letter] = []
        var start = 0
        for end in 1...max(1, units.count) where end <= units.count && (end == units.count || starts[end]) {
            let scalars = Array(String(decoding: units[start..<end], as: UTF16.self).unicodeScalars)
            if let last = letters.last, last.way == .akshara || last.way == .southEastAsian || last.way == .burmese,
                Syllabication.joinsNext(last.scalars) || scalars[0].properties.generalCategory == .spacingMark,
                Syllabication.way(of: scalars[0]) == last.way
            {
                letters[letters.count - 1].range = last.range.lowerBound..<end
                letters[letters.count - 1].scalars += scalars
            } else {
                letters.append(Letter(range: start..<end, scalars: scalars, way: Syllabication.way(of: scalars[0])))
            }
            start = end
        }
        self.letters = letters
    }

    /// The syllables; they add up to the text in NFC. What stands before the first letter is part of the first. Empty where a word's are not known.
    func syllables() -> [String] {
        var starts: [Int] = []
        var first = 0
        while first < letters.count {
            var end = first + 1
            while end < letters.count, letters[end].way == letters[first].way { end += 1 }
            guard let found = begins(first..<end, letters[first].way) else { return [] }
            starts += found
            first = end
        }
        guard !starts.isEmpty else { return [] }
        let edges = [0] + starts.dropFirst().map { letters[$0].range.lowerBound } + [units.count]
        return zip(edges, edges.dropFirst()).map { String(decoding: units[$0..<$1], as: UTF16.self) }
    }

    /// Which letters of a stretch of one way begin a syllable; nil where that is not known.
    private func begins(_ stretch: Range<Int>, _ way: Way) -> [Int]? {
        let first = stretch.lowerBound
        switch way {
        case .none: return []
        case .unknown: return nil
        case .one: return Array(stretch)
        case .kana: return stretch.filter { $0 == first || !Syllabication.isSmallKana(letters[$0].scalars[0]) }
        case .akshara, .tamil:
            // A consonant without its vowel closes the syllable before it: at the end of a word, in Tamil everywhere.
            return stretch.filter {
                let isDead = letters[$0].scalars.last.map(Syllabication.isVirama) ?? false
                return $0 == first || !isDead || (way == .akshara && $0 + 1 < stretch.upperBound)
            }
        case .burmese:
            // Asat right behind a consonant takes its vowel away.
            return stretch.filter { index in
                index == first || !letters[index].scalars.dropFirst().prefix(2).contains("\u{103A}")
                    || letters[index].scalars.contains { (0x102B...0x1035).contains($0.value) }
            }
        case .tibetan:
            return stretch.filter { $0 == first || (0x0F0B...0x0F0C).contains(letters[$0 - 1].scalars[0].value) }
        case .southEastAsian:
            return words(stretch).flatMap { word in
                SouthEastAsianSyllables(word.map { letters[$0].scalars }).starts.map { word.lowerBound + $0 }
            }
        case .alphabetic:
            let range = letters[first].range.lowerBound..<letters[stretch.upperBound - 1].range.upperBound
            guard let breaks = hyphenator?.syllableBreaks(in: Array(units[range]), language: language) else {
                return nil
            }
            let starts = stretch.filter {
                $0 == first || breaks.contains(letters[$0].range.lowerBound - range.lowerBound)
            }
            if language == "en" || language.hasPrefix("en-"), !haveOneVowelEach(starts, in: stretch) { return nil }
            return isAfterApostrophe(first) ? Array(starts.dropFirst()) : starts
        }
    }

    /// Whether each part of an English word has one group of vowels: its patterns part few words at all their syllables.
    private func haveOneVowelEach(_ starts: [Int], in stretch: Range<Int>) -> Bool {
        let ends = starts.dropFirst() + [stretch.upperBound]
        return zip(starts, ends).allSatisfy { start, end in
            let vowels = (start..<end).map { index in
                letters[index].scalars.first.map { "aeiouyAEIOUY".unicodeScalars.contains($0) } ?? false
            }
            var groups = vowels.indices.count { vowels[$0] && ($0 == 0 || !vowels[$0 - 1]) }
            // A last e after a consonant is silent.
            if groups > 1, let last = letters[end - 1].scalars.first, last == "e" || last == "E",
                vowels.count > 1, !vowels[vowels.count - 2]
            {
                groups -= 1
            }
            return groups == 1
        }
    }

    /// What an apostrophe has cut off is said with the word: `l’eau`.
    private func isAfterApostrophe(_ index: Int) -> Bool {
        index > 1 && ["'", "\u{2019}"].contains(letters[index - 1].scalars[0]) && letters[index - 2].way != .none
    }

    /// The dictionary words of a stretch.
    private func words(_ stretch: Range<Int>) -> [Range<Int>] {
        let range = letters[stretch.lowerBound].range.lowerBound..<letters[stretch.upperBound - 1].range.upperBound
        let starts = UnicodeText.wordBoundaries(Array(units[range]), language: language)
        let edges = stretch.dropFirst().filter { starts[letters[$0].range.lowerBound - range.lowerBound] }
        return zip([stretch.lowerBound] + edges, edges + [stretch.upperBound]).map { $0..<$1 }
    }

    private static func way(of scalar: Unicode.Scalar) -> Way {
        let isLetter = scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
        guard isLetter || scalar.value == 0x30FC || (0x0F0B...0x0F0C).contains(scalar.value) else { return .none }
        switch UnicodeText.script(of: scalar).description {
        case "Latn", "Cyrl", "Grek", "Armn", "Geor": return .alphabetic
        case "Hang", "Hani", "Bopo", "Ethi", "Cher", "Cans", "Vaii", "Yiii": return .one
        case "Hira", "Kana": return .kana
        case "Deva", "Beng", "Guru", "Gujr", "Orya", "Telu", "Knda", "Mlym", "Sinh": return .akshara
        case "Taml": return .tamil
        case "Mymr": return .burmese
        case "Thai", "Laoo", "Khmr": return .southEastAsian
        case "Tibt": return .tibetan
        default: return scalar.value == 0x30FC ? .kana : .unknown
        }
    }

    /// Whether a consonant has lost its vowel to the next one: it ends in a virama, a coeng or the like, and joiners.
    private static func joinsNext(_ scalars: [Unicode.Scalar]) -> Bool {
        // Burmese stacks with U+1039; U+103A only takes the vowel.
        guard let last = scalars.last(where: { $0 != "\u{200D}" }) else { return false }
        return isVirama(last) && last != "\u{103A}"
    }

    /// Canonical combining class 9 (UAX #44).
    private static func isVirama(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.canonicalCombiningClass == .virama
    }

    /// Small kana that are said with the one before them. Small tsu is a mora of its own (っ, ッ), as the long mark is.
    private static func isSmallKana(_ scalar: Unicode.Scalar) -> Bool {
        "ぁぃぅぇぉゃゅょゎァィゥェォャュョヮ".unicodeScalars.contains(scalar)
    }
}

extension Typesetter {
    /// The syllables of a text, for those who learn to read; they add up to the text in NFC. Empty where nothing tells them apart.
    public func syllables(of text: String, language: String) -> [String] {
        Syllabication(text, language: SettingLanguage.withoutExtensions(language), hyphenator: hyphenator).syllables()
    }
}
