internal import DeckModel
internal import DisplayList
internal import Typesetting

/// The colours of a word's parts, and of its readings. Empty where the word keeps its colour.
struct WordColoring {
    var text: [TextTint] = []
    /// By the pieces of the text that have a reading.
    var ruby: [[TextTint]] = []
    /// Of tones, where colours tell them.
    private var tones: Palette?
    private let language: String

    /// The colours by the first of some aids that has something to tell about the word.
    init(_ word: Word, by aids: [ColorAid], template: Template, typesetter: Typesetter) {
        language = word.language
        for aid in aids {
            switch aid {
            case .gender: colorGender(word, template.palette)
            case .article: colorArticle(word, template)
            case .tone: colorTones(word, template.palette)
            case .syllable: colorSyllables(word, template.palette, typesetter)
            }
            if !text.isEmpty || !ruby.isEmpty || tones != nil { return }
        }
    }

    private mutating func colorGender(_ word: Word, _ palette: Palette) {
        guard let gender = word.gender else { return }
        text = [TextTint(word.text, palette.color(of: gender))]
    }

    private mutating func colorArticle(_ word: Word, _ template: Template) {
        guard let gender = word.gender, let end = template.articleEnd(in: word.text, language: word.language) else {
            return
        }
        text = [
            TextTint(String(word.text[..<end]), template.palette.color(of: gender)),
            TextTint(String(word.text[end...]), nil),
        ]
    }

    private mutating func colorSyllables(_ word: Word, _ palette: Palette, _ typesetter: Typesetter) {
        let syllables = typesetter.syllables(of: word.text, language: word.language)
        text = syllables.enumerated().map { index, syllable in
            TextTint(syllable, index % 2 == 0 ? palette.syllable1 : palette.syllable2)
        }
    }

    private mutating func colorTones(_ word: Word, _ palette: Palette) {
        let written = ToneReader.syllables(ofText: word.text, language: language)
        guard written.isEmpty else {
            text = Self.tints(written, palette)
            return
        }
        let said = word.reading.map { ToneReader.syllables(ofReading: $0, language: language) } ?? []
        let annotated = word.ruby.map { run in
            (run, said: run.reading.map { ToneReader.syllables(ofReading: $0, language: language) })
        }
        let isAnnotated = annotated.contains { $0.said?.isEmpty == false }
        guard isAnnotated || !said.isEmpty else { return }
        tones = palette
        ruby = annotated.compactMap { $0.said.map { Self.tints($0, palette) } }
        text =
            isAnnotated
            ? annotated.flatMap { Self.tints(TonedText.syllables($0.0.base, $0.said ?? []), palette) }
            : Self.tints(TonedText.syllables(word.text, said), palette)
    }

    /// The colours of a pronunciation of the word.
    func tints(ofReading reading: String) -> [TextTint] {
        guard let tones else { return [] }
        return Self.tints(ToneReader.syllables(ofReading: reading, language: language), tones)
    }

    private static func tints(_ syllables: [ToneSyllable], _ palette: Palette) -> [TextTint] {
        syllables.map { TextTint($0.text, $0.tone?.color(in: palette)) }
    }
}

/// A text with the tones that its pronunciation tells.
enum TonedText {
    /// The pieces of a text with their tones: of one syllable all of it, else each ideograph where there are as many as syllables; without tones
    /// where that does not come out. They add up to the text.
    static func syllables(_ text: String, _ said: [ToneSyllable]) -> [ToneSyllable] {
        if said.count == 1 { return [ToneSyllable(text: text, tone: said[0].tone)] }
        let characters = Array(text)
        let ideographs = characters.indices.filter { isIdeograph(characters[$0]) }
        // 花儿 is said in one syllable, huār.
        let tails = ideographs.dropFirst().filter { characters[$0] == "儿" || characters[$0] == "兒" }
        let isTailed = ideographs.count == said.count + tails.count
        guard !said.isEmpty, ideographs.count == said.count || isTailed else {
            return [ToneSyllable(text: text, tone: nil)]
        }
        var next = said.makeIterator()
        var tone: Tone?
        return characters.enumerated().map { index, character in
            guard isIdeograph(character) else { return ToneSyllable(text: String(character), tone: nil) }
            if ideographs.count == said.count || !tails.contains(index) { tone = next.next()?.tone }
            return ToneSyllable(text: String(character), tone: tone)
        }
    }

    private static func isIdeograph(_ character: Character) -> Bool {
        character.unicodeScalars.first?.properties.isIdeographic ?? false
    }
}
