import CardLayout
import Diagnostics
import FileAccess
import Geometry
import Testing

@Suite("Templates: data, by name or path, one laid over another")
struct TemplateTests {
    @Test(
        "the project's own templates read, in their sizes",
        arguments: [
            ("classic", 63.0, 88.0), ("large", 105, 148), ("memory", 60, 60), ("mini", 44, 63), ("talking", 105, 148),
            ("school", 63, 88), ("syllables", 63, 88), ("tracing", 105, 148),
        ])
    func own(name: String, width: Double, height: Double) throws {
        let template = try Room.library.template(name)
        #expect(template.size.width.isClose(to: .mm(width)))
        #expect(template.size.height.isClose(to: .mm(height)))
        #expect(!template.front.isEmpty && !template.back.isEmpty)
        #expect(!template.summary.isEmpty)
        // Whatever a card has or lacks, some arrangement takes it.
        #expect(template.front.contains { $0.condition == .init() })
        #expect(template.back.contains { $0.condition == .init() })
    }

    @Test("a child scales what it inherits, keeps readable floors, replaces and removes by name")
    func inheritance() throws {
        let folder = try Room.Folder()
        _ = try folder.write(
            "parent.json",
            """
            {"size": [50, 100], "bleed": 3, "safe": 4, "front": {"only": {"elements": {
              "ground": {"kind": "ground", "strength": 0.1},
              "word": {"kind": "headword", "box": [5, 60, 40, 20], "size": [20, 12]},
              "mark": {"kind": "mark", "box": [5, 5, 4, 4]}}}},
             "back": {"only": {"elements": {"code": {"kind": "code", "box": [20, 70, 20, 20]}}}}}
            """)
        let file = try folder.write(
            "child.json",
            """
            {"extends": "parent", "scaled": true, "size": [25, 50],
             "front": {"only": {"elements": {"mark": null, "word": {"lines": 3}}}}}
            """)
        let template = try Room.library.template(file)
        let elements = template.front[0].elements
        #expect(elements.map(\.name) == ["ground", "word"])
        let box = elements[1].box
        #expect(
            [box.minX, box.minY, box.width, box.height].map(\.millimetres).map { ($0 * 1000).rounded() / 1000 } == [
                2.5, 30, 20, 10,
            ])
        guard case .headword(let headword) = elements[1].kind else {
            Issue.record("the headword is \(elements[1].kind)")
            return
        }
        #expect(headword.mostLines == 3)
        #expect(headword.size == SizeRange(largest: .pt(12), smallest: .pt(12)))
        #expect(template.bleed == .mm(3))
    }

    @Test(
        "what is wrong with a template is said, all at once",
        arguments: [
            (#"{"size": [63, 88], "frnt": {}}"#, ["unknown field 'frnt'", "did you mean 'front'?"]),
            (#"{"size": [63]}"#, ["size: must be a list of 2 numbers"]),
            (#"{"size": [63, 88]}"#, ["the field 'front' is missing", "the field 'back' is missing"]),
            (
                #"{"extends": "classic", "front": {"word": {"elements": {"x": {"kind": "stiker"}}}}}"#,
                ["'stiker' is none of", "did you mean 'sticker'?"]
            ),
            (
                #"{"extends": "classic", "front": {"word": {"elements": {"x": {"kind": "mark"}}}}}"#,
                ["front.word.elements.x: the field 'box' is missing"]
            ),
            (
                #"{"extends": "classic", "front": {"word": {"elements": {"x": {"kind": "mark", "box": [60, 0, 9, 9]}}}}}"#,
                ["the box leaves the card, which is 63 × 88 mm"]
            ),
            (
                #"{"extends": "classic", "front": {"word": {"elements": {"headword": {"colorBy": ["tone", "gendre"]}}}}}"#,
                ["'gendre' is none of: gender, article, tone, syllable", "did you mean 'gender'?"]
            ),
            (
                #"{"extends": "classic", "front": {"word": {"elements": {"headword": {"colorBy": "tones"}}}}}"#,
                ["did you mean 'tone'?"]
            ),
            (
                #"{"extends": "classic", "front": {"word": {"elements": {"headword": {"tracing": "doted", "pen": 0.1}}}}}"#,
                ["did you mean 'dotted'?", "pen: must be from 0.2 to 2, found 0.1"]
            ),
            (#"{"extends": "clasic"}"#, ["there is no template 'clasic'", "did you mean 'classic'?"]),
            (
                #"{"extends": "memory", "back": {"pattern": {"elements": {"x": {"kind": "code", "box": [9, 9, 20, 20]}}}}}"#,
                ["back.pattern.elements.x: shows something of one card, but all cards share this back"]
            ),
            (
                #"{"extends": "memory", "back": {"pattern": {"when": {"photo": true}}}}"#,
                ["all cards share it, so it is one arrangement without \"when\""]
            ),
            (#"{"extends": "memory", "backs": "own"}"#, ["the field 'back' is missing"]),
            (
                #"{"extends": "classic", "backs": "none", "back": {"x": {"elements": {}}}}"#,
                ["is never printed: \"backs\" is \"none\""]
            ),
            (#"{"extends": "circle.json"}"#, ["templates extend each other in a circle"]),
            (#"{"size": [12, 10], "size": [10, 12]}"#, ["the field 'size' stands here twice"]),
        ])
    func problems(text: String, sentences: [String]) throws {
        let folder = try Room.Folder()
        let file = try folder.write("circle.json", text)
        let error = #expect(throws: DiagnosticError.self) { try Room.library.template(file) }
        for sentence in sentences {
            #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "no error")")
        }
    }

    @Test("names come from all folders, sorted, without papers and schemas")
    func names() {
        let names = Room.library.names
        #expect(names == names.sorted())
        let own = [
            "business", "business-us", "classic", "label", "large", "memory", "mini", "round", "school", "scroll",
            "syllables", "talking", "tracing",
        ]
        #expect(Set(own).isSubset(of: names))
        #expect(!names.contains { $0.contains("schema") || $0 == "papers" || $0 == "stocks" })
    }
}
