/// Writes JSON (RFC 8259) text piece by piece, members in the order in which they are given.
public struct JSONWriter: Sendable {
    /// What has been written and not yet been taken.
    public private(set) var text = ""
    /// Whether the next member or element needs a comma before it, for each open object or list.
    private var needsComma: [Bool] = []

    public init() {}

    /// The text so far, which is then forgotten: for writing a long document as a stream.
    public mutating func take() -> String {
        defer { text = "" }
        return text
    }

    public mutating func object(_ name: String? = nil, _ body: (inout JSONWriter) -> Void) {
        open("{", name)
        body(&self)
        close("}")
    }

    public mutating func array(_ name: String? = nil, _ body: (inout JSONWriter) -> Void) {
        open("[", name)
        body(&self)
        close("]")
    }

    public mutating func open(_ bracket: String, _ name: String? = nil) {
        lead(name)
        text += bracket
        needsComma.append(false)
    }

    public mutating func close(_ bracket: String) {
        needsComma.removeLast()
        text += bracket
    }

    public mutating func string(_ name: String? = nil, _ value: String?) {
        lead(name)
        if let value { text += Self.quoted(value) } else { text += "null" }
    }

    public mutating func null(_ name: String? = nil) {
        lead(name)
        text += "null"
    }

    public mutating func boolean(_ name: String? = nil, _ value: Bool) {
        lead(name)
        text += value ? "true" : "false"
    }

    public mutating func integer(_ name: String? = nil, _ value: Int?) {
        lead(name)
        text += value.map(String.init) ?? "null"
    }

    /// A number rounded to so many decimals.
    public mutating func number(_ name: String? = nil, _ value: Double, decimals: Int = 3) {
        lead(name)
        let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        let parts = Int((value * Double(scale)).rounded())
        let magnitude = abs(parts)
        var digits = String(magnitude % scale)
        digits = String(repeating: "0", count: decimals - digits.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        text += (parts < 0 ? "-" : "") + String(magnitude / scale) + (digits.isEmpty ? "" : "." + digits)
    }

    private mutating func lead(_ name: String?) {
        if let last = needsComma.indices.last {
            if needsComma[last] { text += "," }
            needsComma[last] = true
        }
        if let name { text += Self.quoted(name) + ":" }
    }

    /// A string in quotes, with what RFC 8259 (7) wants escaped.
    public static func quoted(_ value: String) -> String {
        var result = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
