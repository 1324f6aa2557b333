/// Words of other people inside a message.
public enum Quotation {
    /// The text in single quotes, shortened with `…` after `limit` characters; what a terminal would obey or hide is written as its code point.
    public static func quoted(_ text: String, limit: Int = 60) -> String {
        var result = "'"
        var count = 0
        for scalar in text.unicodeScalars {
            guard count < limit else { return result + "…'" }
            count += 1
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
                // The joiners are part of how words are spelt; everything else of these kinds is not to be seen.
                if scalar == "\u{200C}" || scalar == "\u{200D}" {
                    result.unicodeScalars.append(scalar)
                } else {
                    result += "<\(codePoint(scalar))>"
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "'"
    }

    /// `U+00E9`: the scalar's number in the notation of the Unicode Standard (appendix A.1).
    public static func codePoint(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
