internal import DeckModel
internal import Diagnostics
internal import DisplayList
internal import Fonts
internal import Geometry
internal import ICU
internal import Typesetting

extension FaceComposer {
    mutating func compose(_ words: Element.Words, _ element: Element) {
        guard !content.others.isEmpty else { return }
        switch words.style {
        case .list: composeList(words, element)
        case .poster: composePoster(words, in: element.box)
        }
    }

    /// A word of the list, set: the word, and below it the language's own name with the reading beside it.
    private struct Entry {
        var word: Word
        var fitted: FittedText
        var name: Paragraph
        var nameText: String
        var reading: Paragraph?
        var readingText: String?
        /// The disc that says the gender: its diameter, zero for none.
        var mark: Length
        /// Whether the reading stands beside the name or on a line of its own.
        var isReadingBelow: Bool
        var code: Length?

        var height: Length {
            let second = isReadingBelow ? nameHeight + (reading?.size.height ?? .zero) : lineHeight
            return max(fitted.paragraph.size.height + second, code ?? .zero)
        }

        /// Between a language's name and the reading beside it.
        static let space = Length.mm(1.2)

        /// The name with the disc behind it.
        var nameWidth: Length { name.size.width + (mark > .zero ? mark + FaceComposer.markSpace : .zero) }

        /// Name and reading side by side.
        var secondLineWidth: Length { nameWidth + (reading.map { Entry.space + $0.size.width } ?? .zero) }

        private var nameHeight: Length { max(name.size.height, mark) }
        private var lineHeight: Length { max(nameHeight, reading?.size.height ?? .zero) }
    }

    private mutating func composeList(_ words: Element.Words, _ element: Element) {
        let box = element.box
        let gutter = Length.mm(2)
        let columns = max(1, min(words.columns, content.others.count))
        let width = (box.width - gutter * Double(columns - 1)) / Double(columns)
        let rows = (content.others.count + columns - 1) / columns
        // Rows come closer only where the letters cannot get smaller.
        var leastGap = Length.mm(0.9)
        var size = largest(element, words.size)
        var entries: [Entry] = []
        var pitches: [Length] = []
        // One size for the whole list: the largest at which all rows stand in the box; rows run across the columns.
        while true {
            entries = content.others.map { entry(for: $0, words, width: width, size: size) }
            pitches = (0..<rows).map { row in
                stride(from: row, to: entries.count, by: rows).map { entries[$0].height }.max() ?? .zero
            }
            if size <= words.size.smallest { leastGap = .mm(0.3) }
            let needed = pitches.reduce(.zero, +) + leastGap * Double(rows - 1)
            if needed <= box.height || size <= words.size.smallest { break }
            size = max(words.size.smallest, size - .pt(0.5))
        }
        for entry in entries {
            let language = entry.word.language
            _ = accept(entry.fitted, field: "words.\(language).text", language: language, isWord: true)
        }
        let used = pitches.reduce(.zero, +)
        if used + leastGap * Double(rows - 1) > box.height {
            isOverfull = true
            report(
                .error, field: "words",
                "\(content.others.count) words do not fit the back of template '\(template.name)' even at \(Self.points(words.size.smallest)) pt",
                hint: "use a larger template (capprint templates lists them) or fewer languages")
        }
        guard !isOverfull else { return }
        noteSize(entries.map(\.fitted.paragraph.fontSize).min() ?? size, element)
        // Air between the rows, but never a gulf; what is left over stands above and below.
        let gap = min((box.height - used) / Double(max(1, rows - 1)), .mm(3.2))
        var y = box.minY + max(.zero, (box.height - used - gap * Double(rows - 1)) / 2)
        for row in 0..<rows {
            for (column, index) in stride(from: row, to: entries.count, by: rows).enumerated() {
                let x = box.minX + (width + gutter) * Double(column)
                place(entries[index], words, at: Point(x: x, y: y), width: width)
            }
            y += pitches[row] + gap
        }
    }

