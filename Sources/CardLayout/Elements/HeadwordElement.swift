internal import DeckModel
internal import DisplayList
internal import Fonts
internal import Geometry
internal import Typesetting

extension FaceComposer {
    /// Headword and reading as one block, centred in the box.
    mutating func compose(_ headword: Element.Headword, _ element: Element) {
        guard let word = content.headword else { return }
        let box = element.box
        var reading: Paragraph?
        if let text = word.reading, !text.isEmpty {
            let fitted = layouter.typesetter.fit(
                text,
                style: TextStyle(
                    language: Self.readingLanguage(word.language), weight: .regular, color: palette.reading),
                box: Size(width: box.width, height: box.height / 2),
                largest: largest(element, headword.readingSize, isReading: true),
                smallest: headword.readingSize.smallest, maxLines: 2, alignment: .center)
            if accept(fitted, field: "words.\(word.language).reading", language: word.language, isWord: false) {
                reading = fitted.paragraph
                noteSize(fitted.paragraph.fontSize, element, isReading: true)
            }
        }
        let space = reading == nil ? Length.zero : .mm(0.4)
        let room = box.height - (reading?.size.height ?? .zero) - space
        let fitted = layouter.typesetter.fit(
            word.text, style: TextStyle(language: word.language, weight: headword.weight, color: palette.word),
            box: Size(width: box.width, height: room), largest: largest(element, headword.size),
            smallest: headword.size.smallest, maxLines: headword.mostLines, alignment: .center)
        guard accept(fitted, field: "words.\(word.language).text", language: word.language, isWord: true) else {
            return
        }
        let paragraph = fitted.paragraph
        noteSize(paragraph.fontSize, element)
        let height = paragraph.size.height + space + (reading?.size.height ?? .zero)
        let top = box.minY + (box.height - height) / 2
        set(paragraph, word.text, field: "text", language: word.language, at: Point(x: box.minX, y: top))
        if let reading, let text = word.reading {
            set(
                reading, text, field: "reading", language: word.language,
                at: Point(x: box.minX, y: top + paragraph.size.height + space))
        }
    }

    /// A reading is Latin letters or IPA about a language, not text in it.
    static func readingLanguage(_ language: String) -> String {
        "\(language.split(separator: "-").first.map(String.init) ?? "und")-Latn"
    }
}
