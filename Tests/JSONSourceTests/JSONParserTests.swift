import Diagnostics
import JSONSource
import Testing

@Suite("JSON")
struct JSONParserTests {
    private func kind(_ source: String) throws -> JSONValue.Kind {
        try JSONParser.parse(Array(source.utf8), file: "f").kind
    }

    @Test(
        "numbers",
        arguments: [
            ("0", 0), ("-0", 0), ("12", 12), ("-7", -7), ("1.5", 1.5), ("1e3", 1000), ("25E-1", 2.5), ("1E+2", 100),
            ("123456789012345678", 123_456_789_012_345_680), ("0.1", 0.1),
        ])
    func number(_ source: String, _ expected: Double) throws {
        guard case .number(let number) = try kind(source) else { throw Unexpected(source) }
        #expect(number == expected)
    }

    @Test(
        "texts, escaped or not",
        arguments: [
            (#""""#, ""), (#""a b""#, "a b"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9""#, "é"),
            (#""\uD83D\uDE00!""#, "😀!"), (#""猫\u732B""#, "猫猫"), ("\"😀\u{7F}\"", "😀\u{7F}"), (#""\u0000""#, "\0"),
        ])
    func text(_ source: String, _ expected: String) throws {
        guard case .string(let text) = try kind(source) else { throw Unexpected(source) }
        #expect(Array(text.unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test("line and column of every value, columns in code points")
    func places() throws {
        let source = "\u{FEFF}{\r\n  \"é😀\": [1,\r \"猫\", null],\n\t\"b\": {\"c\": true}}"
        var found: [String] = []
        func walk(_ value: JSONValue) {
            found.append("\(value.line):\(value.column)")
            switch value.kind {
            case .array(let values): values.forEach(walk)
            case .object(let members):
                for member in members {
                    found.append("\(member.name) \(member.line):\(member.column)")
                    walk(member.value)
                }
            default: break
            }
        }
        walk(try JSONParser.parse(Array(source.utf8), file: "f"))
        #expect(found == ["1:1", "é😀 2:3", "2:9", "2:10", "3:2", "3:7", "b 4:2", "4:7", "c 4:8", "4:13"])
    }

    @Test("what is not JSON is said in plain words", arguments: BrokenJSON.all)
    func broken(_ broken: BrokenJSON) {
        do throws(DiagnosticError) {
            let value = try JSONParser.parse(broken.bytes, file: "f")
            Issue.record("taken for JSON: \(value)")
        } catch {
            #expect(error.description == broken.says)
        }
    }

    @Test("nesting goes to 64 and no further")
    func depth() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        _ = try JSONParser.parse(nested(64), file: "f")
        #expect(throws: DiagnosticError.self) { try JSONParser.parse(nested(65), file: "f") }
        #expect(throws: DiagnosticError.self) { try JSONParser.parse(nested(1_000_000), file: "f") }
    }

    @Test("elements of the streamed list arrive one by one, wherever it stands")
    func streaming() throws {
        let source = #"{"a": {"list": [0]}, "list": [1, [2], {"list": [3]}], "b": 4}"#
        var places: [Int32] = []
        let top = try JSONParser.parse(Array(source.utf8), file: "f", streaming: "list") { places.append($0.column) }
        #expect(places == [31, 34, 39])
        var reader = ObjectReader(top, file: "f")
        #expect(reader.array("list")?.0.isEmpty == true)
        #expect(reader.number("b")?.0 == 4)
        reader.object("a") { nested in #expect(nested.array("list")?.0.count == 1) }
        reader.finish()
        #expect(reader.diagnostics.isEmpty)
    }

    @Test("elements before a mistake have been handed over")
    func streamingUpToMistake() {
        var count = 0
        #expect(throws: DiagnosticError.self) {
            try JSONParser.parse(Array(#"{"list": [1, 2, x"#.utf8), file: "f", streaming: "list") { _ in count += 1 }
        }
        #expect(count == 2)
    }

    private struct Unexpected: Error {
        var source: String
        init(_ source: String) { self.source = source }
    }
}
