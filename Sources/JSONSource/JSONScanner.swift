import Diagnostics

/// The parser at work: where it stands in the bytes, and the line and column of a place it has passed.
struct JSONScanner {
    let bytes: [UInt8]
    let file: String
    /// The next byte to read.
    var position = 0
    /// A byte whose line and column are known. It only moves forwards, so that counting columns in one line of many megabytes stays linear.
    private var mark = 0
    private var line: Int32 = 1
    private var column: Int32 = 1

    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    /// The next byte, nil at the end.
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    // MARK: Places

    struct Mark {
        var line: Int32
        var column: Int32
    }

    /// Line and column of a byte that is not before any asked for so far.
    mutating func place(of offset: Int) -> Mark {
        while mark < offset, mark < bytes.count {
            let byte = bytes[mark]
            mark += 1
            if byte == UInt8(ascii: "\n") {
                nextLine()
            } else if byte == UInt8(ascii: "\r") {
                if mark >= bytes.count || bytes[mark] != UInt8(ascii: "\n") { nextLine() }
            } else if byte & 0xC0 != 0x80 {
                column &+= 1
            }
        }
        return Mark(line: line, column: column)
    }

    private mutating func nextLine() {
        line &+= 1
        column = 1
    }

    func failure(_ place: Mark, _ message: String, _ hint: String?) -> DiagnosticError {
        DiagnosticError(
            Diagnostic(
                .error, at: Place(file: file, line: Int(place.line), column: Int(place.column)), message, hint: hint))
    }

    mutating func failure(at offset: Int, _ message: String, _ hint: String?) -> DiagnosticError {
        failure(place(of: offset), message, hint)
    }

    // MARK: Documents

    mutating func document(streaming member: String?, _ body: (JSONValue) -> Void) throws(DiagnosticError) -> JSONValue
    {
        try skipByteOrderMark()
        skipSpace()
        guard next != nil else {
            throw failure(at: 0, "the file is empty", "it must hold one value, such as { … }")
        }
        let value =
            if let member, next == UInt8(ascii: "{") {
                try object(depth: 1, streaming: member, body)
            } else {
                try value(depth: 1)
            }
        skipSpace()
        if next != nil { throw textAfterTheEnd() }
        return value
    }

    private mutating func skipByteOrderMark() throws(DiagnosticError) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            position = 3
            mark = 3
        } else if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
            || bytes.prefix(2).contains(0)
        {
            throw failure(at: 0, "the file is not UTF-8; it looks like UTF-16", "save it again as UTF-8")
        }
    }

    mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func textAfterTheEnd() -> DiagnosticError {
        if let comment = commentFailure() { return comment }
        let hint =
            switch next {
            case UInt8(ascii: "}"), UInt8(ascii: "]"): "there is one \(found) too many, here or further up"
            case UInt8(ascii: ","): "remove the comma"
            default: "a file holds one value; remove what follows it"
            }
        return failure(at: position, "\(found) stands after the end of the document", hint)
    }

    // MARK: Values

    /// The value that starts at the next byte, space skipped before.
    mutating func value(depth: Int) throws(DiagnosticError) -> JSONValue {
        let place = place(of: position)
        switch next {
        case UInt8(ascii: "\""):
            return JSONValue(.string(try string(from: place)), line: place.line, column: place.column)
        case UInt8(ascii: "{"):
            return try object(depth: depth, streaming: nil) { _ in }
        case UInt8(ascii: "["):
            return try array(depth: depth)
        case .some(UInt8(ascii: "0")...UInt8(ascii: "9")), UInt8(ascii: "-"):
            return JSONValue(.number(try number()), line: place.line, column: place.column)
        default:
            for (word, kind) in JSONScanner.words where follows(word) {
                position += word.count
                return JSONValue(kind, line: place.line, column: place.column)
            }
            throw notAValue()
        }
    }

    private static let words: [([UInt8], JSONValue.Kind)] = [
        (Array("true".utf8), .bool(true)), (Array("false".utf8), .bool(false)), (Array("null".utf8), .null),
    ]

    /// Whether the word stands here and no letter or digit goes on with it.
    private func follows(_ word: [UInt8]) -> Bool {
        let end = position + word.count
        guard end <= bytes.count, bytes[position..<end].elementsEqual(word) else { return false }
        return end == bytes.count || !JSONScanner.isWordByte(bytes[end])
    }

    private mutating func object(
        depth: Int, streaming member: String?, _ body: (JSONValue) -> Void
    ) throws(DiagnosticError) -> JSONValue {
        let start = place(of: position)
        try checkDepth(depth)
        var members: [JSONValue.Member] = []
        var container = Container(opening: "{", closing: "}", start: start)
        position += 1
        while try container.hasNext(&self, isFirst: members.isEmpty) {
            let namePlace = place(of: position)
            guard next == UInt8(ascii: "\"") else { throw notAName() }
            let name = try string(from: namePlace)
            let nameEnd = position
            skipSpace()
            guard next == UInt8(ascii: ":") else {
                if next == nil { throw container.unclosed(self) }
                throw failure(
                    at: nameEnd, "there is no colon after the name \(Quotation.quoted(name))",
                    "write \"name\": value")
            }
            position += 1
            skipSpace()
            if next == nil { throw container.unclosed(self) }
            let value: JSONValue
            if let member, name == member, next == UInt8(ascii: "[") {
                let place = place(of: position)
                try elements(depth: depth + 1, body)
                value = JSONValue(.array([]), line: place.line, column: place.column)
            } else {
                value = try self.value(depth: depth + 1)
            }
            container.valueEnded(at: position)
            members.append(.init(name: name, line: namePlace.line, column: namePlace.column, value: value))
        }
        return JSONValue(.object(members), line: start.line, column: start.column)
    }

    private mutating func array(depth: Int) throws(DiagnosticError) -> JSONValue {
        let start = place(of: position)
        var values: [JSONValue] = []
        try elements(depth: depth) { values.append($0) }
        return JSONValue(.array(values), line: start.line, column: start.column)
    }

    private mutating func elements(depth: Int, _ body: (JSONValue) -> Void) throws(DiagnosticError) {
        try checkDepth(depth)
        var container = Container(opening: "[", closing: "]", start: place(of: position))
        position += 1
        var isFirst = true
        while try container.hasNext(&self, isFirst: isFirst) {
            isFirst = false
            body(try value(depth: depth + 1))
            container.valueEnded(at: position)
        }
    }

    private mutating func checkDepth(_ depth: Int) throws(DiagnosticError) {
        guard depth <= JSONParser.depthLimit else {
            throw failure(
                at: position, "more than \(JSONParser.depthLimit) objects and lists stand in one another",
                "no file of this program needs so many; something has gone wrong where it was made")
        }
    }
}

