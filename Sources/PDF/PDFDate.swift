/// A moment in universal time, as documents carry it.
public struct PDFDate: Sendable, Hashable {
    public var year: Int
    public var month: Int
    public var day: Int
    public var hour: Int
    public var minute: Int
    public var second: Int

    public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// As in ISO 32000-2, 7.9.4: `D:20251130152000Z`.
    var pdf: String {
        "D:" + digits(year, 4) + [month, day, hour, minute, second].map { digits($0, 2) }.joined() + "Z"
    }

    /// As XMP writes dates (ISO 8601): `2025-11-30T15:20:00Z`.
    var iso8601: String {
        digits(year, 4) + "-" + digits(month, 2) + "-" + digits(day, 2) + "T" + digits(hour, 2) + ":"
            + digits(minute, 2) + ":" + digits(second, 2) + "Z"
    }

    private func digits(_ value: Int, _ count: Int) -> String {
        let text = String(max(0, value))
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
