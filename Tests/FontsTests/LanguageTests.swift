import ICU
import Testing

@Suite("Languages have their own names, scripts and dates")
struct LanguageTests {
    @Test(
        "Own names",
        arguments: [
            ("fr", "français"), ("ja", "日本語"), ("ar", "العربية"), ("zh-Hant", "繁體中文"), ("he", "עברית"),
            ("not a tag", "not a tag"), ("und", ""), ("az-Arab", "Azerbaijani (Arabic)"), ("ban", "Balinese"),
        ])
    func names(_ tag: String, _ name: String) { #expect(languageOwnName(tag) == name) }

    @Test(
        "Dates, always of the Gregorian calendar",
        arguments: [
            ("en", "November 30, 2025"), ("en-GB", "30 November 2025"), ("fr", "30 novembre 2025"),
            ("ja", "2025年11月30日"),
            ("th", "30 พฤศจิกายน ค.ศ. 2025"), ("not a tag", "2025-11-30"),
        ])
    func dates(_ tag: String, _ date: String) {
        #expect(formatDate(year: 2025, month: 11, day: 30, language: tag) == date)
    }

    @Test(
        "Leap days and old dates",
        arguments: [(2024, 2, 29, "29 février 2024"), (1969, 12, 31, "31 décembre 1969"), (2000, 3, 1, "1 mars 2000")])
    func calendar(_ year: Int, _ month: Int, _ day: Int, _ date: String) {
        #expect(formatDate(year: year, month: month, day: day, language: "fr") == date)
    }

    @Test(
        "Scripts and directions",
        arguments: [
            ("ja", "Jpan", false), ("zh-TW", "Hant", false), ("ur", "Arab", true), ("ar-Latn", "Latn", false),
            ("yi", "Hebr", true), ("", "Zyyy", false),
        ])
    func scripts(_ tag: String, _ script: String, _ rightToLeft: Bool) {
        #expect(likelyScript(tag) == script)
        #expect(isRightToLeft(tag) == rightToLeft)
    }
}
