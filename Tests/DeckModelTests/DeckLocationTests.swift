import DeckModel
import Diagnostics
import FileAccess
import Testing

@Suite("Finding the deck that was named")
struct DeckLocationTests {
    let base: String

    init() throws {
        base = try Files.makeTemporaryFolder()
        for folder in ["kitchen", "garden", "empty"] { try Files.makeFolder("\(base)/\(folder)") }
        let deck = #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "a", "words": {"en": "a"}}]}"#
        try DeckFolder.write(deck, to: "\(base)/kitchen/deck.json")
        try DeckFolder.write(deck, to: "\(base)/garden/tea.json")
    }

    @Test(
        "by its folder or its file",
        arguments: [
            ("kitchen", "kitchen/deck.json"), ("kitchen/", "kitchen/deck.json"), ("garden/tea.json", "garden/tea.json"),
        ])
    func found(_ path: String, _ file: String) {
        let (deck, diagnostics) = DeckReader.read(path: "\(base)/\(path)")
        #expect(diagnostics.isEmpty)
        #expect(deck?.file == "\(base)/\(file)")
        #expect(deck?.id == Paths.name(of: Paths.folder(of: file)))
    }

    @Test(
        "what is not there is a missing input with the nearest that is",
        arguments: [
            ("kitchn", "no file or folder 'BASE/kitchn'", "did you mean 'BASE/kitchen'?"),
            ("kitchn/deck.json", "no file or folder 'BASE/kitchn/deck.json'", "did you mean 'BASE/kitchen/deck.json'?"),
            (
                "kitchen/dekc.json", "no file or folder 'BASE/kitchen/dekc.json'",
                "did you mean 'BASE/kitchen/deck.json'?"
            ),
            ("garden", "no deck.json in the folder 'BASE/garden'", "there is 'BASE/garden/tea.json'"),
            ("empty", "no deck.json in the folder 'BASE/empty'", nil),
            ("nothing/like/this", "no file or folder 'BASE/nothing/like/this'", nil),
        ])
    func missing(_ path: String, _ message: String, _ hint: String?) {
        let (deck, diagnostics) = DeckReader.read(path: "\(base)/\(path)")
        func inBase(_ text: String) -> String {
            text.split(separator: "BASE", omittingEmptySubsequences: false).joined(separator: base)
        }
        #expect(deck == nil)
        #expect(diagnostics == [Diagnostic(.missingInput, inBase(message), hint: hint.map(inBase))])
    }

    @Test("an empty path and a device are none")
    func noDeck() {
        #expect(DeckReader.read(path: "").diagnostics.map(\.message) == ["no deck is named"])
        #expect(DeckReader.read(path: "/dev/null").diagnostics.map(\.message) == ["'/dev/null' is not a file"])
    }
}
