/// A day of the Gregorian calendar, with the time of day if it is known, as a clock at the place showed them.
public struct CalendarDate: Hashable, Sendable {
    /// 1…9999.
    public var year: Int
    public var month: Int
    public var day: Int
    public var hour: Int?
    public var minute: Int?
    /// Difference from UTC as written: `Z`, `+08:00`.
    public var offset: String?

    public init(year: Int, month: Int, day: Int, hour: Int? = nil, minute: Int? = nil, offset: String? = nil) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.offset = offset
    }

    /// Reads ISO 8601 extended format: `2025-11-30`, `2025-11-30T15:20`, with seconds, their fraction, and `Z`, `+08:00`, `+0800` or `+08` behind a time.
    ///
    /// Nil for anything else, days that the calendar lacks included.
    public init?(iso8601 text: String) {
        var reader = DigitReader(text)
        guard let year = reader.number(digits: 4), reader.skip("-"), let month = reader.number(digits: 2),
            reader.skip("-"), let day = reader.number(digits: 2), year >= 1,
            (1...12).contains(month), (1...CalendarDate.days(in: month, of: year)).contains(day)
        else { return nil }
        self.init(year: year, month: month, day: day)
        if reader.isAtEnd { return }
        guard reader.skip("T") || reader.skip("t") || reader.skip(" "), let hour = reader.number(digits: 2),
            reader.skip(":"), let minute = reader.number(digits: 2), hour < 24, minute < 60
        else { return nil }
        (self.hour, self.minute) = (hour, minute)
        if reader.skip(":") {
            // 60 is a leap second.
            guard let second = reader.number(digits: 2), second <= 60 else { return nil }
            if reader.skip(".") || reader.skip(",") {
                guard reader.skipDigits() > 0 else { return nil }
            }
        }
        if reader.isAtEnd { return }
        offset = reader.rest
        if !reader.skip("Z"), !reader.skip("z") {
            guard reader.skip("+") || reader.skip("-"), let hours = reader.number(digits: 2), hours < 24 else {
                return nil
            }
            if !reader.isAtEnd {
                _ = reader.skip(":")
                guard let minutes = reader.number(digits: 2), minutes < 60 else { return nil }
            }
        }
        guard reader.isAtEnd else { return nil }
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// Takes numbers of fixed length and marks off the front of a text.
private struct DigitReader {
    private var text: Substring.UTF8View

    init(_ text: String) { self.text = Substring(text).utf8 }

    var isAtEnd: Bool { text.isEmpty }
    var rest: String { String(Substring(text)) }

    mutating func number(digits: Int) -> Int? {
        let taken = text.prefix(digits)
        guard taken.count == digits, taken.allSatisfy(DigitReader.isDigit) else { return nil }
        text = text.dropFirst(digits)
        return taken.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard text.first == UInt8(ascii: mark) else { return false }
        text = text.dropFirst()
        return true
    }

    mutating func skipDigits() -> Int {
        let count = text.prefix(while: DigitReader.isDigit).count
        text = text.dropFirst(count)
        return count
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
