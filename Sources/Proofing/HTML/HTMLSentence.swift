/// A sentence about one property; what was and what is stand apart, each in its own direction of writing.
struct HTMLSentence {
    let html: String

    init(_ sentence: String, kind: String, language: String?) {
        let isText = kind == "text"
        let open = isText ? "<dd class=\"text\"" : "<dd"
        guard let parts = Self.parts(sentence) else {
            html = "\(open) dir=\"auto\">\(Markup.escaped(sentence))</dd>"
            return
        }
        let tag = isText ? language.map { " lang=\"\(Markup.escaped($0, inAttribute: true))\"" } ?? "" : ""
        let (was, becomes) = isText ? ("del", "ins") : ("bdi", "bdi")
        func side(_ text: String, _ element: String) -> String {
            "<\(element)\(tag) dir=\"auto\">\(Self.swatch(text))\(Markup.escaped(Self.withoutIsolate(text)))</\(element)>"
        }
        html =
            "\(open) dir=\"ltr\"><span class=\"label\">\(Markup.escaped(parts.label))</span> "
            + "\(side(parts.old, was)) <span class=\"to\">→</span> \(side(parts.new, becomes))</dd>"
    }

    /// The page's own elements keep words of another direction in their place.
    private static func withoutIsolate(_ text: String) -> String {
        guard text.hasPrefix("\u{2068}"), text.hasSuffix("\u{2069}") else { return text }
        var text = text
        text.unicodeScalars.removeFirst()
        text.unicodeScalars.removeLast()
        return text
    }

    /// A patch of a colour such as `#2b2b2b`.
    private static func swatch(_ text: String) -> String {
        guard text.utf8.count == 7, text.hasPrefix("#"),
            text.utf8.dropFirst().allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
        else { return "" }
        return "<span class=\"swatch\" style=\"background:\(text)\"></span>"
    }

    /// `text`, `珈琲` and `コーヒー` of `text 珈琲 → コーヒー`; nil where the sentence has no such form, or an arrow of its own.
    private static func parts(_ sentence: String) -> (label: String, old: String, new: String)? {
        let arrow = Array(" → ".unicodeScalars)
        let scalars = Array(sentence.unicodeScalars)
        guard scalars.count > arrow.count else { return nil }
        let places = (0...scalars.count - arrow.count).filter { scalars[$0..<$0 + arrow.count].elementsEqual(arrow) }
        guard places.count == 1, let space = scalars.firstIndex(of: " "), space < places[0] else { return nil }
        let label = scalars[..<space]
        guard label.allSatisfy({ $0.properties.isAlphabetic && $0.isASCII }) else { return nil }
        func text(_ slice: ArraySlice<Unicode.Scalar>) -> String {
            var text = ""
            text.unicodeScalars.append(contentsOf: slice)
            return text
        }
        return (text(label), text(scalars[(space + 1)..<places[0]]), text(scalars[(places[0] + arrow.count)...]))
    }
}
