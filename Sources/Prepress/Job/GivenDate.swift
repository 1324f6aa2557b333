public import PDF

/// Dates as a user gives them: the program never asks the clock.
public enum GivenDate {
    /// A day as `2026-11-23`, midnight UTC; nil where there is no such day.
    public static func day(_ text: String) -> PDFDate? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            year >= 1, (1...12).contains(month), (1...days(in: month, year)).contains(day)
        else { return nil }
        return PDFDate(year: year, month: month, day: day, hour: 0, minute: 0, second: 0)
    }

    /// Seconds since 1970-01-01 UTC, as `SOURCE_DATE_EPOCH` gives them (reproducible-builds.org/specs/source-date-epoch).
    public static func epoch(_ text: String) -> PDFDate? {
        guard let seconds = Int(text), seconds >= 0, seconds < 253_402_300_800 else { return nil }
        var days = seconds / 86_400
        let rest = seconds % 86_400
        var year = 1970
        while days >= daysInYear(year) {
            days -= daysInYear(year)
            year += 1
        }
        var month = 1
        while days >= self.days(in: month, year) {
            days -= self.days(in: month, year)
            month += 1
        }
        return PDFDate(
            year: year, month: month, day: days + 1, hour: rest / 3600, minute: rest % 3600 / 60, second: rest % 60)
    }

    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func daysInYear(_ year: Int) -> Int { isLeap(year) ? 366 : 365 }

    private static func days(in month: Int, _ year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
