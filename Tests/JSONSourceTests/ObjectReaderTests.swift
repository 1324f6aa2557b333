import Diagnostics
import JSONSource
import Testing

@Suite("Reading members by name")
struct ObjectReaderTests {
    private func reader(_ source: String, card: String? = nil, path: String = "") throws -> ObjectReader {
        ObjectReader(try JSONParser.parse(Array(source.utf8), file: "f"), file: "f", card: card, path: path)
    }

    @Test("values come with their places")
    func values() throws {
        var reader = try reader(
            #"{"s": "x", "n": 2.5, "i": 7, "b": true, "l": ["p", "q"], "o": {"k": 1}, "m": {"en": 1}}"#)
        #expect(reader.string("s")?.0 == "x")
        #expect(reader.string("s")?.1.column == 7)
        #expect(reader.number("n", in: 0...3)?.0 == 2.5)
        #expect(reader.integer("i", in: 0...7)?.0 == 7)
        #expect(reader.bool("b")?.0 == true)
        #expect(reader.strings("l")?.0.map(\.0) == ["p", "q"])
        let inner = reader.object("o") { nested in
            defer { nested.finish() }
            return nested.integer("k", in: 1...1)?.0
        }
        #expect(inner == 1)
        #expect(reader.members("m")?.0.map(\.name) == ["en"])
        #expect(reader.string("absent") == nil)
        reader.finish()
        #expect(reader.diagnostics.isEmpty)
    }

    @Test("what is wrong is noted once, with place, card and path")
    func problems() throws {
        var reader = try reader(
            #"{"s": 1, "n": 9, "i": 1.5, "b": null, "l": [1], "os": [{"k": "x"}, 2], "stiker": 0, "s": 2}"#,
            card: "cup", path: "words.fr")
        #expect(reader.string("s") == nil)
        #expect(reader.number("n", in: 0...3) == nil)
        #expect(reader.integer("i", in: 0...7) == nil)
        #expect(reader.bool("b") == nil)
        #expect(reader.strings("l")?.0.isEmpty == true)
        let inner = reader.objects("os") { nested in
            defer { nested.finish() }
            return nested.choice("k", of: ["xy", "z"])?.0
        }
        #expect(inner == [nil, nil])
        #expect(reader.value("sticker") == nil)
        #expect(reader.string("needed", required: true) == nil)
        reader.finish(unknown: .error)
        let prefix = "error: card 'cup', words.fr"
        #expect(
            reader.diagnostics.map(\.description) == [
                "f:1:90: \(prefix).s: must be text in double quotes, found a number",
                "f:1:15: \(prefix).n: must be from 0 to 3, found 9",
                "f:1:23: \(prefix).i: must be a whole number, found 1.5",
                "f:1:33: \(prefix).b: must be true or false, found null\n"
                    + "  hint: leave the field out where there is nothing to say",
                "f:1:45: \(prefix).l[0]: must be text in double quotes, found a number",
                "f:1:62: \(prefix).os[0].k: 'x' is none of: xy, z",
                "f:1:68: \(prefix).os[1]: must be an object { … }, found a number",
                "f:1:1: \(prefix): the field 'needed' is missing",
                "f:1:72: \(prefix): unknown field 'stiker'\n  hint: did you mean 'sticker'?",
                "f:1:85: \(prefix): the field 's' stands here twice\n  hint: it stands first in line 1",
            ])
    }

    @Test("one that is no object has one problem and no members")
    func noObject() throws {
        var reader = try reader("[]")
        #expect(reader.string("id", required: true) == nil)
        reader.finish()
        #expect(reader.diagnostics.map(\.message) == ["must be an object { … }, found a list [ … ]"])
    }
}