    private mutating func entry(for word: Word, _ words: Element.Words, width: Length, size: Length) -> Entry {
        let typesetter = layouter.typesetter
        let code = word.audioAddress == nil ? nil : words.audioCode
        let room = code.map { width - $0 - .mm(1.5) } ?? width
        let coloring = coloring(of: word, by: words.colorAids)
        func fit(_ ruby: [RubySegment]) -> FittedText {
            typesetter.fit(
                word.text, ruby: ruby,
                style: TextStyle(
                    language: word.language, weight: .regular, color: palette.word, rubyColor: palette.reading,
                    tints: coloring.text, rubyTints: coloring.ruby),
                box: Size(width: room, height: size * 8), largest: size, smallest: min(size, words.size.smallest),
                maxLines: 2, alignment: words.alignment)
        }
        var fitted = fit(size < word.leastAnnotatedSize ? [] : word.rubySegments)
        let isAnnotated = fitted.paragraph.fontSize >= word.leastAnnotatedSize
        if !isAnnotated, size >= word.leastAnnotatedSize { fitted = fit([]) }
        let mark = words.hasGenderMark && word.gender != nil ? Self.genderMarkSize(min(words.nameSize, .pt(7))) : .zero
        let nameText = layouter.languageNames[word.language] ?? languageOwnName(word.language)
        let fittedName = typesetter.fit(
            nameText, style: TextStyle(language: word.language, weight: .regular, color: palette.quiet),
            box: Size(width: room, height: size * 8), largest: words.nameSize, smallest: min(words.nameSize, .pt(7)),
            maxLines: 1, alignment: .left)
        let name = fittedName.paragraph
        var reading: Paragraph?
        var isBelow = false
        let readingText = word.printedReading(isAnnotated: isAnnotated)
        if let text = readingText {
            let style = TextStyle(
                language: word.readingLanguage, weight: .regular, color: palette.reading,
                tints: coloring.tints(ofReading: text))
            let beside = room - name.size.width - Entry.space - (mark > .zero ? mark + Self.markSpace : .zero)
            let oneLine = typesetter.naturalWidth(text, style: style, size: words.readingSize)
            isBelow = oneLine > beside
            let set = typesetter.fit(
                text, style: style, box: Size(width: isBelow ? room : beside, height: words.readingSize * 4),
                largest: words.readingSize, smallest: min(words.readingSize, .pt(7)), maxLines: isBelow ? 2 : 1,
                alignment: isBelow ? words.alignment : .left)
            if accept(
                set, field: "words.\(word.language).reading", language: word.language, isWord: false)
            {
                reading = set.paragraph
            } else {
                isBelow = false
            }
        }
        return Entry(
            word: word, fitted: fitted, name: name, nameText: nameText, reading: reading,
            readingText: readingText, mark: mark, isReadingBelow: isBelow, code: code)
    }

    private mutating func place(_ entry: Entry, _ words: Element.Words, at origin: Point, width: Length) {
        let language = entry.word.language
        var y = origin.y
        let paragraph = entry.fitted.paragraph
        set(paragraph, entry.word.text, field: "text", language: language, at: Point(x: origin.x, y: y))
        y += paragraph.size.height
        // Name and reading share a baseline, which a disc that is higher than both moves down.
        let lowered = max(.zero, entry.mark - entry.name.size.height) / 2
        let nameBase = (entry.name.lines.first?.baseline ?? .zero) + lowered
        let readingBase = entry.isReadingBelow ? nameBase : max(nameBase, entry.reading?.lines.first?.baseline ?? .zero)
        let below = entry.isReadingBelow ? entry.nameWidth : entry.secondLineWidth
        let x = origin.x + (words.alignment == .center ? max(.zero, (width - below) / 2) : .zero)
        let nameTop = y + readingBase - (nameBase - lowered)
        set(entry.name, entry.nameText, field: "name", language: language, at: Point(x: x, y: nameTop))
        if entry.mark > .zero, let gender = entry.word.gender {
            placeGenderMark(
                gender, language: language,
                center: Point(
                    x: x + entry.nameWidth - entry.mark / 2, y: nameTop + entry.name.size.height / 2),
                letter: min(words.nameSize, .pt(7)))
        }
        if let reading = entry.reading, let text = entry.readingText {
            let place =
                entry.isReadingBelow
                ? Point(x: origin.x, y: y + max(entry.name.size.height, entry.mark))
                : Point(
                    x: x + entry.nameWidth + Entry.space,
                    y: y + readingBase - (reading.lines.first?.baseline ?? .zero))
            set(reading, text, field: "reading", language: language, at: place)
        }
        if let side = entry.code, let address = entry.word.audioAddress {
            placeCode(
                address,
                in: Rect(x: origin.x + width - side, y: origin.y, width: side, height: side),
                field: "words.\(language).audio", hasSpeaker: false)
        }
    }
}
