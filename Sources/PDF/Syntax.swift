/// Values in PDF syntax (ISO 32000-2, 7.3).
enum Syntax {
    /// A number without exponent, with at most `decimals` decimals, rounded.
    static func real(_ value: Double, decimals: Int = 4) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "0" }
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        let scaled = Int((value * Double(scale)).rounded())
        if scaled == 0 { return "0" }
        let (whole, part) = abs(scaled).quotientAndRemainder(dividingBy: scale)
        var text = (scaled < 0 ? "-" : "") + String(whole)
        if part > 0 {
            var digits = String(part)
            digits = String(repeating: "0", count: decimals - digits.count) + digits
            while digits.hasSuffix("0") { digits.removeLast() }
            text += "." + digits
        }
        return text
    }

    /// An array of numbers.
    static func array(_ values: [Double], decimals: Int = 4) -> String {
        "[" + values.map { real($0, decimals: decimals) }.joined(separator: " ") + "]"
    }

    /// A string of ASCII characters (7.3.4.2); other bytes, which it should have none of, as octal numbers.
    static func string(_ value: String) -> String {
        var text = "("
        for byte in value.utf8 {
            switch byte {
            case 0x28, 0x29, 0x5C: text += "\\" + String(UnicodeScalar(byte))
            case 0x20..<0x7F: text.unicodeScalars.append(UnicodeScalar(byte))
            default:
                let digits = String(byte, radix: 8)
                text += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
            }
        }
        return text + ")"
    }

    /// A text string (7.9.2.2): ASCII as it is, else UTF-16BE; written in hexadecimal digits, which need no escapes.
    static func text(_ value: String) -> String {
        if value.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return "<" + hexadecimal(value.utf8) + ">" }
        return "<FEFF" + hexadecimal(value.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) + ">"
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Commands that fill the unit square with a colour of 8-bit samples through the state `/G`.
    static func fill(samples: [UInt8]) -> [UInt8] {
        let color = samples.map { real(Double($0) / 255) }.joined(separator: " ")
        return Array("/G gs \(color) \(samples.count == 1 ? "g" : "rg") 0 0 1 1 re f".utf8)
    }
}
