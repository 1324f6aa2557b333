internal import Geometry

/// A paper's measures as people write them: `210x297mm`, `8.5 x 11 in`, `21×29,7cm`, `100x148`.
struct PaperMeasure {
    let size: Size
    /// The measures in one spelling, with the unit.
    let text: String
    let hasUnit: Bool

    static let units: [(name: String, millimetres: Double)] = [("mm", 1), ("cm", 10), ("in", 25.4)]

    /// Reads a text that ``normalized(_:)`` gave; nil where it is no measure.
    init?(_ written: String) {
        let unit = PaperMeasure.units.first { written.hasSuffix($0.name) }
        let numbers = unit.map { written.dropLast($0.name.count) } ?? written[...]
        let parts = numbers.split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2, let width = PaperMeasure.number(parts[0]), let height = PaperMeasure.number(parts[1])
        else { return nil }
        let factor = unit?.millimetres ?? 1
        size = Size(width: .mm(width * factor), height: .mm(height * factor))
        text = "\(numbers)\(unit?.name ?? "mm")"
        hasUnit = unit != nil
    }

    /// Lower case, without white space, `x` for the multiplication sign, a point for the decimal comma, no quotation mark for inches.
    static func normalized(_ text: String) -> String {
        var result = ""
        for character in text.lowercased() where !character.isWhitespace {
            switch character {
            case "×", "*": result.append("x")
            case ",": result.append(".")
            case "\"", "″": result.append("in")
            default: result.append(character)
            }
        }
        return result
    }

    /// Digits and at most one point; `Double.init` alone would also take `inf`, `0x1p3` and `1e9`.
    private static func number(_ text: Substring) -> Double? {
        guard text.utf8.count <= 12, text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }) else { return nil }
        return Double(text)
    }
}
