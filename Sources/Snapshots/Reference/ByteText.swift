internal import DisplayList

/// Text in the making, as UTF-8.
struct ByteText {
    private(set) var bytes: [UInt8] = []

    init() {}

    var string: String { String(decoding: bytes, as: UTF8.self) }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    mutating func add(_ text: String) { bytes += text.utf8 }
    mutating func add(_ text: StaticString) { text.withUTF8Buffer { bytes += $0 } }
    mutating func add(byte: UInt8) { bytes.append(byte) }
    mutating func space() { bytes.append(UInt8(ascii: " ")) }
    mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

    mutating func integer(_ value: Int) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var digits = value.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(digits % 10))
            digits /= 10
        } while digits > 0
        bytes[start...].reverse()
    }

    /// Whole hundredths as a decimal number without zeros at the end.
    mutating func number(_ hundredths: Int) {
        if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
        integer(Int(hundredths.magnitude / 100))
        let rest = UInt8(hundredths.magnitude % 100)
        guard rest > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + rest / 10)
        if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") + rest % 10) }
    }

    /// `#1a1a1a`, as the web writes colours.
    mutating func color(_ color: Color) {
        bytes.append(UInt8(ascii: "#"))
        for part in [color.red, color.green, color.blue] {
            let step = UInt8((min(max(part, 0), 1) * 255).rounded())
            bytes.append(ByteText.hexadecimal(step >> 4))
            bytes.append(ByteText.hexadecimal(step & 15))
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }

    /// A name: bare where it is plain letters, digits and `. _ / -`, else in quotes.
    mutating func name(_ name: String, orQuotes mustQuote: Bool = false, afterWord: Bool = false) {
        if !mustQuote, ByteText.isBare(name, afterWord: afterWord) { add(name) } else { quoted(name) }
    }

    /// Whether a name needs no quotes. It starts with a letter, so that it is never taken for a number, but where no number can stand.
    static func isBare(_ name: String, afterWord: Bool = false) -> Bool {
        var isFirst = !afterWord
        guard !name.isEmpty else { return false }
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
                UInt8(ascii: "_"):
                if isFirst { return false }
            default: return false
            }
            isFirst = false
        }
        return true
    }

    /// In double quotes. What would end the line or the quotes, is not to be seen, or would turn the line's direction
    /// is written as `\"`, `\\`, `\n` or `\{202e}`.
    ///
    /// A text that follows what is usual begins with `…`; one that begins so of its own has it escaped.
    mutating func quoted(_ text: String, after isRest: Bool = false) {
        bytes.append(UInt8(ascii: "\""))
        if isRest { add("…" as StaticString) }
        var isFirst = !isRest
        for scalar in text.unicodeScalars {
            defer { isFirst = false }
            switch scalar {
            case "…" where isFirst: add("\\{2026}" as StaticString)
            case "\"": add("\\\"" as StaticString)
            case "\\": add("\\\\" as StaticString)
            case "\n": add("\\n" as StaticString)
            case " "..."~": bytes.append(UInt8(scalar.value))
            default:
                if ByteText.isHidden(scalar) {
                    add("\\{" as StaticString)
                    add(String(scalar.value, radix: 16))
                    bytes.append(UInt8(ascii: "}"))
                } else {
                    bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
                }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// What a reader of the file could not see, or a viewer would obey. The joiners are part of how words are spelt.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x20 { return true }
        guard scalar.value >= 0x7F else { return false }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: return true
        case .format: return scalar != "\u{200C}" && scalar != "\u{200D}"
        case .spaceSeparator: return true
        default: return false
        }
    }
}
