/// How words of a language fall into spoken syllables, told by its vowels: each has one, or two that are said as one sound.
struct VowelRule: Sendable {
    var vowels: Set<Unicode.Scalar>
    /// Pairs of vowels that are one sound.
    var together: Set<[Unicode.Scalar]> = []
    /// Consonants of which more than the last go with the vowel after them.
    var onsets: Set<[Unicode.Scalar]> = []
    /// Whether all consonants go with the vowel after them.
    var isOpen = false

    /// The letters of a word, in small letters, before which a syllable begins, the first aside.
    func breaks(in word: [Unicode.Scalar]) -> [Int] {
        var nuclei: [Range<Int>] = []
        var at = 0
        while at < word.count {
            guard vowels.contains(word[at]) else {
                at += 1
                continue
            }
            let isPair = at + 1 < word.count && together.contains([word[at], word[at + 1]])
            nuclei.append(at..<at + (isPair ? 2 : 1))
            at += isPair ? 2 : 1
        }
        return zip(nuclei, nuclei.dropFirst()).map { previous, next in
            let consonants = word[previous.upperBound..<next.lowerBound]
            if isOpen || consonants.isEmpty { return previous.upperBound }
            let longest = (1...consonants.count).last { $0 == 1 || onsets.contains(Array(consonants.suffix($0))) } ?? 1
            return next.lowerBound - longest
        }
    }
}
