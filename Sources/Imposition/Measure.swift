public import Geometry

/// Lengths as sentences show them.
public enum Measure {
    /// Millimetres with at most two decimals and no needless zero: `215.9`, `63`.
    public static func millimetres(_ length: Length) -> String {
        let value = length.millimetres
        guard value.isFinite, value.magnitude < 1e9 else { return "\(value)" }
        let hundredths = Int((value * 100).rounded())
        let sign = hundredths < 0 ? "-" : ""
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(sign)\(whole)" }
        let decimals = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        return "\(sign)\(whole).\(decimals)"
    }

    /// `63 × 88 mm`
    public static func size(_ size: Size) -> String { "\(millimetres(size.width)) × \(millimetres(size.height)) mm" }
}
