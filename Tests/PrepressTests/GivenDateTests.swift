import PDF
import Prepress
import Testing

@Suite("Dates as they are given: the clock is never asked")
struct GivenDateTests {
    @Test(arguments: [("2026-11-23", 2026, 11, 23), ("2024-02-29", 2024, 2, 29), ("0001-01-01", 1, 1, 1)])
    func days(text: String, year: Int, month: Int, day: Int) {
        #expect(GivenDate.day(text) == PDFDate(year: year, month: month, day: day))
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "23.11.2026", "", "2026-11-23T00:00"])
    func noDays(text: String) { #expect(GivenDate.day(text) == nil) }

    @Test(arguments: [
        ("0", PDFDate(year: 1970, month: 1, day: 1)),
        ("951782400", PDFDate(year: 2000, month: 2, day: 29)),
        ("1795392000", PDFDate(year: 2026, month: 11, day: 23)),
        ("1795442706", PDFDate(year: 2026, month: 11, day: 23, hour: 14, minute: 5, second: 6)),
    ])
    func epochs(text: String, date: PDFDate) { #expect(GivenDate.epoch(text) == date) }

    @Test(arguments: ["-1", "yesterday", "1e9", "253402300800", ""])
    func noEpochs(text: String) { #expect(GivenDate.epoch(text) == nil) }
}
