internal import DisplayList
internal import Geometry

/// What is wrong in a line of a reference.
struct LineFault: Error {
    /// The byte that it is about.
    var offset: Int
    var message: String
    var hint: String?
}

/// Reads the words of one line.
struct LineScanner {
    let bytes: [UInt8]
    /// The next byte to read.
    private(set) var position = 0
    /// Behind the last byte of the line.
    private(set) var end = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Goes to the line between two offsets.
    mutating func start(_ position: Int, _ end: Int) {
        self.position = position
        self.end = end
    }

    var isAtEnd: Bool { position >= end }

    /// The next byte, 0 at the end of the line.
    var next: UInt8 { position < end ? bytes[position] : 0 }

    func fault(_ message: String, _ hint: String? = nil, at offset: Int? = nil) -> LineFault {
        LineFault(offset: offset ?? position, message: message, hint: hint)
    }

    func missing(_ what: String) -> LineFault {
        fault(isAtEnd ? "the line ends where \(what) should follow" : "\(what) should stand here")
    }

    /// Passes over the spaces between two words.
    mutating func space() {
        while position < end, bytes[position] == UInt8(ascii: " ") { position += 1 }
    }

    /// Passes a byte if it is the next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    /// Passes a bare word if it is the next.
    mutating func take(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard position + count <= end else { return false }
        let isSame = word.withUTF8Buffer { word in
            for offset in 0..<count where bytes[position + offset] != word[offset] { return false }
            return true
        }
        guard isSame, position + count == end || !LineScanner.isNameByte(bytes[position + count]) else { return false }
        position += count
        return true
    }

    /// Nothing may follow.
    mutating func finish() throws(LineFault) {
        space()
        guard isAtEnd else { throw fault("nothing should follow here") }
    }

    /// Whether no space follows.
    var isAtLastWord: Bool { !bytes[position..<max(position, end)].contains(UInt8(ascii: " ")) }

