import Diagnostics

extension JSONScanner {
    /// The number whose first character is the next byte (RFC 8259, section 6).
    mutating func number() throws(DiagnosticError) -> Double {
        let start = position
        if next == UInt8(ascii: "-") { position += 1 }
        let firstDigit = position
        var whole: Int64 = 0
        let digits = skipDigits { whole = whole &* 10 &+ Int64($0) }
        guard digits > 0 else {
            throw failure(at: start, "'-' stands without a digit after it", "write a number, such as -1")
        }
        if digits > 1, bytes[firstDigit] == UInt8(ascii: "0") {
            throw failure(at: start, "a number starts with a 0 too many", "remove the 0 in front")
        }
        var isWhole = true
        if next == UInt8(ascii: ".") {
            isWhole = false
            position += 1
            guard skipDigits() > 0 else {
                throw failure(at: start, "a number ends in its point", "write a digit after the point, such as 1.0")
            }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            isWhole = false
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            guard skipDigits() > 0 else {
                throw failure(at: start, "a number ends in its exponent", "write it like 1e3")
            }
        }
        if let byte = next, JSONScanner.isWordByte(byte) {
            throw failure(at: start, "\(found) stands inside a number", "text stands in double quotes: \"…\"")
        }
        if isWhole, digits <= 15 { return bytes[start] == UInt8(ascii: "-") ? -Double(whole) : Double(whole) }
        // A bound on what the conversion has to work through; no number of any meaning is longer.
        guard position - start <= 1000, let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)),
            value.isFinite
        else {
            throw failure(at: start, "the number is too large", nil)
        }
        return value
    }

    private mutating func skipDigits(_ body: (UInt8) -> Void = { _ in }) -> Int {
        let start = position
        while let byte = next, JSONScanner.isDigit(byte) {
            body(byte - UInt8(ascii: "0"))
            position += 1
        }
        return position - start
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Whether the byte may go on with a word or number: ASCII letters, digits, `_`, `.`, `+`, `-`, and all that is not ASCII.
    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...0xFF: true
        case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"): true
        default: isDigit(byte)
        }
    }
}
