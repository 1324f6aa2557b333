import Diagnostics
import Testing

@Suite("Did you mean")
struct SuggestionTests {
    static let known = ["sticker", "photo", "clip", "captured", "copies", "note"]

    @Test(
        "the nearest name",
        arguments: [
            ("stiker", "sticker"), ("Sticker", "sticker"), ("stikcer", "sticker"), ("foto", nil), ("phtoo", "photo"),
            ("nots", "note"), ("copys", nil), ("copyes", "copies"), ("", nil), ("audio", nil), ("captions", nil),
            ("sticker2", "sticker"),
        ])
    func nearest(_ written: String, _ expected: String?) {
        #expect(Suggestion.nearest(to: written, among: SuggestionTests.known) == expected)
    }

    @Test("ties go to the first known")
    func ties() {
        #expect(Suggestion.nearest(to: "bat", among: ["cat", "hat", "bar"]) == "cat")
        #expect(Suggestion.hint(for: "bat", among: ["hat", "cat"]) == "did you mean 'hat'?")
        #expect(Suggestion.nearest(to: "bat", among: []) == nil)
    }
}
