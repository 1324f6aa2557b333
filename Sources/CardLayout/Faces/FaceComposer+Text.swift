internal import DeckModel
internal import Diagnostics
internal import DisplayList
internal import Geometry
internal import Typesetting

extension FaceComposer {
    /// Whether a fitted text can be printed; says what is wrong where it cannot.
    ///
    /// A word that does not fit is an error; a reading or caption is left out with a warning.
    mutating func accept(_ fitted: FittedText, field: String, language: String?, isWord: Bool) -> Bool {
        let word = language.flatMap { tag in content.card.words.first { $0.language == tag } }
        for missing in fitted.paragraph.missing {
            let code = String(missing.scalar.value, radix: 16, uppercase: true)
            let number = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
            report(
                .error, field: field, line: word?.line, column: word?.column,
                "no font has the character '\(missing.scalar)' (\(number))\(language.map { ", language \($0)" } ?? "")",
                hint: "drop a font that has it into Fonts/, or take the character out")
        }
        if fitted.fits { return true }
        if isWord { isOverfull = true }
        let needed = Self.points(fitted.fittingSize)
        let floor = Self.points(fitted.paragraph.fontSize)
        report(
            isWord ? .error : .warning, field: field, line: word?.line, column: word?.column,
            isWord
                ? "does not fit its place on template '\(template.name)' even at \(floor) pt, the smallest that reads well; it would at \(needed) pt"
                : "is left out: it does not fit its place on template '\(template.name)' even at \(floor) pt",
            hint: "use a larger template (capprint templates lists them) or shorten the text")
        return false
    }

    /// Notes a text for the report.
    mutating func note(_ paragraph: Paragraph, _ text: String, field: String, language: String, in box: Rect) {
        texts.append(
            SetText(
                field: field, language: language, text: text, fonts: paragraph.fontNames, size: paragraph.fontSize,
                lines: paragraph.lines.count, box: box))
    }

    /// Paints a paragraph with its top left corner at a point and notes it.
    mutating func set(_ paragraph: Paragraph, _ text: String, field: String, language: String, at origin: Point) {
        paint(as: Self.role(of: text, field: field, language: language)) { $0.items += paragraph.items(at: origin) }
        let ruby = paragraph.rubyItems(at: origin)
        if !ruby.isEmpty {
            paint(as: .text(field: "words.\(language).ruby", language: language, content: paragraph.rubyText)) {
                $0.items += ruby
            }
        }
        note(paragraph, text, field: field, language: language, in: paragraph.pageInk.moved(by: origin))
    }

    /// What a noted text is, with its field as the deck names it.
    static func role(of text: String, field: String, language: String) -> Role {
        switch field {
        case "text", "reading", "name", "gender", "example":
            .text(field: "words.\(language).\(field)", language: language, content: text)
        // The same words, whether in a label or under a photo.
        case "captured": .text(field: "caption", language: language, content: text)
        default: .text(field: field, language: language, content: text)
        }
    }

    /// A size in points with at most two decimals.
    static func points(_ size: Length) -> String {
        let hundredths = Int((size.points * 100).rounded())
        if hundredths % 100 == 0 { return "\(hundredths / 100)" }
        let rest = hundredths % 100
        return "\(hundredths / 100)." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
    }
}
