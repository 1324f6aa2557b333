/// Hashes and glyph numbers, short: what only the program compares, at the end of a line.
///
/// Digits are those of base64url (RFC 4648, section 5). A glyph's number is told as the difference from what the letter lets expect:
/// fonts number the letters of a script in the order of Unicode, so most differences are none.
enum LetterCode {
    static let digits: [UInt8] = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The value of each byte that is a digit, 0xFF of others.
    static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
        return values
    }()

    /// There are fewer glyphs than letters; without it those that are left are as expected.
    static let end = UInt8(ascii: "!")
    /// Between the lines of a text.
    static let line = UInt8(ascii: ".")

    /// Digits of a hash of 24 bits, and of one of 36.
    static let hashDigits = 4
    static let artHashDigits = 6
    /// Tiles of a picture.
    static let tileCount = 64

    /// What number a glyph has where nothing else is known: that of the letter, moved by as much as for the letter of this kind before.
    struct Expectation {
        private let scalars: [UInt32]
        private var next = 0
        /// For ASCII, other letters below U+3000, and all above. Most fonts have the space as glyph 3, and ASCII behind it.
        private var shifts = (-29, 0, 0)

        init(_ text: String) { scalars = text.unicodeScalars.map(\.value) }

        /// How many letters have had no glyph yet; below zero where there were more glyphs than letters.
        var left: Int { scalars.count - next }

        private var scalar: UInt32 { next < scalars.count ? scalars[next] : 0 }

        var glyph: Int {
            let letter = scalar
            return Int(letter) + (letter < 0x80 ? shifts.0 : letter < 0x3000 ? shifts.1 : shifts.2)
        }

        /// Goes on to the next letter; the glyph of this one had a number that was so much higher than expected.
        mutating func note(_ difference: Int) {
            let letter = scalar
            if letter < 0x80 {
                shifts.0 += difference
            } else if letter < 0x3000 {
                shifts.1 += difference
            } else {
                shifts.2 += difference
            }
            next += 1
        }
    }
}

extension ByteText {
    mutating func hash(_ value: UInt32) { digits(UInt64(value), LetterCode.hashDigits) }

    /// The highest first.
    mutating func digits(_ value: UInt64, _ count: Int) {
        for place in (0..<count).reversed() {
            add(byte: LetterCode.digits[Int(value >> UInt64(6 * place) & 63)])
        }
    }

    /// A glyph's difference: the lowest digit first, 4 bits and the sign in the first, 5 in each other, bit 5 where more follow (as in source maps).
    mutating func difference(_ value: Int) {
        var rest = value.magnitude
        var digit = Int(rest & 15) << 1 | (value < 0 ? 1 : 0)
        rest >>= 4
        while rest > 0 {
            add(byte: LetterCode.digits[digit | 32])
            digit = Int(rest & 31)
            rest >>= 5
        }
        add(byte: LetterCode.digits[digit])
    }

    /// The glyphs of all lines of a text.
    mutating func glyphs(of lines: [ReferenceText.Line], text: String) {
        var expected = LetterCode.Expectation(text)
        for (index, line) in lines.enumerated() {
            if index > 0 { add(byte: LetterCode.line) }
            var asExpected = 0
            for glyph in line.glyphs {
                let difference = Int(glyph) - expected.glyph
                expected.note(difference)
                if difference == 0 {
                    asExpected += 1
                } else {
                    run(asExpected)
                    asExpected = 0
                    self.difference(difference)
                }
            }
            if index < lines.count - 1 || expected.left != 0 { run(asExpected) }
        }
        if !lines.isEmpty, expected.left > 0 { add(byte: LetterCode.end) }
    }

    /// Glyphs in a row that are as expected: a zero each, or minus zero and their count.
    private mutating func run(_ count: Int) {
        if count < 3 {
            for _ in 0..<count { difference(0) }
        } else {
            add(byte: LetterCode.digits[1])
            difference(count)
        }
    }
}
