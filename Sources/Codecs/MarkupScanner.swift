/// Reads XML text as a row of tags, without judging whether they match: enough to know what an SVG asks for before it is rendered.
struct MarkupScanner {
    /// An opening tag.
    struct Element {
        /// Without its prefix.
        var name: String
        /// Attribute names without their prefix, values as written.
        var attributes: [(name: String, value: String)]
    }

    /// The name of the first element, without prefix; nil where there is none in the first 64 KB.
    static func firstElement(in bytes: [UInt8]) -> String? {
        var scanner = MarkupScanner(Array(bytes.prefix(65_536)))
        while let piece = scanner.next() {
            if case .element(let element) = piece { return element.name }
        }
        return nil
    }

    enum Piece {
        case element(Element)
        /// Text between tags, character data sections too.
        case text(String)
        /// What stands between `<!DOCTYPE` and its end.
        case documentType(String)
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next piece; nil at the end. Comments, instructions and closing tags are passed over.
    mutating func next() -> Piece? {
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                let start = position
                while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
                return .text(string(start..<position))
            }
            if skip("<!--", to: "-->") || skip("<?", to: "?>") || skip("</", to: ">") { continue }
            if matches("<![CDATA[") {
                let start = position + 9
                position = end(of: "]]>", from: start) ?? bytes.count
                let stop = max(start, position)
                position = min(bytes.count, stop + 3)
                return .text(string(min(start, bytes.count)..<min(stop, bytes.count)))
            }
            return matches("<!") ? documentType() : element()
        }
        return nil
    }

    private mutating func documentType() -> Piece {
        let start = position
        var depth = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "]") { depth -= 1 }
            if byte == UInt8(ascii: ">"), depth <= 0 { break }
        }
        return .documentType(string(start..<position))
    }

    private mutating func element() -> Piece {
        position += 1
        let name = word()
        var attributes: [(name: String, value: String)] = []
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
            let key = word()
            guard !key.isEmpty else {
                position += 1
                continue
            }
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { continue }
            position += 1
            skipSpace()
            guard position < bytes.count else { break }
            let quote = bytes[position]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
            position += 1
            let start = position
            while position < bytes.count, bytes[position] != quote { position += 1 }
            attributes.append((local(key), string(start..<position)))
            position = min(bytes.count, position + 1)
        }
        position = min(bytes.count, position + 1)
        return .element(Element(name: local(name), attributes: attributes))
    }

    private mutating func word() -> String {
        let start = position
        while position < bytes.count, !MarkupScanner.isSeparator(bytes[position]) { position += 1 }
        return string(start..<position)
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            true
        default: false
        }
    }

    private func local(_ name: String) -> String {
        name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }

    private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func matches(_ text: StaticString, at place: Int? = nil) -> Bool {
        let place = place ?? position
        return text.withUTF8Buffer {
            $0.count <= bytes.count - place && bytes[place..<place + $0.count].elementsEqual($0)
        }
    }

    private func end(of text: StaticString, from start: Int) -> Int? {
        var place = start
        while place < bytes.count {
            if matches(text, at: place) { return place }
            place += 1
        }
        return nil
    }

    private mutating func skip(_ lead: StaticString, to close: StaticString) -> Bool {
        guard matches(lead) else { return false }
        position =
            end(of: close, from: position + lead.utf8CodeUnitCount).map { $0 + close.utf8CodeUnitCount } ?? bytes.count
        return true
    }
}
