import Diagnostics

extension JSONScanner {
    /// The character at the next byte, quoted.
    var found: String {
        guard let byte = next else { return "the end of the file" }
        if byte < 0x80 { return Quotation.quoted(String(Unicode.Scalar(byte))) }
        // A broken sequence decodes to U+FFFD.
        let text = String(decoding: bytes[position..<min(position + 4, bytes.count)], as: UTF8.self)
        return Quotation.quoted(text.unicodeScalars.first.map { String($0) } ?? "")
    }

    /// The letters and digits that stand here, for a message.
    private var word: String {
        let end = bytes[position...].prefix(40).firstIndex { !JSONScanner.isWordByte($0) } ?? bytes.count
        return String(decoding: bytes[position..<min(end, position + 40)], as: UTF8.self)
    }

    private func starts(with text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

    mutating func commentFailure() -> DiagnosticError? {
        guard starts(with: "//") || starts(with: "/*") || starts(with: "#") else { return nil }
        return failure(at: position, "JSON has no comments", "remove the comment")
    }

    private var isCurlyQuote: Bool { ["“", "”", "„", "«", "»", "‘", "’"].contains { starts(with: $0) } }

    /// Why no value starts here.
    mutating func notAValue() -> DiagnosticError {
        if let comment = commentFailure() { return comment }
        if next == UInt8(ascii: "'") || isCurlyQuote { return wrongQuotes() }
        switch next {
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
            return failure(at: position, "\(found) stands where a value should", "put a value here, such as \"…\"")
        case UInt8(ascii: "+"): return failure(at: position, "a number starts with '+'", "remove the +")
        case UInt8(ascii: "."):
            return failure(at: position, "a number starts with its point", "write a 0 before the point")
        case .some(let byte) where JSONScanner.isWordByte(byte):
            let word = self.word
            let lowercased = word.lowercased()
            let small = ["true": "true", "false": "false", "null": "null", "none": "null", "nil": "null"]
            if let meant = small[lowercased] {
                return failure(at: position, "'\(word)' means nothing in JSON", "write \(meant)")
            }
            return failure(
                at: position, "\(Quotation.quoted(word)) stands without quotes", "text stands in double quotes: \"…\"")
        default: return failure(at: position, "\(found) stands where a value should", "put a value here, such as \"…\"")
        }
    }

    /// Why no member's name starts here.
    mutating func notAName() -> DiagnosticError {
        if let comment = commentFailure() { return comment }
        if next == UInt8(ascii: "'") || isCurlyQuote { return wrongQuotes() }
        if let byte = next, JSONScanner.isWordByte(byte) {
            return failure(
                at: position, "the name \(Quotation.quoted(word)) stands without quotes",
                "names stand in double quotes: \"…\"")
        }
        return failure(
            at: position, "\(found) stands where a name in double quotes should", "write \"name\": value")
    }

    private mutating func wrongQuotes() -> DiagnosticError {
        failure(
            at: position, "\(found) is not the quote that JSON uses", "write straight double quotes: \"…\"")
    }
}