extension JSONScanner {
    /// What stands between the members of an object or the elements of a list.
    struct Container {
        let opening: String
        let closing: Unicode.Scalar
        let start: Mark
        private var valueEnd = 0

        init(opening: String, closing: Unicode.Scalar, start: Mark) {
            self.opening = opening
            self.closing = closing
            self.start = start
        }

        mutating func valueEnded(at offset: Int) { valueEnd = offset }

        /// Passes over a comma, or the closing bracket; whether a further value starts here.
        func hasNext(_ scanner: inout JSONScanner, isFirst: Bool) throws(DiagnosticError) -> Bool {
            scanner.skipSpace()
            guard let byte = scanner.next else { throw unclosed(scanner) }
            if byte == UInt8(ascii: closing) {
                scanner.position += 1
                return false
            }
            if isFirst {
                if byte == UInt8(ascii: ",") {
                    throw scanner.failure(
                        at: scanner.position, "a comma stands before the first value", "remove the comma")
                }
                return true
            }
            guard byte == UInt8(ascii: ",") else { throw noComma(&scanner, byte) }
            let comma = scanner.position
            scanner.position += 1
            scanner.skipSpace()
            switch scanner.next {
            case nil: throw unclosed(scanner)
            case UInt8(ascii: closing):
                throw scanner.failure(
                    at: comma, "a comma stands before '\(closing)' with nothing after it",
                    "there is a comma too many before \(closing)")
            case UInt8(ascii: ","):
                throw scanner.failure(
                    at: scanner.position, "two commas stand here with nothing between them", "remove one comma")
            default: return true
            }
        }

        func unclosed(_ scanner: JSONScanner) -> DiagnosticError {
            let isObject = opening == "{"
            return scanner.failure(
                start, "\(isObject ? "the object" : "the list") that starts here is not closed",
                "a \(closing) is missing, or the file was cut off")
        }

        private func noComma(_ scanner: inout JSONScanner, _ byte: UInt8) -> DiagnosticError {
            if let comment = scanner.commentFailure() { return comment }
            if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                let hint = "the \(opening) of line \(start.line) is closed with \(closing)"
                return scanner.failure(
                    at: scanner.position, "\(scanner.found) stands where ',' or '\(closing)' should", hint)
            }
            if byte == UInt8(ascii: ":") {
                return scanner.failure(
                    at: scanner.position, "':' stands where ',' or '\(closing)' should",
                    "a name and its value stand inside { }")
            }
            if scanner.position == valueEnd, scanner.bytes[valueEnd - 1] == UInt8(ascii: "\"") {
                return scanner.failure(
                    at: valueEnd, "the text ends before \(scanner.found)", "a \" inside text is written \\\"")
            }
            let next = scanner.position
            let place = scanner.place(of: valueEnd)
            return scanner.failure(
                place, "there is no comma after this value",
                "put a comma here: what follows in line \(scanner.place(of: next).line) is the next one")
        }
    }
}
