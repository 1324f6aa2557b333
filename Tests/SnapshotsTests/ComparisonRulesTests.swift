import Diagnostics
import Geometry
import Testing

@testable import Snapshots

@Suite("The rules file")
struct ComparisonRulesTests {
    private func read(_ text: String) throws -> ComparisonRules {
        try ComparisonRules(file: "deck.snapshot-rules.json", bytes: Array(text.utf8))
    }

    @Test("every field is read")
    func all() throws {
        let rules = try read(
            """
            {"$schema": "x", "tolerance": 0.1, "ignore": ["captured", "words.*.reading"],
             "regions": [{"side": "back", "box": [37, 62, 21, 21]}, {"box": [0, 0, 5, 5]}],
             "cards": {"mug": {"tolerance": 0.5, "ignore": ["sticker"]}}}
            """)
        #expect(rules.tolerance == .mm(0.1))
        #expect(rules.ignoredFields.map(\.pattern) == ["captured", "words.*.reading"])
        #expect(rules.ignoredRegions.map(\.side) == ["back", nil])
        #expect(rules.ignoredRegions[0].area.maxX.isClose(to: .mm(58)))
        let mug = rules.rules(for: "mug")
        #expect(mug.tolerance == .mm(0.5))
        #expect(mug.ignoredFields.map(\.pattern) == ["captured", "words.*.reading", "sticker"])
        #expect(rules.rules(for: "cup").tolerance == .mm(0.1))
    }

    @Test("an empty file of rules is the usual rules")
    func empty() throws { #expect(try read("{}") == ComparisonRules()) }

    @Test("all that is wrong is told, with what was meant")
    func faults() {
        let text = """
            {"tolerence": 0.1, "ignore": [7, ""],
             "regions": [{"side": "bakc", "box": [1, 2, 3]}],
             "cards": {"mug": {"ignored": []}}}
            """
        let error = #expect(throws: DiagnosticError.self) { try read(text) }
        let told = error?.diagnostics.map { "\($0.place?.line ?? 0) \($0.message)" } ?? []
        #expect(
            told == [
                "1 must be text in double quotes, found a number", "1 an empty text names no field",
                "2 'bakc' is none of: front, back", "2 must be four numbers: x, y, width and height in mm",
                "3 unknown field 'ignored'", "1 unknown field 'tolerence'",
            ])
        #expect(error?.diagnostics.last?.hint == "did you mean 'tolerance'?")
    }

    @Test("rules for a card that is not there name the nearest that is")
    func unknownCard() throws {
        let rules = try read(#"{"cards": {"cofee-cup": {}, "mug": {}}}"#)
        let problems = rules.problems(amongCards: ["coffee-cup", "mug"], in: [])
        #expect(problems.map(\.message) == ["the deck has no card 'cofee-cup'"])
        #expect(problems.first?.hint == "did you mean 'coffee-cup'?")
        #expect(problems.first?.place?.line == 1)
    }

    @Test("fields and regions that pass over nothing are told, with their place and what was meant")
    func unused() throws {
        let rules = try read(
            """
            {"ignore": ["captoin", "words.*.redding", "words.*.reading", "caption"],
             "regions": [{"side": "front", "box": [37, 62, 21, 21]}, {"side": "back", "box": [37, 62, 21, 21]}],
             "cards": {"mug": {"ignore": ["photo", "stickr"]}}}
            """)
        let problems = rules.problems(amongCards: ["coffee-cup", "mug", "tea"], in: [SampleReference.deck])
        #expect(
            problems.map { "\($0.place?.line ?? 0): \($0.message)" } == [
                "1: no card has a field 'captoin' to ignore", "1: no card has a field 'words.*.redding' to ignore",
                "2: nothing lies wholly in the region front:37,62,21,21",
                "3: card 'mug' has no field 'stickr' to ignore",
            ])
        #expect(problems.map(\.severity) == Array(repeating: .warning, count: 4))
        #expect(problems[0].hint == "did you mean 'caption'?")
        #expect(problems[1].hint == "did you mean 'words.*.reading'?")
        let option = ComparisonRules(ignoredFields: ["nothing-like-it"])
            .problems(amongCards: [], in: [SampleReference.deck])
        #expect(
            option.first?.hint
                == "there are: caption, ground, link, mark, photo, sticker, words.*.name, words.*.reading, words.*.text"
        )
    }

    @Test("Regions of a side: those for all cards and those of one")
    func areas() {
        func box(_ x: Double) -> Rect { Rect(x: .mm(x), y: .mm(2), width: .mm(3), height: .mm(4)) }
        let rules = ComparisonRules(
            ignoredRegions: [.init(side: nil, area: box(1)), .init(side: "front", area: box(2))],
            exceptions: ["mug": .init(ignoredRegions: [.init(side: "back", area: box(3))])])
        #expect(rules.rules(for: "cup").ignoredAreas(on: "back") == [box(1)])
        #expect(rules.rules(for: "mug").ignoredAreas(on: "back") == [box(1), box(3)])
        #expect(rules.rules(for: "mug").ignoredAreas(on: "front") == [box(1), box(2)])
    }
}
