internal import Fonts
internal import ICU

/// A syllable in zhuyin, stacked beside its character (W3C clreq, 3.3.4 "Positioning of Zhuyin"). Lengths are in ems of the base.
struct Zhuyin: Sendable {
    /// A symbol and where the middle of its ink lies: from the base's right edge, and above the baseline.
    struct Symbol: Sendable {
        var text: ShapedText
        var x: Double
        var y: Double
        var size: Double
    }

    var symbols: [Symbol] = []
    /// Of the column, with its tone mark.
    let width = 0.52

    private static let size = 0.3
    /// The middle of an ideograph's em box above the baseline.
    private static let middle = 0.38
    private static let neutral: Unicode.Scalar = "\u{02D9}"
    private static let tones: Set<Unicode.Scalar> = ["\u{02C9}", "\u{02CA}", "\u{02C7}", "\u{02CB}", "\u{02D9}"]

    /// Whether a reading has nothing but zhuyin symbols, their tones and spaces.
    static func isZhuyin(_ reading: String) -> Bool {
        var hasSymbol = false
        for scalar in reading.unicodeScalars {
            switch scalar.value {
            case 0x3100...0x312F, 0x31A0...0x31BF: hasSymbol = true
            default: guard tones.contains(scalar) || scalar.properties.isWhitespace else { return false }
            }
        }
        return hasSymbol
    }

    init(_ reading: String, language: String, fonts: FontBook) {
        let scalars = reading.unicodeScalars.filter { !$0.properties.isWhitespace }
        let letters = scalars.filter { !Zhuyin.tones.contains($0) }
        let tone = scalars.first { Zhuyin.tones.contains($0) && $0 != "\u{02C9}" }
        let isNeutral = tone == Zhuyin.neutral
        // The light tone's dot stands above the column and takes part in its centring.
        let dot = isNeutral ? 0.12 : 0
        let height = Double(letters.count) * Zhuyin.size + dot
        let top = Zhuyin.middle + height / 2
        func shaped(_ scalar: Unicode.Scalar) -> ShapedText {
            ShapedText(String(Character(scalar)), language: language, weight: .regular, fonts: fonts)
        }
        let column = 0.02 + Zhuyin.size / 2
        for (row, letter) in letters.enumerated() {
            let y = top - dot - (Double(row) + 0.5) * Zhuyin.size
            symbols.append(Symbol(text: shaped(letter), x: column, y: y, size: Zhuyin.size))
        }
        guard let tone else { return }
        if isNeutral {
            symbols.insert(Symbol(text: shaped(tone), x: column, y: top - dot / 2, size: Zhuyin.size), at: 0)
        } else {
            // Beside the upper part of the last symbol.
            let y = top - (Double(letters.count) - 0.75) * Zhuyin.size
            symbols.append(
                Symbol(text: shaped(tone), x: column + Zhuyin.size / 2 + 0.1, y: y, size: Zhuyin.size * 1.1))
        }
    }
}
