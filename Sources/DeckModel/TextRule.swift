import Diagnostics

/// What text may hold that is meant for print.
enum TextRule {
    /// Code points that may stand for one character as people count; bounds what shaping has to work through.
    private static let codePointsPerCharacter = 8

    /// The first thing that is wrong with the text, nil for good text.
    static func fault(in text: String, limit: Int) -> Fault? {
        lengthFault(in: text, limit: limit) ?? characterFault(in: text, lineBreaks: false) ?? blankFault(in: text)
    }

    private static func lengthFault(in text: String, limit: Int) -> Fault? {
        guard text.utf8.count > limit else { return nil }
        let codePoints = text.unicodeScalars.count
        if codePoints > limit * codePointsPerCharacter {
            return Fault("has \(codePoints) code points; at most \(limit) characters are allowed")
        }
        let count = text.count
        return count > limit ? Fault("has \(count) characters; at most \(limit) are allowed") : nil
    }

    /// A character that must not be in any text: controls, and marks that override the order of letters.
    static func characterFault(in text: String, lineBreaks: Bool) -> Fault? {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return nil }
        for (index, scalar) in text.unicodeScalars.enumerated() {
            switch scalar.value {
            case 0x0A, 0x09:
                if !lineBreaks { return Fault(holds("a line break or tab", scalar, index), hint: "write a space") }
            case 0...0x1F, 0x7F...0x9F:
                return Fault(holds("the control character", scalar, index), hint: "remove it")
            case 0x2028, 0x2029:
                if !lineBreaks { return Fault(holds("a line break", scalar, index), hint: "write a space") }
            case 0x202D, 0x202E:
                return Fault(
                    holds("the mark", scalar, index) + ", which turns the order of letters",
                    hint: "remove it: right-to-left text is put in order by itself")
            default: break
            }
        }
        return nil
    }

    /// The text without marks that embed or isolate a direction, and what to say about them; nil where it has none.
    ///
    /// Text from databases often starts with one. Each word stands alone on its line, in its own direction, so they change nothing there;
    /// left in, an unclosed one would reach over what is set beside the word.
    static func withoutEmbeddings(_ text: String) -> (text: String, doubt: Fault)? {
        func isEmbedding(_ scalar: Unicode.Scalar) -> Bool {
            (0x202A...0x202C).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        }
        // All of them start with the byte E2.
        guard text.utf8.contains(0xE2),
            let (index, scalar) = text.unicodeScalars.enumerated().first(where: { isEmbedding($0.element) })
        else { return nil }
        var cleaned = String.UnicodeScalarView()
        cleaned.append(contentsOf: text.unicodeScalars.lazy.filter { !isEmbedding($0) })
        let doubt = Fault(
            holds("the mark", scalar, index) + "; it is left out",
            hint: "remove it: right-to-left text is put in order by itself")
        return (String(cleaned), doubt)
    }

    private static func holds(_ what: String, _ scalar: Unicode.Scalar, _ index: Int) -> String {
        let name = scalar.properties.name ?? scalar.properties.nameAlias ?? ""
        let title = name.isEmpty ? Quotation.codePoint(scalar) : "\(Quotation.codePoint(scalar)) \(name)"
        return "holds \(what) \(title) as character \(index + 1)"
    }

    private static func blankFault(in text: String) -> Fault? {
        let isBlank = text.unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
        }
        return isBlank ? Fault("must not be blank") : nil
    }

    /// Whether the text is a slug: 1…64 of `a-z 0-9 . _ -`.
    static func isSlug(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.allSatisfy(isSlugByte) && text != "." && text != ".."
    }

    /// The nearest slug to a text; nil where nothing of it can be in one.
    static func slug(from text: String) -> String? {
        var slug = ""
        for byte in text.lowercased().utf8 {
            if isSlugByte(byte) {
                slug.unicodeScalars.append(Unicode.Scalar(byte))
            } else if !slug.isEmpty, !slug.hasSuffix("-") {
                slug += "-"
            }
        }
        while slug.hasSuffix("-") { slug.removeLast() }
        slug = String(slug.prefix(64))
        return isSlug(slug) ? slug : nil
    }

    private static func isSlugByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
