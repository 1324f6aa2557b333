internal import Geometry

/// Numbers of a reference as whole hundredths: exact to compare, and what the file holds.
enum Hundredths {
    static func millimetres(_ length: Length) -> Int { of(length.millimetres) }
    static func points(_ length: Length) -> Int { of(length.points) }

    static func of(_ value: Double) -> Int {
        let scaled = (value * 100).rounded()
        return scaled.isFinite ? Int(min(max(scaled, -1e12), 1e12)) : 0
    }

    static func length(millimetres hundredths: Int) -> Length { .mm(Double(hundredths) / 100) }
    static func length(points hundredths: Int) -> Length { .pt(Double(hundredths) / 100) }

    /// `12`, `12.5`, `-0.05`: no zeros at the end.
    static func text(_ hundredths: Int) -> String {
        var text = ByteText()
        text.number(hundredths)
        return text.string
    }
}
