import Diagnostics
import Testing

@Suite("Words of other people in a message")
struct QuotationTests {
    @Test(
        "what a terminal would obey is spelt out",
        arguments: [
            ("tasse", "'tasse'"), ("", "''"), ("a\u{1B}[2J", "'a<U+001B>[2J'"), ("\u{202E}abc", "'<U+202E>abc'"),
            ("می\u{200C}خواهم", "'می\u{200C}خواهم'"), ("a\nb", "'a<U+000A>b'"), ("😀", "'😀'"),
            ("\u{E0001}", "'<U+E0001>'"),
            ("0123456789abc", "'0123456789…'"),
        ])
    func quoted(_ text: String, _ expected: String) {
        #expect(Quotation.quoted(text, limit: 10) == expected)
    }
}
