import Calibration
import Diagnostics
import FileAccess
import Geometry

/// Asks a person for what the scales of a calibration sheet say, one after the other; questions go to standard error, answers come from standard input.
struct Questions {
    let layout: CalibrationLayout
    let console: Console

    /// Throws `DiagnosticError` where there are no more answers.
    func answers() throws(DiagnosticError) -> Readings {
        var readings = Readings()
        console.complain(
            "Hold the sheet to the light. A printer without faults shows \(layout.places[0].across.middle) everywhere. Leave out what you cannot read: press Enter."
        )
        for place in layout.places {
            var pair = Readings.Pair()
            for scale in [place.across, place.down] {
                pair[scale.axis] = try answer(
                    "\(place.name) \(Self.arrow(scale.axis)) \(scale.axis.rawValue): ",
                    { ReadingsParser.problem($0, of: scale) })
            }
            readings.places[place.name] = pair
        }
        for ruler in layout.rulers {
            readings.ruler[ruler.axis] = try answer(
                "The long ruler \(Self.arrow(ruler.axis)) \(ruler.axis.rawValue), in millimetres (drawn \(Int(ruler.length.millimetres.rounded()))): ",
                { ReadingsParser.problem($0, of: ruler) })
        }
        return readings
    }

    private static func arrow(_ axis: ReadingScale.Axis) -> String { axis == .across ? "→" : "↓" }

    /// A number, asked for until it can be one; nil for an empty answer.
    private func answer(_ question: String, _ problem: (Double) -> Diagnostic?) throws(DiagnosticError) -> Double? {
        while true {
            Output.write(question, to: Output.standardError)
            guard let line = readLine() else {
                throw DiagnosticError(
                    Diagnostic(
                        .wrongUse, "the answers ended before the questions",
                        hint: "answer each; press Enter for what cannot be read"))
            }
            let text = line.split(whereSeparator: \.isWhitespace).joined()
            if text.isEmpty || text == "?" { return nil }
            guard let value = ReadingsParser.number(text) else {
                console.complain("  that is no number; write it as 20.3 or 20,3")
                continue
            }
            guard let problem = problem(value) else { return value }
            console.complain("  \(problem.message)\(problem.hint.map { ": \($0)" } ?? "")")
        }
    }
}
