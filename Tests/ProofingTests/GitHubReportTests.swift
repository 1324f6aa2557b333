import Diagnostics
import Testing

@testable import Proofing

@Suite("Workflow commands of GitHub")
struct GitHubReportTests {
    @Test("an error at the line of each card, a notice for each note")
    func commands() {
        #expect(
            GitHubReport.text(Kitchen.report) == """
                ::error file=deck.json,line=12,col=5,title=card 'coffee-cup' looks different::back, ja: text 珈琲 → コーヒー; size 18 → 16.5 pt; moved 0.4 mm right; font Klee One → Noto Sans CJK JP%0Afront, sticker: picture changed%0Ato accept: capprint snapshot accept --card coffee-cup deck.json
                ::error file=deck.json,line=30,col=5,title=card 'mug' is new::card 'mug' is new
                ::error file=deck.json,line=40,col=5,title=card 'jug' was 'pitcher'::back, ar reading: text a → b
                ::error title=card 'tea' is gone::card 'tea' is gone
                ::notice title=snapshot of kitchen::cards stand in another order
                1 card differs, 1 is new, 1 is gone, 1 has another name, 9 are the same

                """)
    }

    @Test("nothing in a name ends a command or begins another")
    func injection() {
        let item = ProofItem(
            name: "a,b", state: .new, place: Place(file: "C:\\x,y%.json", line: 1), findings: [])
        let text = GitHubReport.text(
            Kitchen.report([item], title: "t:\n::error::x", notes: ["50 %\r\n::stop-commands::x"]))
        #expect(
            text == """
                ::error file=C%3A\\x%2Cy%25.json,line=1,title=card 'a%2Cb' is new::card 'a,b' is new
                ::notice title=t%3A%0A%3A%3Aerror%3A%3Ax::50 %25%0D%0A::stop-commands::x
                1 card is new

                """)
    }

    @Test(
        "escapes as GitHub's own library does",
        arguments: [
            ("100%", "100%25", "100%25"), ("a:b,c", "a:b,c", "a%3Ab%2Cc"), ("a\r\nb", "a%0D%0Ab", "a%0D%0Ab"),
            ("%0A", "%250A", "%250A"), ("珈琲", "珈琲", "珈琲"),
        ])
    func escaping(text: String, message: String, property: String) {
        #expect(GitHubReport.escaped(text, inProperty: false) == message)
        #expect(GitHubReport.escaped(text, inProperty: true) == property)
    }
}
