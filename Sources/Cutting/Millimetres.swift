internal import Geometry

/// Lengths as files of cut lines write them: millimetres, to a thousandth.
enum Millimetres {
    static func text(_ length: Length) -> String {
        let thousandths = Int((length.millimetres * 1000).rounded())
        let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
        let sign = thousandths < 0 ? "-" : ""
        guard rest > 0 else { return "\(sign)\(whole)" }
        var decimals = String(rest + 1000).dropFirst()
        while decimals.last == "0" { decimals = decimals.dropLast() }
        return "\(sign)\(whole).\(decimals)"
    }
}
