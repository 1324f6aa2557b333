import Diagnostics
import Testing

@Suite("Diagnostics")
struct DiagnosticTests {
    @Test(
        "read as compilers write them",
        arguments: [
            (Diagnostic(.warning, "no link"), "warning: no link"),
            (Diagnostic(.missingInput, at: Place(file: "d.json"), "gone"), "d.json: error: gone"),
            (
                Diagnostic(.error, at: Place(file: "d.json", line: 3, column: 4), field: "id", "bad"),
                "d.json:3:4: error: id: bad"
            ),
            (
                Diagnostic(
                    .error, at: Place(file: "kitchen/deck.json", line: 14, column: 21), card: "coffee-cup",
                    field: "words.fr.audio", "no file 'audio/fr/tasse.mp3' in the deck's folder",
                    hint: "there is 'audio/fr/tasses.mp3'"),
                """
                kitchen/deck.json:14:21: error: card 'coffee-cup', words.fr.audio: no file 'audio/fr/tasse.mp3' in the deck's folder
                  hint: there is 'audio/fr/tasses.mp3'
                """
            ),
        ])
    func description(_ diagnostic: Diagnostic, _ expected: String) {
        #expect(diagnostic.description == expected)
    }

    @Test(
        "only warnings do not stop the printing",
        arguments: [
            (Diagnostic.Severity.warning, false), (.error, true), (.missingInput, true),
        ])
    func isError(_ severity: Diagnostic.Severity, _ expected: Bool) {
        #expect(Diagnostic(severity, "x").isError == expected)
    }

    @Test("an error shows all of its diagnostics")
    func errorDescription() {
        #expect(
            DiagnosticError([Diagnostic(.error, "a"), Diagnostic(.warning, "b")]).description == "error: a\nwarning: b")
    }
}
