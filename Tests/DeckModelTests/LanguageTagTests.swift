import DeckModel
import Diagnostics
import Testing

@Suite("Language tags")
struct LanguageTagTests {
    private func diagnostics(_ tag: String) -> [String] {
        DeckFolder.read(card: #""words": {"\#(tag)": "a"}"#).diagnostics.map(\.message)
    }

    /// Most are from RFC 5646, appendix A.
    @Test(
        "well formed",
        arguments: [
            "en", "yue", "zh-Hant", "zh-cmn-Hans-CN", "sr-Latn-RS", "sl-rozaj-biske", "de-CH-1901",
            "hy-Latn-IT-arevela",
            "es-419", "de-CH-x-phonebk", "x-whatever", "en-US-u-islamcal", "zh-CN-a-myext-x-private", "i-klingon",
            "en-GB-oed", "ja-JP-u-ca-japanese", "ZH-HANT",
        ])
    func wellFormed(_ tag: String) {
        #expect(diagnostics(tag).isEmpty)
    }

    @Test(
        "not well formed",
        arguments: [
            "e", "", "zh_Hant", "zh-", "-zh", "zh--Hant", "de-419-DE", "a-DE", "en-x", "en-u", "toolonglanguage",
            "en-ü", "x",
            "en-a-b", "12",
        ])
    func notWellFormed(_ tag: String) {
        #expect(diagnostics(tag).first?.hasSuffix("is not a language tag") == true)
    }

    @Test(
        "a title is found by the nearest tag",
        arguments: [
            ("fr", "Cuisine"), ("fr-CA", "Cuisine"), ("zh-Hant-TW", "廚房"), ("zh", "廚房"), ("zh-u-nu-hans", "廚房"),
            ("ja", "Kitchen"),
        ])
    func title(_ language: String, _ title: String) {
        let titles = LocalizedText([("en", "Kitchen"), ("fr", "Cuisine"), ("zh-Hant", "廚房")])
        #expect(Deck(id: "k", title: titles, languages: []).title(for: language) == title)
    }
}
