import DeckModel
import Testing

@Suite("Dates")
struct CalendarDateTests {
    @Test(
        "of ISO 8601",
        arguments: [
            ("2025-11-30", CalendarDate(year: 2025, month: 11, day: 30)),
            ("2024-02-29", CalendarDate(year: 2024, month: 2, day: 29)),
            ("2000-02-29", CalendarDate(year: 2000, month: 2, day: 29)),
            ("2025-11-30T15:20", CalendarDate(year: 2025, month: 11, day: 30, hour: 15, minute: 20)),
            ("2025-11-30T15:20:59.125", CalendarDate(year: 2025, month: 11, day: 30, hour: 15, minute: 20)),
            ("2025-11-30T15:20Z", CalendarDate(year: 2025, month: 11, day: 30, hour: 15, minute: 20, offset: "Z")),
            (
                "2025-11-30T00:00:60-0530",
                CalendarDate(year: 2025, month: 11, day: 30, hour: 0, minute: 0, offset: "-0530")
            ),
        ])
    func good(_ text: String, _ date: CalendarDate) {
        #expect(CalendarDate(iso8601: text) == date)
    }

    @Test(
        "that are none",
        arguments: [
            "", "2025", "2025-11", "2025-13-01", "2025-00-01", "2025-11-31", "2025-02-29", "1900-02-29", "0000-01-01",
            "25-11-30", "2025-11-30T", "2025-11-30T15", "2025-11-30T24:00", "2025-11-30T15:60", "2025-11-30T15:20:61",
            "2025-11-30T15:20:00.", "2025-11-30T15:20+", "2025-11-30T15:20+24:00", "2025-11-30T15:20Zx", "２０２５-11-30",
            "30.11.2025",
        ])
    func bad(_ text: String) {
        #expect(CalendarDate(iso8601: text) == nil)
    }
}
