/// What an SVG asks for, found before it is rendered.
public struct SVGInspection: Sendable {
    /// Whether it holds what a PDF can only keep as pixels: masks, filters, pixel images, blend modes.
    public var needsPixels = false
    /// Whether it holds live text, whose letters come from the machine's fonts.
    public var hasText = false
    /// Another file that it names, as written.
    public var externalReference: String?

    /// Reads the text. Throws ``CodecError`` for one that is too large or declares entities.
    public init(_ bytes: [UInt8]) throws(CodecError) {
        guard bytes.count <= ImageLimits.vectorBytes else { throw .unsupported("an SVG of more than 10 MB") }
        var scanner = MarkupScanner(bytes)
        var elements = 0
        while let piece = scanner.next() {
            switch piece {
            case .documentType(let text):
                if text.contains("<!ENTITY") { throw .unsupported("an SVG that declares entities") }
            case .text(let text): inspectStyle(text)
            case .element(let element):
                elements += 1
                guard elements <= ImageLimits.vectorElements else {
                    throw .unsupported("an SVG of more than \(ImageLimits.vectorElements) elements")
                }
                inspect(element)
                if let name = SVGInspection.costly(element) {
                    throw .unsupported("an SVG whose filter would take too long (\(name))")
                }
            }
        }
    }

    /// A filter's attribute that makes every pixel cost more than a drawing for a card can need.
    private static func costly(_ element: MarkupScanner.Element) -> String? {
        let limits = ["numOctaves": 16.0, "order": 20, "radius": 300, "stdDeviation": 1000]
        for (name, value) in element.attributes {
            guard element.name.hasPrefix("fe"), let limit = limits[name] else { continue }
            let numbers = value.split { $0 == " " || $0 == "," }.compactMap { Double($0) }
            if numbers.contains(where: { !($0 <= limit) }) { return name }
        }
        return nil
    }

    private mutating func inspect(_ element: MarkupScanner.Element) {
        switch element.name {
        case "mask", "filter", "image", "feImage": needsPixels = true
        case "text": hasText = true
        default: break
        }
        for (name, value) in element.attributes {
            if name == "href" || name == "src" {
                // A link leads somewhere when clicked; it loads nothing.
                if element.name != "a" { note(value) }
            } else {
                inspectStyle(value)
            }
        }
    }

    /// `url(…)` and `@import` of CSS.
    private mutating func inspectStyle(_ text: String) {
        guard
            text.utf8.contains(UInt8(ascii: "(")) || text.utf8.contains(UInt8(ascii: "@"))
                || text.utf8.contains(UInt8(ascii: "-"))
        else { return }
        if text.contains("blend-mode") { needsPixels = true }
        for part in SVGInspection.pieces(of: text, after: "url(") {
            note(String(part.prefix { $0 != ")" }).trimmed())
        }
        for part in SVGInspection.pieces(of: text, after: "@import") where !part.trimmed().hasPrefix("url") {
            note(String(part.prefix { $0 != ";" }).trimmed())
        }
    }

    private mutating func note(_ address: String) {
        let address = address.trimmed()
        guard !address.isEmpty, !address.hasPrefix("#"), !address.lowercased().hasPrefix("data:") else { return }
        if externalReference == nil { externalReference = address }
    }

    /// What follows each occurrence of `mark`.
    private static func pieces(of text: String, after mark: String) -> [Substring] {
        var found: [Substring] = []
        var rest = text[...]
        while let start = rest.utf8.firstIndex(of: mark.utf8[mark.startIndex]) {
            rest = rest[start...]
            if rest.hasPrefix(mark) {
                rest = rest.dropFirst(mark.count)
                // Longer addresses are cut: this only has to tell what is named.
                found.append(rest.prefix(2048))
            } else {
                rest = rest.dropFirst()
            }
        }
        return found
    }
}

extension StringProtocol {
    /// Without white space and quotes at both ends.
    fileprivate func trimmed() -> String {
        let isLoose: (Character) -> Bool = { $0.isWhitespace || $0 == "\"" || $0 == "'" }
        return String(drop(while: isLoose).reversed().drop(while: isLoose).reversed())
    }
}
