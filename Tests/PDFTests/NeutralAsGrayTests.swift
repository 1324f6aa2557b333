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
        // Text in the invisible ink is not painted; what comes after it is.
        ("0.765433 0.234568 0.543213 rg BT ET 0 0 0 rg BT ET", "3 Tr BT ET 0 g 0 Tr BT ET"),
        ("0.765433 0.234568 0.543213 rg q 0 0 1 rg Q BT ET 1 g", "3 Tr q 0 0 1 rg 0 Tr Q BT ET 1 g 0 Tr"),
        ("q 0.765433 0.234568 0.543213 rg Q 0 0 0 rg", "q 3 Tr Q 0 g"),
        ("0.765433 0.234568 0.543213 RG 0 0 1 rg", "0.765433 0.234568 0.543213 RG 0 0 1 rg"),
        ("0.765433 0.234568 0.543213 rg q 1 g Q q 1 g Q q 1 g Q", "3 Tr q 1 g 0 Tr Q q 1 g 0 Tr Q q 1 g 0 Tr Q"),
    ])
    func `rewrites operators alone`(commands: String, expected: String) throws {
        #expect(String(decoding: try Commands.neutralAsGray(Array(commands.utf8)), as: UTF8.self) == expected)
    }
}
