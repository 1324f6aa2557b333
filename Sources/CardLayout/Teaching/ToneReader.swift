internal import ICU

/// Reads the tones of syllables as a language writes them. What does not tell for certain has no tones.
enum ToneReader {
    /// The syllables of a pronunciation, in pieces that add up to it: pinyin with marks or numbers, zhuyin, jyutping, and Thai or Lao in Latin
    /// letters with the marks of tones alone. Empty where it tells no tones.
    static func syllables(ofReading reading: String, language: String) -> [ToneSyllable] {
        let letters = reading.map(ToneLetter.init)
        let found: [ToneSyllable]
        switch Self.language(language) {
        case "zh" where letters.contains(where: \.isZhuyin): found = zhuyin(letters)
        case "zh" where letters.contains { $0.digit != nil }: found = numbered(letters, neutral: 5)
        case "zh": found = pinyin(letters)
        case "yue": found = numbered(letters, neutral: nil)
        case "th", "lo": found = thai(letters)
        default: found = []
        }
        return found.contains { $0.tone != nil } ? found : []
    }

    /// The syllables of a text that writes its tones itself, as Vietnamese does; empty for any other.
    static func syllables(ofText text: String, language: String) -> [ToneSyllable] {
        guard Self.language(language) == "vi" else { return [] }
        let letters = text.map(ToneLetter.init)
        guard letters.allSatisfy({ $0.isLatin || !$0.isLetter }) else { return [] }
        // ngang, huyền, sắc, hỏi, ngã, nặng
        let tones: [Unicode.Scalar: Tone] = [
            "\u{300}": .second, "\u{301}": .third, "\u{309}": .fourth, "\u{303}": .fifth, "\u{323}": .sixth,
        ]
        return words(letters).map { word in
            let found = word.flatMap(\.marks).compactMap { tones[$0] }
            return ToneSyllable(word, word.contains(where: \.isLetter) && found.count < 2 ? found.first ?? .first : nil)
        }
    }

    private static func language(_ tag: String) -> String {
        let parts = tag.lowercased().split(separator: "-")
        if parts.contains("yue") { return "yue" }
        let first = parts.first.map(String.init) ?? ""
        return first == "cmn" ? "zh" : first
    }

    /// Letters, each group with the signs and spaces behind it; what stands before the first letter is part of the first group.
    private static func words(_ letters: [ToneLetter]) -> [[ToneLetter]] {
        pieces(letters) { before, at in at > 0 && !letters[at - 1].isLetter && letters[at].isLetter && before }
    }

    /// Cut before each place that `begins` says, told whether a letter came before.
    private static func pieces(_ letters: [ToneLetter], _ begins: (Bool, Int) -> Bool) -> [[ToneLetter]] {
        var pieces: [[ToneLetter]] = []
        var hasLetter = false
        for (at, letter) in letters.enumerated() {
            let isNew = begins(hasLetter, at)
            if isNew || pieces.isEmpty { pieces.append([]) }
            pieces[pieces.count - 1].append(letter)
            hasLetter = hasLetter || letter.isLetter
        }
        return pieces
    }

    private static let pinyinTones: [Unicode.Scalar: Tone] = [
        "\u{304}": .first, "\u{301}": .second, "\u{30C}": .third, "\u{300}": .fourth,
    ]

    /// Pinyin with marks: a consonant right before a vowel begins a syllable, which is why xī’ān has an apostrophe (GB/T 16159, 5.6).
    /// Empty without any mark: then nothing says that a syllable is light.
    private static func pinyin(_ letters: [ToneLetter]) -> [ToneSyllable] {
        guard letters.allSatisfy({ $0.isLatin || !$0.isLetter }),
            letters.contains(where: { $0.isVowel && $0.marks.contains { pinyinTones[$0] != nil } })
        else { return [] }
        var hasVowel = false
        let syllables = pieces(letters) { hasLetter, at in
            let letter = letters[at]
            let isStart = at == 0 || !letters[at - 1].isLetter
            let begins = letter.isLetter && hasLetter && (isStart || (hasVowel && isOnset(letters, at)))
            if begins || isStart { hasVowel = false }
            if letter.isVowel { hasVowel = true }
            return begins
        }
        return syllables.map { syllable in
            let tones = syllable.flatMap(\.marks).compactMap { pinyinTones[$0] }
            let tone = syllable.contains(where: \.isLetter) && tones.count < 2 ? tones.first ?? .neutral : nil
            return ToneSyllable(syllable, tone)
        }
    }

