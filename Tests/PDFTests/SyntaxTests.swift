import Testing

@testable import PDF

@Suite("Values in PDF syntax")
struct SyntaxTests {
    @Test(arguments: [
        (0.0, "0"), (1.0, "1"), (-1.5, "-1.5"), (0.00004, "0"), (0.00005, "0.0001"), (595.27559, "595.2756"),
        (-0.25, "-0.25"), (12.1, "12.1"), (Double.nan, "0"), (.infinity, "0"), (1e300, "0"),
    ])
    func `numbers have no exponent`(value: Double, text: String) {
        #expect(Syntax.real(value) == text)
    }

    @Test func `strings have no loose ends`() {
        #expect(Syntax.string("a(b)\\c\u{E9}\n") == "(a\\(b\\)\\\\c\\303\\251\\012)")
    }

    @Test func `text is ASCII or UTF-16`() {
        #expect(Syntax.text("a)") == "<6129>")
        #expect(Syntax.text("é😀") == "<FEFF00E9D83DDE00>")
    }
}
