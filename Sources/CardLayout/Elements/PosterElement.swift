internal import DeckModel
internal import Diagnostics
internal import DisplayList
internal import Fonts
internal import Geometry
internal import Typesetting

extension FaceComposer {
    /// A line of the poster: words side by side.
    private struct PosterLine {
        var words: [(word: Word, paragraph: Paragraph)] = []
        var width = Length.zero
        var ascent = Length.zero
        var descent = Length.zero

        /// Makes room for a word's ink, and for the letters of a plain word: sixty scripts side by side would be torn
        /// apart by the line heights that their fonts ask for.
        mutating func reach(_ paragraph: Paragraph, _ line: TextLine, _ size: Length) {
            let air = size * 0.1
            ascent = max(ascent, size * 0.85, line.baseline - paragraph.ink.minY + air)
            descent = max(descent, size * 0.28, paragraph.ink.maxY - line.baseline + air)
        }
    }

    /// All words in one centred block, as large as it goes, keeping out of the code's box.
    mutating func composePoster(_ words: Element.Words, in box: Rect) {
        let avoided = words.avoids.flatMap { name in arrangement.elements.first { $0.name == name && isDrawn($0) }?.box
        }
        .map { $0.inset(by: -.mm(1.5)) }
        var size = words.size.largest
        while true {
            let sets = content.others.enumerated().map { index, word in
                (word: word, paragraph: posterWord(word, words, index: index, size: size, width: box.width))
            }
            if let lines = flow(sets, size: size, in: box, around: avoided) {
                let spare = box.height - lines.reduce(.zero) { $0 + $1.ascent + $1.descent }
                let lower = box.inset(by: Insets(top: spare / 2, left: .zero, bottom: .zero, right: .zero))
                // A short block stands in the middle, unless the code would then push its words out.
                if spare > box.height * 0.1, let centered = flow(sets, size: size, in: lower, around: avoided) {
                    draw(centered, size: size, in: lower, around: avoided)
                } else {
                    draw(lines, size: size, in: box, around: avoided)
                }
                return
            }
            if size <= words.size.smallest { break }
            size = max(words.size.smallest, size - .pt(0.25))
        }
        isOverfull = true
        report(
            .error, field: "words",
            "\(content.others.count) words do not fit the back of template '\(template.name)' even at \(Self.points(words.size.smallest)) pt",
            hint: "use a larger template (capprint templates lists them) or fewer languages")
    }

    private func isDrawn(_ element: Element) -> Bool {
        if case .code = element.kind { content.card.address != nil } else { true }
    }

    private func posterWord(_ word: Word, _ words: Element.Words, index: Int, size: Length, width: Length) -> Paragraph
    {
        // Every other word in the card's own colour, dark enough to read, so that neighbours do not run together.
        let color = index % 2 == 0 ? palette.word : readable(mainColor)
        let coloring = coloring(of: word, by: words.colorAids)
        let style = TextStyle(
            language: word.language, weight: .regular, color: color, rubyColor: palette.reading, tints: coloring.text,
            rubyTints: coloring.ruby)
        let ruby = size < word.leastAnnotatedSize ? [] : word.rubySegments
        func set(_ width: Length?) -> Paragraph {
            layouter.typesetter.paragraph(
                word.text, ruby: ruby, style: style, size: size, width: width,
                alignment: width == nil ? .left : .center)
        }
        guard layouter.typesetter.naturalWidth(word.text, ruby: ruby, style: style, size: size) > width else {
            return set(nil)
        }
        // Its lines are centred on one another, and take no more room than the longest.
        return set(min(width, set(width).size.width + .tolerance))
    }

    /// The colour, darkened until words in it have a contrast of 7:1 with the face.
    func readable(_ color: Color) -> Color {
        var result = color
        var share = 0.0
        while result.contrast(with: tint(0.12)) < 7, share < 1 {
            share += 0.05
            result = color.mixed(with: palette.word, share)
        }
        return result
    }

    /// The words in lines, or nil where they do not fit at this size.
    private func flow(
        _ sets: [(word: Word, paragraph: Paragraph)], size: Length, in box: Rect, around avoided: Rect?
    ) -> [PosterLine]? {
        var lines: [PosterLine] = []
        var y = box.minY
        var line = PosterLine()
        let space = size * 0.6
        for set in sets {
            guard let first = set.paragraph.lines.first else { continue }
            var candidate = line
            candidate.width += (line.words.isEmpty ? .zero : space) + set.paragraph.size.width
            candidate.reach(set.paragraph, first, size)
            candidate.words.append(set)
            if candidate.width <= span(at: y, height: candidate.ascent + candidate.descent, box, avoided).width {
                line = candidate
                continue
            }
            guard !line.words.isEmpty else { return nil }
            y += line.ascent + line.descent
            lines.append(line)
            line = PosterLine(words: [set], width: set.paragraph.size.width)
            line.reach(set.paragraph, first, size)
            guard line.width <= span(at: y, height: line.ascent + line.descent, box, avoided).width else { return nil }
        }
        if !line.words.isEmpty {
            lines.append(line)
            y += line.ascent + line.descent
        }
        return y <= box.maxY ? lines : nil
    }

    /// The free stretch of a line at a height.
    private func span(at y: Length, height: Length, _ box: Rect, _ avoided: Rect?) -> Rect {
        let row = Rect(x: box.minX, y: y, width: box.width, height: height)
        guard let avoided, row.overlaps(avoided) else { return row }
        let left = avoided.minX - row.minX
        let right = row.maxX - avoided.maxX
        return left >= right
            ? Rect(x: row.minX, y: y, width: max(.zero, left), height: height)
            : Rect(x: avoided.maxX, y: y, width: max(.zero, right), height: height)
    }

    private mutating func draw(_ lines: [PosterLine], size: Length, in box: Rect, around avoided: Rect?) {
        let space = size * 0.6
        var y = box.minY
        for line in lines {
            let height = line.ascent + line.descent
            let span = span(at: y, height: height, box, avoided)
            var x = span.minX + (span.width - line.width) / 2
            // Right-to-left words stand last: read back from a file, a left-to-right word after one would grow onto it.
            let words = line.words.filter { !$0.paragraph.isRightToLeft } + line.words.filter(\.paragraph.isRightToLeft)
            for (word, paragraph) in words {
                let baseline = paragraph.lines.first?.baseline ?? .zero
                if !paragraph.missing.isEmpty {
                    _ = accept(
                        FittedText(paragraph: paragraph, fits: true, fittingSize: size),
                        field: "words.\(word.language).text", language: word.language, isWord: true)
                }
                set(
                    paragraph, word.text, field: "text", language: word.language,
                    at: Point(x: x, y: y + line.ascent - baseline))
                x += paragraph.size.width + space
            }
            y += height
        }
    }
}
