internal import CShims

/// A script of ISO 15924, such as `Latn`.
public struct Script: Hashable, Sendable, CustomStringConvertible {
    /// The four letters of the code as one number, the first in the highest byte, as OpenType tags are written.
    public let code: UInt32

    public init(code: UInt32) {
        self.code = code
    }

    /// The script with a code of four letters, in any case; nil for anything else.
    public init?(_ name: some StringProtocol) {
        let letters = Array(name.utf8)
        guard letters.count == 4 else { return nil }
        var code: UInt32 = 0
        for (index, letter) in letters.enumerated() {
            guard (0x41...0x5A).contains(letter & 0xDF) else { return nil }
            code = code << 8 | UInt32(index == 0 ? letter & 0xDF : letter | 0x20)
        }
        self.code = code
    }

    /// The code's four letters, `Latn`.
    public var description: String {
        String(decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: code >> $0) }, as: UTF8.self)
    }

    /// The English name that Unicode gives it, such as "Latin" or "Canadian Aboriginal"; the code where there is none.
    public var name: String {
        if self == .emoji { return "Emoji" }
        guard let name = capprint_icu_script_name(code) else { return description }
        return String(cString: name).split(separator: "_").joined(separator: " ")
    }

    /// Whether it is written from right to left (`uscript_isRightToLeft`).
    public var isRightToLeft: Bool { capprint_icu_is_right_to_left_script(code) }

    public static let common = Script(code: 0x5A79_7979)
    public static let inherited = Script(code: 0x5A69_6E68)
    public static let unknown = Script(code: 0x5A7A_7A7A)
    /// Emoji, which ISO 15924 counts as a script.
    public static let emoji = Script(code: 0x5A73_7965)
    public static let greek = Script(code: 0x4772_656B)
    public static let cyrillic = Script(code: 0x4379_726C)
    public static let latin = Script(code: 0x4C61_746E)
    public static let arabic = Script(code: 0x4172_6162)
    public static let han = Script(code: 0x4861_6E69)
    public static let hiragana = Script(code: 0x4869_7261)
    public static let katakana = Script(code: 0x4B61_6E61)
    public static let bopomofo = Script(code: 0x426F_706F)
    public static let hangul = Script(code: 0x4861_6E67)

    /// Scripts that Chinese, Japanese and Korean mix in one word, and that one font has.
    public static let eastAsian: Set<Script> = [.han, .hiragana, .katakana, .bopomofo, .hangul]
}
