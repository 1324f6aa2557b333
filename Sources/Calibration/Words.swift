/// Numbers in sentences.
enum Words {
    /// With one decimal: `20.3`.
    static func tenths(_ value: Double) -> String { decimals(value, 1) }

    /// With two decimals: `0.25`.
    static func hundredths(_ value: Double) -> String { decimals(value, 2) }

    /// A share with one decimal, or two where it is near the whole: `99.62 %`.
    static func percent(_ share: Double) -> String {
        let value = share * 100
        return (abs(value - 100) < 1 ? hundredths(value) : tenths(value)) + " %"
    }

    private static func decimals(_ value: Double, _ count: Int) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "\(value)" }
        let scale = count == 1 ? 10 : 100
        let scaled = Int((value * Double(scale)).rounded())
        let (whole, rest) = abs(scaled).quotientAndRemainder(dividingBy: scale)
        let digits = String(rest)
        return (scaled < 0 ? "-" : "") + "\(whole)." + String(repeating: "0", count: count - digits.count) + digits
    }
}
