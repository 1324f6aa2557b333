internal import DeckModel
internal import DisplayList
internal import Fonts
internal import Geometry
internal import Typesetting

extension FaceComposer {
    /// A headword with its reading, fitted into a box.
    private struct Fitted {
        var word: FittedText
        var reading: FittedText?
        var readingText: String?
        /// The diameter of the disc that says the gender, zero for none.
        var disc = Length.zero
        /// The height of what stands below the word.
        var below = Length.zero

        /// Between the word and what stands below it.
        static let space = Length.mm(0.4)
    }

    /// Headword and reading as one block, centred in the box.
    mutating func compose(_ headword: Element.Headword, _ element: Element) {
        guard let word = content.headword else { return }
        let box = element.box
        let isVertical = headword.writing == .vertical && WritingMode.hasColumns(language: word.language)
        var fitted = fit(word, headword, element, isAnnotated: true)
        if !word.ruby.isEmpty, fitted.word.paragraph.fontSize < word.leastAnnotatedSize {
            fitted = fit(word, headword, element, isAnnotated: false)
        }
        if let reading = fitted.reading {
            if accept(reading, field: "words.\(word.language).reading", language: word.language, isWord: false) {
                noteSize(reading.paragraph.fontSize, element, isReading: true)
            } else {
                fitted.reading = nil
            }
        }
        guard accept(fitted.word, field: "words.\(word.language).text", language: word.language, isWord: true) else {
            return
        }
        let paragraph = fitted.word.paragraph
        noteSize(paragraph.fontSize, element)
        let edge = headword.tracing?.width ?? .zero
        let height = paragraph.pageSize.height + edge * 2 + fitted.below
        let top = box.minY + (box.height - height) / 2
        // Lines are centred in the box's width already; columns are as wide as they are.
        let inset = isVertical ? (box.width - paragraph.pageSize.width) / 2 : edge
        set(
            paragraph, word.text, field: "text", language: word.language,
            at: Point(x: box.minX + inset, y: top + edge))
        guard fitted.below > .zero else { return }
        let lower = top + height - fitted.below + Fitted.space
        let disc = fitted.disc
        var center = Point(x: box.midX, y: lower + disc / 2)
        if let reading = fitted.reading?.paragraph, let line = reading.lines.first, let text = fitted.readingText {
            // Disc and first line are centred together, on one axis.
            let middle = (line.ink.minY + line.ink.maxY) / 2
            let aside = disc > .zero ? disc + Self.markSpace : .zero
            center = Point(x: box.midX - (line.width + aside) / 2 + disc / 2, y: lower + max(disc / 2, middle))
            set(
                reading, text, field: "reading", language: word.language,
                at: Point(x: box.minX + aside * 1.5, y: center.y - middle))
        }
        if disc > .zero, let gender = word.gender {
            placeGenderMark(gender, language: word.language, center: center, letter: headword.readingSize.smallest)
        }
    }

    /// Between the disc of a gender and the text beside it.
    static let markSpace = Length.mm(1)

    private func fit(_ word: Word, _ headword: Element.Headword, _ element: Element, isAnnotated: Bool) -> Fitted {
        let box = element.box
        let coloring = coloring(of: word, by: headword.colorAids)
        let disc =
            headword.hasGenderMark && word.gender != nil
            ? Self.genderMarkSize(headword.readingSize.smallest) : .zero
        let text = word.printedReading(isAnnotated: isAnnotated)
        let reading = text.map { text in
            layouter.typesetter.fit(
                text,
                style: TextStyle(
                    language: word.readingLanguage, weight: .regular, color: palette.reading,
                    tints: coloring.tints(ofReading: text)),
                box: Size(
                    width: box.width - (disc > .zero ? disc + Self.markSpace : .zero) * 2, height: box.height / 2),
                largest: largest(element, headword.readingSize, isReading: true),
                smallest: headword.readingSize.smallest, maxLines: 2, alignment: .center)
        }
        let lower = max(reading?.fits == true ? reading?.paragraph.size.height ?? .zero : .zero, disc)
        let below = lower > .zero ? lower + Fitted.space : .zero
        let edge = headword.tracing?.width ?? .zero
        let isVertical = headword.writing == .vertical && WritingMode.hasColumns(language: word.language)
        let fitted = layouter.typesetter.fit(
            word.text, ruby: isAnnotated ? word.rubySegments : [],
            style: TextStyle(
                language: word.language, weight: headword.weight,
                color: headword.tracing == nil ? palette.word : palette.tracing, rubyColor: palette.reading,
                writing: headword.writing, tints: coloring.text, rubyTints: coloring.ruby,
                outline: headword.tracing.map(outline)),
            box: Size(width: box.width - edge * 2, height: box.height - edge * 2 - below),
            largest: largest(element, headword.size), smallest: headword.size.smallest,
            maxLines: headword.mostLines, alignment: isVertical ? .start : .center)
        return Fitted(word: fitted, reading: reading, readingText: text, disc: disc, below: below)
    }
}
