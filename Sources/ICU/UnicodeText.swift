internal import CShims

/// Unicode's algorithms on text, by ICU. Offsets count UTF-16 code units.
///
/// Each call opens, uses and closes its own ICU objects, so that no object is ever seen by two threads.
public enum UnicodeText {
    /// The text in Normalization Form C (UAX #15).
    public static func nfc(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        return String(decoding: nfc(Array(text.utf16)), as: UTF16.self)
    }

    /// The text in Normalization Form C (UAX #15); unpaired surrogates stay as they are.
    public static func nfc(_ text: [UInt16]) -> [UInt16] { normalized(text, by: capprint_icu_nfc) }

    /// The text in Normalization Form D (UAX #15): letters and their marks apart.
    public static func nfd(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        return String(decoding: normalized(Array(text.utf16), by: capprint_icu_nfd), as: UTF16.self)
    }

    private static func normalized(
        _ text: [UInt16],
        by normalize: (UnsafePointer<UInt16>, Int32, UnsafeMutablePointer<UInt16>, Int32) -> Int32
    ) -> [UInt16] {
        guard text.count <= lengthLimit else { return text }
        var out = [UInt16](repeating: 0, count: text.count + 16)
        var count = normalize(text, Int32(text.count), &out, Int32(out.count))
        if count > out.count {
            out = [UInt16](repeating: 0, count: Int(count))
            count = normalize(text, Int32(text.count), &out, Int32(out.count))
        }
        guard count >= 0, count <= out.count else { return text }
        return Array(out.prefix(Int(count)))
    }

    /// How long a text ICU is given: NFC can make a text three times as long, and ICU counts in 32 bits.
    static let lengthLimit = Int(Int32.max / 8)

    /// The embedding level of each code unit, even for left to right, odd for right to left (UAX #9, up to rule I2).
    public static func bidiLevels(_ text: [UInt16], isRightToLeft: Bool) -> [UInt8] {
        let base: UInt8 = isRightToLeft ? 1 : 0
        var levels = [UInt8](repeating: base, count: text.count)
        guard !text.isEmpty, text.count <= lengthLimit else { return levels }
        // Nothing below U+0590 is written from right to left.
        if !isRightToLeft, text.allSatisfy({ $0 < 0x0590 }) { return levels }
        if capprint_icu_bidi_levels(text, Int32(text.count), base, &levels) { return levels }
        return [UInt8](repeating: base, count: text.count)
    }

    /// Which strong directions occur in a text (UAX #9, classes L, R and AL).
    public static func strongDirections(_ text: [UInt16]) -> (leftToRight: Bool, rightToLeft: Bool) {
        var found = (leftToRight: false, rightToLeft: false)
        for scalar in String(decoding: text, as: UTF16.self).unicodeScalars {
            switch capprint_icu_strong_direction(scalar.value) {
            case 1: found.leftToRight = true
            case 2: found.rightToLeft = true
            default: continue
            }
            if found.leftToRight, found.rightToLeft { break }
        }
        return found
    }

    /// The script of a character, which may be ``Script/common`` or ``Script/inherited`` (UAX #24).
    public static func script(of scalar: Unicode.Scalar) -> Script {
        Script(code: capprint_icu_script(scalar.value))
    }

    /// Whether a character stands upright in columns, by itself or in a vertical form of its own (UAX #50: U, Tu, Tr).
    public static func isUprightInColumns(_ scalar: Unicode.Scalar) -> Bool {
        capprint_icu_is_upright(scalar.value)
    }

    /// Whether a line of text can be parted before each code unit, `false` at the start (UAX #14).
    ///
    /// - Parameter style: `.strict` is the rule of careful setting (Japanese small kana stay with what is before them); `.phrase` also
    ///   keeps the words of Japanese phrases together.
    public static func lineBreaks(_ text: [UInt16], language: String, style: LineBreakStyle) -> [Bool] {
        let keywords = style == .phrase ? "lb=strict;lw=phrase" : "lb=strict"
        return boundaries(.lines, text, language: language, keywords: keywords)
    }

    /// Whether a word begins or ends before each code unit, by dictionary for Chinese, Japanese, Thai, Lao, Khmer and Burmese (UAX #29).
    public static func wordBoundaries(_ text: [UInt16], language: String) -> [Bool] {
        boundaries(.words, text, language: language, keywords: "")
    }

    /// Whether what a reader takes for one character can begin at each code unit (UAX #29, extended grapheme clusters).
    public static func graphemeBoundaries(_ text: [UInt16]) -> [Bool] {
        // Below U+0300 there are no marks, and of the clusters of several characters only CR LF.
        if text.allSatisfy({ $0 < 0x0300 && $0 != 0x0D }) { return text.indices.map { $0 > 0 } }
        return boundaries(.graphemes, text, language: "und", keywords: "")
    }

    /// Whether lines of this character's script are broken by dictionary (UAX #14, class SA).
    public static func needsDictionary(_ scalar: Unicode.Scalar) -> Bool {
        capprint_icu_needs_dictionary(scalar.value)
    }

    private enum Kind {
        case graphemes, words, lines

        var code: Int32 {
            switch self {
            case .graphemes: Int32(CAPPRINT_ICU_GRAPHEMES)
            case .words: Int32(CAPPRINT_ICU_WORDS)
            case .lines: Int32(CAPPRINT_ICU_LINES)
            }
        }
    }

    private static func boundaries(_ kind: Kind, _ text: [UInt16], language: String, keywords: String) -> [Bool] {
        var flags = [UInt8](repeating: 0, count: text.count)
        guard text.count > 1, text.count <= lengthLimit else { return flags.map { $0 != 0 } }
        let locale = localeName(language, keywords: keywords)
        if !capprint_icu_boundaries(kind.code, locale, text, Int32(text.count), &flags) {
            flags = [UInt8](repeating: 0, count: text.count)
        }
        return flags.map { $0 != 0 }
    }

    private static func localeName(_ tag: String, keywords: String) -> String {
        var buffer = [CChar](repeating: 0, count: 120)
        var name = "root"
        if tag.utf8.count < 100, capprint_icu_locale(tag, &buffer, Int32(buffer.count)) > 0 {
            name = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        if let at = name.firstIndex(of: "@") { name = String(name[..<at]) }
        return keywords.isEmpty ? name : name + "@" + keywords
    }
}

/// How readily lines of East Asian text are broken (UTS #35, keys `lb` and `lw`).
public enum LineBreakStyle: Hashable, Sendable { case strict, phrase }
