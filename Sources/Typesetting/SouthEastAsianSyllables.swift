/// Where the written syllables of a Thai, Lao or Khmer word begin.
///
/// A vowel makes a syllable with the consonant that carries it; a consonant without one closes the syllable before it, and two of them
/// alone make one between them. What only a dictionary of syllables tells (ตลาด is said ta-lat) is not known.
struct SouthEastAsianSyllables {
    private enum Kind {
        /// Stands before the consonant that it is said after.
        case vowelBefore
        case vowelAfter
        /// A consonant that carries a vowel or a tone mark.
        case carrier
        case bare
    }

    private let kinds: [Kind]
    private let consonants: [Unicode.Scalar]

    /// - Parameter letters: What a reader takes for one character, in order.
    init(_ letters: [[Unicode.Scalar]]) {
        consonants = letters.map { $0.first ?? " " }
        kinds = letters.map { scalars in
            switch scalars.first?.value ?? 0 {
            case 0x0E40...0x0E44, 0x0EC0...0x0EC4: .vowelBefore
            case 0x0E30, 0x0E32, 0x0E45, 0x0EB0, 0x0EB2: .vowelAfter
            // The sign of letters that are not said (thanthakhat, toandakhiat) makes no carrier.
            default: scalars.dropFirst().contains { $0 != "\u{0E4C}" && $0 != "\u{17CD}" } ? .carrier : .bare
            }
        }
    }

    /// The letters that begin a syllable, the first among them.
    var starts: [Int] {
        var starts: [Int] = []
        var at = 0
        while at < kinds.count {
            starts.append(at)
            if kinds[at] == .vowelBefore { at += 1 }
            let onset = at
            at += onsetLength(at)
            while at < kinds.count, kinds[at] == .vowelAfter { at += 1 }
            let hasVowel = onset > (starts.last ?? 0) || kinds[onset..<min(at, kinds.count)].contains { $0 != .bare }
            at = codaEnd(from: at, hasVowel: hasVowel)
        }
        return starts
    }

    /// How many letters the consonants before a vowel take.
    private func onsetLength(_ at: Int) -> Int {
        guard at + 1 < kinds.count, kinds[at] == .bare else { return min(1, kinds.count - at) }
        let isVowelNext = kinds[at + 1] == .carrier || (at + 2 < kinds.count && kinds[at + 2] == .vowelAfter)
        return isVowelNext && isCluster(at) ? 2 : 1
    }

    private func isCluster(_ at: Int) -> Bool {
        let (first, second) = (consonants[at], consonants[at + 1])
        if "หຫ".unicodeScalars.contains(first) { return "งญนมยรลวງຍນມຣລວ".unicodeScalars.contains(second) }
        return "กขคตปผพກຂຄຕປຜພ".unicodeScalars.contains(first) && "รลวຣລວ".unicodeScalars.contains(second)
    }

    /// Where the consonants that close a syllable end.
    private func codaEnd(from start: Int, hasVowel: Bool) -> Int {
        var end = start
        while end < kinds.count, kinds[end] == .bare { end += 1 }
        // The last of them begins the next syllable where a vowel follows it.
        if end < kinds.count, kinds[end] == .vowelAfter { end -= 1 }
        if end < kinds.count, end > start, kinds[end] == .carrier, isCluster(end - 1) { end -= 1 }
        let count = max(0, end - start)
        guard count > 0 else { return start }
        // Two bare consonants are a syllable, so that of three the first is one.
        if !hasVowel { return start + count % 2 }
        // ว, อ and ย are the second half of a vowel there.
        let isGlide = "วอยວອຽ".unicodeScalars.contains(consonants[start])
        return start + min(count, isGlide ? 2 : 1)
    }
}
