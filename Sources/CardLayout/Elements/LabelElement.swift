internal import DeckModel
internal import DisplayList
internal import Fonts
internal import Geometry
internal import Typesetting

extension FaceComposer {
    mutating func compose(_ label: Element.Label, in box: Rect) {
        let text: String
        let language: String
        switch label.content {
        case .number: (text, language) = ("No. \(content.number)", "en")
        case .captured: (text, language) = (content.capturedText ?? "", content.headword?.language ?? "und")
        case .example:
            (text, language) = (content.headword?.example ?? "", content.headword?.language ?? "und")
        case .title: (text, language) = (layouter.deckTitle, layouter.headwordLanguage)
        }
        guard !text.isEmpty else { return }
        let fitted = layouter.typesetter.fit(
            text,
            style: TextStyle(
                language: language, weight: label.weight,
                color: label.content == .example
                    ? palette.reading : isShared ? readable(mainColor) : palette.quiet),
            box: box.size, largest: label.size.largest, smallest: label.size.smallest, maxLines: label.mostLines,
            alignment: label.alignment)
        guard accept(fitted, field: label.content.rawValue, language: nil, isWord: false) else { return }
        let top = box.minY + (box.height - fitted.paragraph.size.height) / 2
        let start = items.count
        set(
            fitted.paragraph, text, field: label.content.rawValue, language: language,
            at: Point(x: box.minX, y: top))
        guard label.isTurned else { return }
        let turn = Transform.quarterTurns(2).then(.translation(Point(x: box.midX * 2, y: box.midY * 2)))
        let upright = Array(items[start...])
        items.removeSubrange(start...)
        items.append(.group(Group(transform: turn, items: upright)))
        if let last = texts.indices.last { texts[last].box = turn.apply(to: texts[last].box) }
    }
}
