import Proofing
import Testing

@Suite("Reports in lines")
struct TextReportTests {
    @Test("every finding is a line, and the last one counts")
    func lines() {
        #expect(
            TextReport.text(Kitchen.report) == """
                card 'coffee-cup', back, ja: text 珈琲 → コーヒー; size 18 → 16.5 pt; moved 0.4 mm right; font Klee One → Noto Sans CJK JP
                card 'coffee-cup', front, sticker: picture changed
                card 'mug' is new
                card 'jug' was 'pitcher'
                card 'jug', back, ar reading: text a → b
                card 'tea' is gone
                note: cards stand in another order
                to accept: capprint snapshot accept deck.json
                1 card differs, 1 is new, 1 is gone, 1 has another name, 9 are the same

                """)
    }

    @Test("cards that only got another number are told in one line and counted apart; one alone as any other")
    func renumbered() {
        #expect(
            TextReport.text(Kitchen.inserted) == """
                card 'pot' is new
                3 cards differ only in their number: 'mug' to 'tea'
                1 card is new, 3 have another number, 2 are the same

                """)
        #expect(
            TextReport.text(Kitchen.report([Kitchen.renumbered("mug", 3)], same: 1)) == """
                card 'mug', front, number: text No. 3 → No. 4
                1 card differs, 1 is the same

                """)
        var moved = Kitchen.inserted
        moved.items[2].findings.append(
            .init(side: "back", field: "caption", language: nil, details: [("position", "moved 1 mm up")]))
        #expect(TextReport.text(moved).contains("2 cards differ only in their number: 'mug' to 'tea'"))
        #expect(TextReport.text(moved).contains("card 'sugar', back, caption: moved 1 mm up"))
        // Programs are told of each.
        #expect(JSONReport.text(Kitchen.inserted).contains(#""name":"sugar""#))
        #expect(JUnitReport.text(Kitchen.inserted).contains(#"tests="6" failures="4""#))
        #expect(GitHubReport.text(Kitchen.inserted).split(separator: "\n").count { $0.hasPrefix("::error") } == 2)
    }

    @Test("pages are called by their number")
    func pages() {
        let report = Kitchen.report(
            [
                ProofItem(
                    name: "page 3", state: .changed,
                    findings: [
                        .init(
                            side: "", field: "", language: nil,
                            details: [("pixels", "2.1 % of its area differs")])
                    ]),
                ProofItem(name: "page 4", state: .changed, findings: []),
                ProofItem(name: "page 5", state: .renamed, oldName: "page 2", findings: []),
                ProofItem(name: "page 6", state: .renamed, oldName: "page 3", findings: []),
            ], noun: "page")
        #expect(
            TextReport.text(report) == """
                page 3: 2.1 % of its area differs
                page 4 looks different
                page 5 was page 2
                page 6 was page 3
                2 pages differ, 2 have moved

                """)
    }

    @Test(
        "the last line counts what there is",
        arguments: [(0, "there are no cards\n"), (1, "1 card is the same\n"), (12, "12 cards are the same\n")])
    func same(count: Int, text: String) {
        #expect(TextReport.text(Kitchen.report([], same: count, accept: "capprint snapshot accept")) == text)
    }

    @Test("a word cannot command the terminal, break the line or turn it round")
    func control() {
        let item = ProofItem(
            name: "x", state: .changed,
            findings: [
                .init(
                    side: "front", field: "caption", language: nil,
                    details: [("text", "text a\u{1B}[2J\n\u{202E}b → \u{2068}نعم\u{200D}\u{2069}")])
            ])
        #expect(
            TextReport.text(Kitchen.report([item])) == """
                card 'x', front, caption: text a<U+001B>[2J<U+000A><U+202E>b → \u{2068}نعم\u{200D}\u{2069}
                1 card differs

                """)
    }
}
