import QPDF
import Testing

@Suite("Neutral colours become grey in painting commands")
struct NeutralAsGrayTests {
    @Test(arguments: [
        ("0 0 0 rg", "0 g"),
        ("q 0 0 0 RG 1 w", "q 0 G 1 w"),
        ("0.5  0.5\n0.5 rg\n", "0.5 g\n"),
        ("0 0 1 rg", "0 0 1 rg"),
        ("1 0 0 0 rg", "1 0 g"),
        ("0 0 0 rgx", "0 0 0 rgx"),
        ("(0 0 0 rg) Tj", "(0 0 0 rg) Tj"),
        ("(a\\) 0 0 0 rg (b) 0 0 0 rg) Tj 0 0 0 rg", "(a\\) 0 0 0 rg (b) 0 0 0 rg) Tj 0 g"),
        ("/Span << /ActualText <0030> >> BDC 1 1 1 rg", "/Span << /ActualText <0030> >> BDC 1 g"),
        ("/0 0 0 rg", "/0 0 0 rg"),
        ("0 0 % 0 0 0 rg\n0 rg", "0 g"),
        ("[0 0 0] 0 d", "[0 0 0] 0 d"),
        ("BI /W 1 ID 0 0 0 rg EI 0 0 0 rg", "BI /W 1 ID 0 0 0 rg EI 0 g"),
        ("BI ID never ends", "BI ID never ends"),
        ("(never ends", "(never ends"),
        ("<never ends", "<never ends"),
        ("", ""),
        ("rg", "rg"),
    ])
    func `rewrites operators alone`(commands: String, expected: String) throws {
        #expect(String(decoding: try Commands.neutralAsGray(Array(commands.utf8)), as: UTF8.self) == expected)
    }
}
