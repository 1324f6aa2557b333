import Diagnostics

extension JSONScanner {
    /// The text whose opening quote is the next byte (RFC 8259, section 7).
    mutating func string(from start: Mark) throws(DiagnosticError) -> String {
        position += 1
        var run = position
        var unescaped: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                let end = position
                position += 1
                if unescaped.isEmpty { return String(decoding: bytes[run..<end], as: UTF8.self) }
                unescaped += bytes[run..<end]
                return String(decoding: unescaped, as: UTF8.self)
            } else if byte == UInt8(ascii: "\\") {
                unescaped += bytes[run..<position]
                try escape(into: &unescaped, from: start)
                run = position
            } else if byte < 0x20 {
                throw controlCharacter(byte, from: start)
            } else if byte < 0x80 {
                position += 1
            } else {
                let length = sequenceLength(at: position)
                guard length > 0 else { throw notUTF8() }
                position += length
            }
        }
        throw unclosedText(from: start)
    }

    private func unclosedText(from start: Mark) -> DiagnosticError {
        failure(start, "the text that starts here is not closed", "put a \" at its end")
    }

    private mutating func controlCharacter(_ byte: UInt8, from start: Mark) -> DiagnosticError {
        switch byte {
        case 0x0A, 0x0D:
            return failure(
                start, "the text that starts here is not closed on its line",
                "put a \" at its end; a line break inside text is written \\n")
        case 0x09: return failure(at: position, "a tab stands inside text", "write \\t, or a space")
        default:
            let name = Quotation.codePoint(Unicode.Scalar(byte))
            return failure(at: position, "the control character \(name) stands inside text", "remove it")
        }
    }

    private mutating func notUTF8() -> DiagnosticError {
        let digits = String(bytes[position], radix: 16, uppercase: true)
        return failure(at: position, "the byte \(digits) here is not UTF-8", "save the file as UTF-8")
    }

    /// Bytes of the well-formed UTF-8 sequence that starts at `offset`, 0 where there is none (The Unicode Standard, table 3-7).
    private func sequenceLength(at offset: Int) -> Int {
        func byte(_ step: Int) -> UInt8 { offset + step < bytes.count ? bytes[offset + step] : 0 }
        func isTail(_ step: Int) -> Bool { byte(step) & 0xC0 == 0x80 }
        switch bytes[offset] {
        case 0xC2...0xDF: return isTail(1) ? 2 : 0
        case 0xE0: return (0xA0...0xBF).contains(byte(1)) && isTail(2) ? 3 : 0
        case 0xED: return (0x80...0x9F).contains(byte(1)) && isTail(2) ? 3 : 0
        case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : 0
        case 0xF0: return (0x90...0xBF).contains(byte(1)) && isTail(2) && isTail(3) ? 4 : 0
        case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : 0
        case 0xF4: return (0x80...0x8F).contains(byte(1)) && isTail(2) && isTail(3) ? 4 : 0
        default: return 0
        }
    }

    // MARK: Escapes

    private mutating func escape(into result: inout [UInt8], from start: Mark) throws(DiagnosticError) {
        let backslash = position
        position += 1
        guard let letter = next else { throw unclosedText(from: start) }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(letter)
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "u"):
            result.append(contentsOf: Character(try escapedScalar(backslash, from: start)).utf8)
        default:
            position = backslash + 1
            throw failure(
                at: backslash, "a backslash before \(found) means nothing in JSON",
                "a backslash itself is written \\\\; in paths use /")
        }
    }

    private mutating func escapedScalar(_ backslash: Int, from start: Mark) throws(DiagnosticError) -> Unicode.Scalar {
        let unit = try fourDigits(backslash, from: start)
        if let scalar = Unicode.Scalar(UInt32(unit)) { return scalar }
        // Half of a character beyond U+FFFF: the other half has to follow.
        if unit < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        {
            position += 2
            let low = try fourDigits(backslash, from: start)
            if (0xDC00...0xDFFF).contains(low),
                let scalar = Unicode.Scalar(0x10000 + (UInt32(unit - 0xD800) << 10 | UInt32(low - 0xDC00)))
            {
                return scalar
            }
        }
        throw failure(
            at: backslash, "\\u\(String(unit, radix: 16, uppercase: true)) is half a character without its other half",
            "write the character itself")
    }

    private mutating func fourDigits(_ backslash: Int, from start: Mark) throws(DiagnosticError) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next else { throw unclosedText(from: start) }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw failure(at: backslash, "\\u stands without four hexadecimal digits", "write it like \\u00e9")
            }
            value = value << 4 | UInt16(digit)
            position += 1
        }
        return value
    }
}
