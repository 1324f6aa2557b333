internal import DeckModel
internal import DisplayList
internal import Fonts
internal import Geometry
internal import Typesetting

extension FaceComposer {
    /// A reading over a word is half as large as the word: over smaller ones it would be a strain to read (6 pt).
    static let leastAnnotatedSize = Length.pt(12)

    func coloring(of word: Word, by aids: [ColorAid]) -> WordColoring {
        WordColoring(word, by: aids, template: template, typesetter: layouter.typesetter)
    }

    /// The line around letters to write over, and what is inside them.
    func outline(_ tracing: Element.Tracing) -> GlyphRun.Outline {
        let width = tracing.width
        return GlyphRun.Outline(
            width: width, dashes: tracing.line == .dotted ? [width * 2, width * 2] : [],
            fill: layouter.options.savesInk ? .white : palette.paper)
    }

    /// The diameter of the disc with a letter of a size.
    static func genderMarkSize(_ letter: Length) -> Length { letter * 1.35 }

    /// A disc in the gender's colour with its letter, for those who do not tell the colours.
    ///
    /// - Parameter letter: The letter's size.
    mutating func placeGenderMark(_ gender: Gender, language: String, center: Point, letter: Length) {
        items.append(
            .path(
                PaintedPath(
                    .circle(center: center, radius: Self.genderMarkSize(letter) / 2), fill: palette.color(of: gender))))
        let paragraph = layouter.typesetter.paragraph(
            gender.rawValue, style: TextStyle(language: "und-Latn", weight: .bold, color: .white), size: letter,
            width: nil, alignment: .left)
        // By its ink: an m stands in the middle, not on a line.
        set(
            paragraph, gender.rawValue, field: "gender", language: language,
            at: Point(
                x: center.x - (paragraph.ink.minX + paragraph.ink.maxX) / 2,
                y: center.y - (paragraph.ink.minY + paragraph.ink.maxY) / 2))
    }
}

extension Word {
    /// What is written over the word, as one text.
    private var annotation: String { ruby.map { $0.reading ?? $0.base }.joined(separator: " ") }

    /// The pronunciation to print below the word: none where it already stands over it, what would stand over it where that is left out.
    func printedReading(isAnnotated: Bool) -> String? {
        let hasRuby = ruby.contains { $0.reading != nil }
        guard let reading, !reading.isEmpty else {
            guard hasRuby, !isAnnotated else { return nil }
            // Kana and zhuyin have no spaces between words.
            let isAlphabetic = ruby.contains { $0.reading?.unicodeScalars.contains { $0.value < 0x3000 } ?? false }
            return isAlphabetic ? annotation : ruby.map { $0.reading ?? $0.base }.joined()
        }
        return hasRuby && isAnnotated && Self.letters(reading) == Self.letters(annotation) ? nil : reading
    }

    /// Without spaces, hyphens and the like.
    private static func letters(_ text: String) -> String {
        String(
            text.lowercased().filter { $0.isLetter || $0.isNumber || $0.unicodeScalars.contains { $0.value > 0x2C0 } })
    }
}
