internal import Geometry

extension PrinterFit {
    /// What was found, in lines for people.
    public var sentences: [String] {
        [
            "fronts: \(Words.percent(fronts.x)) across and \(Words.percent(fronts.y)) down",
            "backs: \(offset), \(turn), \(Words.percent(backs.scaleX)) across and \(Words.percent(backs.scaleY)) down of the fronts",
            "the readings agree within \(Words.hundredths(largestResidual)) mm",
        ]
    }

    private var offset: String {
        func part(_ value: Length, _ positive: String, _ negative: String) -> String? {
            let tenths = Words.hundredths(abs(value.millimetres))
            return tenths == "0.00" ? nil : "\(tenths) mm \(value > .zero ? positive : negative)"
        }
        let parts = [
            part(backs.offsetX, "too far right", "too far left"), part(backs.offsetY, "too low", "too high"),
        ].compactMap { $0 }
        return parts.isEmpty ? "in their place" : parts.joined(separator: " and ")
    }

    private var turn: String {
        let degrees = Words.hundredths(abs(backs.angle))
        if degrees == "0.00" { return "straight" }
        return "turned by \(degrees)° \(backs.angle > 0 ? "clockwise" : "anticlockwise")"
    }
}