    private static func isOnset(_ letters: [ToneLetter], _ at: Int) -> Bool {
        guard !letters[at].isVowel, at + 1 < letters.count else { return false }
        if letters[at + 1].isVowel { return true }
        return letters[at + 1].base == "h" && "zcs".unicodeScalars.contains(letters[at].base) && at + 2 < letters.count
            && letters[at + 2].isVowel
    }

    /// Syllables that end with the number of their tone.
    ///
    /// - Parameter neutral: The number of the light tone, which 0 stands for too.
    private static func numbered(_ letters: [ToneLetter], neutral: Int?) -> [ToneSyllable] {
        pieces(letters) { hasLetter, at in
            hasLetter && letters[at].isLetter && (at == 0 || !letters[at - 1].isLetter)
        }.map { syllable in
            let digits = syllable.compactMap(\.digit)
            guard digits.count == 1, let digit = digits.first, syllable.contains(where: \.isLetter) else {
                return ToneSyllable(syllable, nil)
            }
            if neutral != nil, digit == neutral || digit == 0 { return ToneSyllable(syllable, .neutral) }
            return ToneSyllable(syllable, digit > 0 ? Tone(rawValue: digit) : nil)
        }
    }

    private static func zhuyin(_ letters: [ToneLetter]) -> [ToneSyllable] {
        let tones: [Unicode.Scalar: Tone] = [
            "\u{02C9}": .first, "\u{02CA}": .second, "\u{02C7}": .third, "\u{02CB}": .fourth, "\u{02D9}": .neutral,
        ]
        // The light tone's dot stands before its syllable or behind it.
        return pieces(letters) { _, at in
            guard at > 0 else { return false }
            let (before, here) = (letters[at - 1], letters[at])
            if here.isZhuyin { return !before.isZhuyin && before.base != "\u{02D9}" }
            return here.base == "\u{02D9}" && !before.isZhuyin
        }.map { syllable in
            let found = syllable.compactMap { tones[$0.base] }
            return ToneSyllable(
                syllable, syllable.contains(where: \.isZhuyin) && found.count < 2 ? found.first ?? .first : nil)
        }
    }

    /// Thai and Lao: mid, low, falling, high, rising, as their schools count. Romanisations that use other marks, or marks on consonants,
    /// tell something else by them.
    private static func thai(_ letters: [ToneLetter]) -> [ToneSyllable] {
        let tones: [Unicode.Scalar: Tone] = [
            "\u{300}": .second, "\u{302}": .third, "\u{301}": .fourth, "\u{30C}": .fifth,
        ]
        guard letters.allSatisfy({ $0.isLatin || !$0.isLetter }), letters.contains(where: { !$0.marks.isEmpty }),
            letters.allSatisfy({ letter in letter.marks.allSatisfy { letter.isVowel && tones[$0] != nil } })
        else { return [] }
        return words(letters).map { word in
            let found = word.flatMap(\.marks).compactMap { tones[$0] }
            let vowels = zip(word, word.dropFirst()).count { !$0.isVowel && $1.isVowel } + (word[0].isVowel ? 1 : 0)
            return ToneSyllable(word, vowels == 1 && found.count < 2 ? found.first ?? .first : nil)
        }
    }
}

extension ToneSyllable {
    fileprivate init(_ letters: [ToneLetter], _ tone: Tone?) {
        self.init(text: String(letters.map(\.character)), tone: tone)
    }
}

/// A character as tones are read from it.
private struct ToneLetter {
    let character: Character
    /// Small, without its marks.
    let base: Unicode.Scalar
    let marks: [Unicode.Scalar]

    init(_ character: Character) {
        self.character = character
        let scalars = Array(UnicodeText.nfd(String(character).lowercased()).unicodeScalars)
        base = scalars.first ?? " "
        marks = scalars.dropFirst().filter { $0.properties.generalCategory == .nonspacingMark }
    }

    var isLetter: Bool { base.properties.isAlphabetic }
    var isLatin: Bool { UnicodeText.script(of: base) == .latin }
    /// v stands for ü where that cannot be typed.
    var isVowel: Bool { "aeiouvɛɔəʉɨʌɯɤœæ".unicodeScalars.contains(base) }
    var isZhuyin: Bool { (0x3100...0x312F).contains(base.value) || (0x31A0...0x31BF).contains(base.value) }
    var digit: Int? { ("0"..."9").contains(base) ? Int(base.value) - 0x30 : nil }
}
