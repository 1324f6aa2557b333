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
                    language: word.readingLanguage, weight: .regular, color: palette.reading),
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
        let isVertical = headword.writing == .vertical && WritingMode.hasColumns(language: word.language)
        let fitted = layouter.typesetter.fit(
            word.text, ruby: word.rubySegments,
            style: TextStyle(
                language: word.language, weight: headword.weight, color: palette.word, rubyColor: palette.reading,
                writing: headword.writing),
            box: Size(width: box.width, height: room), largest: largest(element, headword.size),
            smallest: headword.size.smallest, maxLines: headword.mostLines, alignment: isVertical ? .start : .center)
        guard accept(fitted, field: "words.\(word.language).text", language: word.language, isWord: true) else {
            return
        }
        let paragraph = fitted.paragraph
        noteSize(paragraph.fontSize, element)
        let height = paragraph.pageSize.height + space + (reading?.size.height ?? .zero)
        let top = box.minY + (box.height - height) / 2
        // Lines are centred in the box's width already; columns are as wide as they are.
        let inset = isVertical ? (box.width - paragraph.pageSize.width) / 2 : .zero
        let place = Point(x: box.minX + inset, y: top)
        set(paragraph, word.text, field: "text", language: word.language, at: place)
        if let reading, let text = word.reading {
            set(
                reading, text, field: "reading", language: word.language,
                at: Point(x: box.minX, y: top + paragraph.pageSize.height + space))
        }
    }
}
