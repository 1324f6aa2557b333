internal import DeckModel
internal import DisplayList
internal import Fonts
internal import Geometry
internal import Typesetting

extension FaceComposer {
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
    /// The smallest size of the word at which the readings at it are no strain to read: above it they are half as large (6 pt), zhuyin
    /// beside it, whose signs are simple, three tenths (4.8 pt).
    var leastAnnotatedSize: Length {
        ruby.contains { $0.reading?.contains(where: \.isZhuyin) ?? false } ? .pt(16) : .pt(12)
    }

    /// The pronunciation to print below the word: none where it already stands over it, what would stand over it where that is left out.
    func printedReading(isAnnotated: Bool) -> String? {
        let hasRuby = ruby.contains { $0.reading != nil }
        // Kana are written without spaces.
        let isSpaced = ruby.contains { $0.reading?.contains { $0.isZhuyin || !$0.isIdeographicOrKana } ?? false }
        let annotation = ruby.map { $0.reading ?? $0.base }.joined(separator: isSpaced ? " " : "")
        guard let reading, !reading.isEmpty else { return hasRuby && !isAnnotated ? annotation : nil }
        return isAnnotated && hasRuby && Self.sounds(reading) == Self.sounds(annotation) ? nil : reading
    }

    /// A pronunciation without spaces, hyphens and capitals, which people write or not.
    private static func sounds(_ text: String) -> String {
        text.lowercased().filter { !$0.isWhitespace && !$0.isPunctuation }
    }
}

extension Character {
    fileprivate var isZhuyin: Bool { unicodeScalars.contains { (0x3100...0x312F).contains($0.value) } }
    fileprivate var isIdeographicOrKana: Bool { unicodeScalars.allSatisfy { $0.value >= 0x3000 } }
}