    // MARK: Names

    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
    }

    /// The bytes of a bare word, none where there is none.
    mutating func bareWord() -> Range<Int> {
        let start = position
        while position < end, LineScanner.isNameByte(bytes[position]) { position += 1 }
        return start..<position
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// A bare or quoted name.
    mutating func name(_ what: String) throws(LineFault) -> String {
        if next == UInt8(ascii: "\"") { return try quoted(what) }
        let word = bareWord()
        guard !word.isEmpty else { throw missing(what) }
        return string(word)
    }

    /// Text in quotes.
    mutating func quoted(_ what: String) throws(LineFault) -> String {
        let opening = position
        guard take(UInt8(ascii: "\"")) else { throw missing("\(what) in quotes") }
        let start = position
        var isPlain = true
        while position < end {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                isPlain = false
                position += 1
            }
            position += 1
        }
        guard position < end else {
            position = end
            throw fault("the quotes are not closed", at: opening)
        }
        let range = start..<position
        position += 1
        if isPlain {
            guard let text = String(validating: bytes[range], as: UTF8.self) else {
                throw fault("the text is not UTF-8", "save the file as UTF-8, or accept the cards anew", at: opening)
            }
            return text
        }
        return try unescaped(range)
    }

    private func unescaped(_ range: Range<Int>) throws(LineFault) -> String {
        var text: [UInt8] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            offset += 1
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            switch bytes[offset] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(bytes[offset])
            case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
            default:
                guard let (scalar, last) = codePoint(at: offset, before: range.upperBound) else {
                    throw fault(
                        "an escape that is none", "\\\", \\\\, \\n and \\{202e} with a code point are known",
                        at: offset - 1)
                }
                text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
                offset = last
            }
            offset += 1
        }
        guard let result = String(validating: text, as: UTF8.self) else {
            throw fault(
                "the text is not UTF-8", "save the file as UTF-8, or accept the cards anew", at: range.lowerBound)
        }
        return result
    }

    /// `{202e}`, and where its last byte stands.
    private func codePoint(at offset: Int, before end: Int) -> (Unicode.Scalar, Int)? {
        guard bytes[offset] == UInt8(ascii: "{"),
            let close = bytes[offset..<end].firstIndex(of: UInt8(ascii: "}")),
            let value = UInt32(string(offset + 1..<close), radix: 16), let scalar = Unicode.Scalar(value)
        else { return nil }
        return (scalar, close)
    }

    // MARK: Numbers

    /// A number with at most two decimals, in hundredths.
    mutating func hundredths(_ what: String) throws(LineFault) -> Int {
        let start = position
        let isNegative = take(UInt8(ascii: "-"))
        var value = 0
        var digits = 0
        while let digit = digit() {
            value = value * 10 + digit
            digits += 1
            guard digits < 12 else { throw fault("the number is too large", at: start) }
        }
        guard digits > 0 else {
            position = start
            throw missing(what)
        }
        value *= 100
        if take(UInt8(ascii: ".")) {
            guard let tenths = digit() else { throw fault("digits should follow the point") }
            value += tenths * 10 + (digit() ?? 0)
            guard digit() == nil else { throw fault("a number has at most two decimals", at: start) }
        }
        return isNegative ? -value : value
    }

    private mutating func digit() -> Int? {
        let byte = next
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        position += 1
        return Int(byte - UInt8(ascii: "0"))
    }

    mutating func integer(_ what: String) throws(LineFault) -> Int {
        let start = position
        var value = 0
        while let digit = digit() {
            value = value * 10 + digit
            guard position - start < 12 else { throw fault("the number is too large", at: start) }
        }
        guard position > start else { throw missing(what) }
        return value
    }

    mutating func length(_ what: String) throws(LineFault) -> Length {
        Hundredths.length(millimetres: try hundredths(what))
    }

    mutating func point() throws(LineFault) -> Point {
        Point(x: try length("a place x,y in mm"), y: try ordinate())
    }

    /// `,12.5`: what follows the x of a place.
    mutating func ordinate() throws(LineFault) -> Length {
        guard take(UInt8(ascii: ",")) else { throw missing("a comma and y") }
        return try length("y in mm")
    }

    mutating func size() throws(LineFault) -> Size {
        let width = try length("a width in mm")
        guard take(UInt8(ascii: "x")) else { throw missing("an x and the height") }
        return Size(width: width, height: try length("a height in mm"))
    }

    mutating func box() throws(LineFault) -> Rect {
        let origin = try point()
        space()
        return Rect(origin: origin, size: try size())
    }

    /// `@-2` if it stands here.
    mutating func turn() throws(LineFault) -> Double {
        guard take(UInt8(ascii: "@")) else { return 0 }
        let turn = Double(try hundredths("degrees")) / 100
        space()
        return turn
    }

    // MARK: Colours

    /// `#1a1a1a,#ffffff`; `#` alone is none.
    mutating func colors() throws(LineFault) -> [Color] {
        var colors: [Color] = []
        repeat {
            let start = position
            guard take(UInt8(ascii: "#")) else { throw missing("a colour such as #1a1a1a") }
            if colors.isEmpty, isAtEnd || next == UInt8(ascii: " ") { return [] }
            var value = 0
            for _ in 0..<6 {
                guard let digit = Self.hexadecimal(next) else {
                    throw fault("a colour has six digits, such as #1a1a1a", at: start)
                }
                value = value << 4 | digit
                position += 1
            }
            colors.append(
                Color(
                    red: Double(value >> 16) / 255, green: Double(value >> 8 & 255) / 255,
                    blue: Double(value & 255) / 255))
        } while take(UInt8(ascii: ","))
        return colors
    }

    private static func hexadecimal(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    // MARK: Letters

    mutating func digits(_ count: Int, _ what: String) throws(LineFault) -> UInt64 {
        var value: UInt64 = 0
        for _ in 0..<count {
            let digit = LetterCode.values[Int(next)]
            guard digit < 64 else { throw missing(what) }
            value = value << 6 | UInt64(digit)
            position += 1
        }
        return value
    }

    /// Three tiles of 4 bits in two digits.
    mutating func tiles() throws(LineFault) -> [UInt8] {
        let start = position
        var count = LetterCode.tileCount
        var mark = position
        while mark < end, bytes[mark] != UInt8(ascii: " "), bytes[mark] != UInt8(ascii: ":") { mark += 1 }
        if mark < end, bytes[mark] == UInt8(ascii: ":") {
            count = try integer("how many tiles there are")
            guard count <= 4096, take(UInt8(ascii: ":")) else { throw fault("the tiles are damaged", at: start) }
        }
        var tiles: [UInt8] = []
        tiles.reserveCapacity(count + 2)
        while tiles.count < count {
            let bits = try digits(2, "the picture's tiles")
            tiles += [UInt8(bits >> 8 & 15), UInt8(bits >> 4 & 15), UInt8(bits & 15)]
        }
        tiles.removeLast(tiles.count - count)
        return tiles
    }

    mutating func hash() throws(LineFault) -> UInt32 {
        UInt32(truncatingIfNeeded: try digits(LetterCode.hashDigits, "a hash"))
    }

    private mutating func difference() throws(LineFault) -> (value: Int, isMinusZero: Bool) {
        var digit = LetterCode.values[Int(next)]
        guard digit < 64 else { throw missing("the glyphs") }
        position += 1
        let isNegative = digit & 1 == 1
        var value = Int(digit >> 1 & 15)
        var shift = 4
        while digit & 32 != 0 {
            digit = LetterCode.values[Int(next)]
            guard digit < 64, shift < 40 else { throw fault("the glyphs are damaged") }
            position += 1
            value |= Int(digit & 31) << shift
            shift += 5
        }
        return (isNegative ? -value : value, isNegative && value == 0)
    }

    /// The glyphs of as many lines as there are, to the end of the word.
    mutating func glyphs(for lines: inout [ReferenceText.Line], text: String) throws(LineFault) {
        var expected = LetterCode.Expectation(text)
        for index in lines.indices {
            if index > 0, !take(LetterCode.line) { throw missing("a point and the glyphs of the next line") }
            var glyphs: [UInt32] = []
            func add(_ difference: Int) -> Bool {
                guard let glyph = UInt32(exactly: expected.glyph + difference) else { return false }
                expected.note(difference)
                glyphs.append(glyph)
                return true
            }
            while !isAtEnd, next != UInt8(ascii: " "), next != LetterCode.line, next != LetterCode.end {
                let start = position
                let (difference, isRun) = try self.difference()
                let count = isRun ? try self.difference().value : 1
                var isRight = count > 0 && count <= 10_000
                for _ in 0..<(isRight ? count : 0) where isRight { isRight = add(isRun ? 0 : difference) }
                guard isRight else { throw fault("the glyphs are damaged", at: start) }
            }
            if index == lines.count - 1, !take(LetterCode.end) {
                for _ in 0..<max(0, expected.left) {
                    guard add(0) else { throw fault("the glyphs are damaged") }
                }
            }
            lines[index].glyphs = glyphs
        }
    }
}
