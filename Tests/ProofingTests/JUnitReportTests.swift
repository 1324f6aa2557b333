import Diagnostics
import Testing

@testable import Proofing

@Suite("Test results in XML")
struct JUnitReportTests {
    @Test("a card is a test, of the same class and name whether it differs or not")
    func cases() {
        #expect(
            JUnitReport.text(Kitchen.report) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="capprint" tests="13" failures="4" errors="0">
                <testsuite name="snapshot of kitchen" tests="13" failures="4" errors="0" skipped="0">
                <testcase classname="snapshot of kitchen" name="coffee-cup">
                <failure type="changed" message="card &#39;coffee-cup&#39; looks different">deck.json:12:5: card &#39;coffee-cup&#39; looks different
                back, ja: text 珈琲 → コーヒー; size 18 → 16.5 pt; moved 0.4 mm right; font Klee One → Noto Sans CJK JP
                front, sticker: picture changed
                to accept: capprint snapshot accept --card coffee-cup deck.json</failure>
                </testcase>
                <testcase classname="snapshot of kitchen" name="mug">
                <failure type="new" message="card &#39;mug&#39; is new">deck.json:30:5: card &#39;mug&#39; is new</failure>
                </testcase>
                <testcase classname="snapshot of kitchen" name="jug">
                <failure type="renamed" message="card &#39;jug&#39; was &#39;pitcher&#39;">deck.json:40:5: card &#39;jug&#39; was &#39;pitcher&#39;
                back, ar reading: text a → b</failure>
                </testcase>
                <testcase classname="snapshot of kitchen" name="tea">
                <failure type="missing" message="card &#39;tea&#39; is gone">card &#39;tea&#39; is gone</failure>
                </testcase>
                <testcase classname="snapshot of kitchen" name="cup-1"/>
                <testcase classname="snapshot of kitchen" name="cup-2"/>
                <testcase classname="snapshot of kitchen" name="cup-3"/>
                <testcase classname="snapshot of kitchen" name="cup-4"/>
                <testcase classname="snapshot of kitchen" name="cup-5"/>
                <testcase classname="snapshot of kitchen" name="cup-6"/>
                <testcase classname="snapshot of kitchen" name="cup-7"/>
                <testcase classname="snapshot of kitchen" name="cup-8"/>
                <testcase classname="snapshot of kitchen" name="cup-9"/>
                <system-out>cards stand in another order</system-out>
                </testsuite>
                </testsuites>

                """)
    }

    @Test(
        "text is text, and what XML 1.0 forbids is replaced",
        arguments: [
            ("<script>&'\"</script>", "&lt;script&gt;&amp;&#39;&quot;&lt;/script&gt;"),
            ("]]>", "]]&gt;"), ("a\u{0}b\u{8}c\u{1F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
            ("\u{FFFE}\u{FFFF}\u{1FFFF}\u{85}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("قهوة 珈琲 👩🏽‍🍳", "قهوة 珈琲 👩🏽‍🍳"), ("a\r\n\tb", "a&#13;\n\tb"),
        ])
    func escaping(text: String, escaped: String) {
        #expect(Markup.escaped(text) == escaped)
    }

    @Test("a line break survives in an attribute")
    func attribute() {
        #expect(Markup.escaped("a\n\tb", inAttribute: true) == "a&#10;&#9;b")
    }
}
