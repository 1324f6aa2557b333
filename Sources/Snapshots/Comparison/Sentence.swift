internal import Diagnostics
internal import DisplayList

/// The words in which differences are told. Lengths come in hundredths of a millimetre.
enum Sentence {
    /// `12.5 mm`.
    static func millimetres(_ hundredths: Int) -> String { "\(Hundredths.text(hundredths)) mm" }

    /// `moved 1.2 mm left and 0.3 mm down`; nil where neither is told.
    static func moved(right: Int, down: Int, upTo: Bool = false) -> String? {
        var parts: [String] = []
        if right != 0 { parts.append("\(millimetres(abs(right))) \(right > 0 ? "right" : "left")") }
        if down != 0 { parts.append("\(millimetres(abs(down))) \(down > 0 ? "down" : "up")") }
        return parts.isEmpty ? nil : "moved \(upTo ? "up to " : "")\(parts.joined(separator: " and "))"
    }

    /// `1 mm wider and 0.2 mm shorter`; nil where neither is told.
    static func grown(wider: Int, taller: Int) -> String? {
        var parts: [String] = []
        if wider != 0 { parts.append("\(millimetres(abs(wider))) \(wider > 0 ? "wider" : "narrower")") }
        if taller != 0 { parts.append("\(millimetres(abs(taller))) \(taller > 0 ? "taller" : "shorter")") }
        return parts.isEmpty ? nil : parts.joined(separator: " and ")
    }

    /// `turned 2° clockwise`.
    static func turned(_ hundredths: Int) -> String {
        "turned \(Hundredths.text(abs(hundredths)))° \(hundredths > 0 ? "clockwise" : "counter-clockwise")"
    }

    /// `size 18 → 16.5 pt`, of hundredths of a point.
    static func size(_ old: Int, _ new: Int) -> String { "size \(Hundredths.text(old)) → \(Hundredths.text(new)) pt" }

    static func color(_ color: Color) -> String {
        var text = ByteText()
        text.color(color)
        return text.string
    }

    /// `colour #2b2b2b → #803020`; of several only those that differ.
    static func colors(_ old: [Color], _ new: [Color]) -> String {
        func list(_ colors: [Color]) -> String {
            colors.isEmpty ? "none" : colors.map(color).joined(separator: " and ")
        }
        guard old.count == new.count else { return "colours \(list(old)) → \(list(new))" }
        var pairs: [String] = []
        for (left, right) in zip(old, new) where left != right {
            let pair = "\(color(left)) → \(color(right))"
            if !pairs.contains(pair) { pairs.append(pair) }
        }
        return "colour \(pairs.joined(separator: ", "))"
    }

    /// `text 珈琲 → コーヒー`; of two long texts only where they differ.
    static func texts(_ what: String, _ old: String, _ new: String) -> String {
        let (old, new) = shortened(Array(old), Array(new))
        return "\(what) \(shown(old)) → \(shown(new))"
    }

    private static let longText = 60
    private static let context = 12

    private static func shortened(_ old: [Character], _ new: [Character]) -> (String, String) {
        guard max(old.count, new.count) > longText else { return (String(old), String(new)) }
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
        var end = 0
        while end < min(old.count, new.count) - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        start = start > context + 1 ? start - context : 0
        end = end > context + 1 ? end - context : 0
        func part(_ text: [Character]) -> String {
            "\(start > 0 ? "…" : "")\(String(text[start..<text.count - end]))\(end > 0 ? "…" : "")"
        }
        return (part(old), part(new))
    }

    /// A text inside a sentence: what nobody sees as its code point, in quotes where its ends would not be seen.
    static func shown(_ text: String) -> String {
        var result = ""
        var isRightToLeft = false
        for scalar in text.unicodeScalars {
            if scalar != " ", ByteText.isHidden(scalar) {
                result += "<\(Quotation.codePoint(scalar))>"
            } else {
                result.unicodeScalars.append(scalar)
                isRightToLeft = isRightToLeft || Self.isRightToLeft(scalar)
            }
        }
        if result.isEmpty || result.first == " " || result.last == " "
            || result.contains(where: { "→;\"".contains($0) })
        {
            result = "\"\(result)\""
        }
        // Else the arrow between two words that run from right to left points from the new one to the old one.
        return isRightToLeft ? "\u{2068}\(result)\u{2069}" : result
    }

    /// `"コーヒー"`.
    static func quoted(_ text: String) -> String {
        let shown = shown(text)
        return shown.hasPrefix("\"") ? shown : "\"\(shown)\""
    }

    /// The blocks of scripts that run from right to left (Unicode Standard, 9 and 19; `DerivedBidiClass`, R and AL).
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
