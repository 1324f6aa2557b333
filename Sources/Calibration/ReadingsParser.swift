public import Diagnostics
internal import Geometry

/// Readings as people type them: `A=20.3,19.8`, with a decimal comma `A=20,3/19,8`, and `?` for what could not be made out.
public struct ReadingsParser {
    private let layout: CalibrationLayout
    private var readings = Readings()
    private var problems: [Diagnostic] = []

    private init(_ layout: CalibrationLayout) {
        self.layout = layout
    }

    /// Reads `A=20.3,19.8 …` and `across=179.2 down=249.5`. Throws ``DiagnosticError`` with everything that is wrong in them.
    public static func parse(
        places: [String], ruler: [String], layout: CalibrationLayout
    ) throws(DiagnosticError) -> Readings {
        var parser = ReadingsParser(layout)
        for word in words(places) { parser.readPlace(word) }
        for word in words(ruler) { parser.readRuler(word) }
        guard parser.problems.isEmpty else { throw DiagnosticError(parser.problems) }
        return parser.readings
    }

    /// One number of a scale or ruler, with point or comma; nil where the text is none.
    public static func number(_ text: String) -> Double? {
        let digits = text.replacing(",", with: ".")
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }),
            let number = Double(digits), number.isFinite
        else { return nil }
        return number
    }

    /// What is wrong with a reading of a scale; nil where nothing is.
    public static func problem(_ value: Double, of scale: ReadingScale) -> Diagnostic? {
        guard !scale.range.contains(value) else { return nil }
        return Diagnostic(
            .wrongUse,
            "\(scale.place) \(scale.axis.rawValue) cannot be \(Words.tenths(value)): the scale goes from 0 to \(2 * scale.middle)",
            hint: "a printer without faults shows \(scale.middle) everywhere")
    }

    /// What is wrong with the measured length of a ruler; nil where nothing is.
    public static func problem(_ value: Double, of ruler: CalibrationLayout.Ruler) -> Diagnostic? {
        let nominal = ruler.length.millimetres
        func isNear(_ length: Double) -> Bool { abs(length / nominal - 1) <= PrinterFit.largestScaleError }
        guard !isNear(value) else { return nil }
        let hint =
            if isNear(value * 10) {
                "that looks like centimetres: \(ruler.axis.rawValue)=\(Words.tenths(value * 10))"
            } else if isNear(value * 25.4) {
                "that looks like inches: \(ruler.axis.rawValue)=\(Words.tenths(value * 25.4))"
            } else {
                "measure in millimetres from the ruler's first long line to its last; if it is right, the printer was told to fit the page: print at 100 %"
            }
        return Diagnostic(
            .wrongUse,
            "the ruler \(ruler.axis.rawValue) cannot be \(Words.tenths(value)) mm long: it was drawn \(Words.tenths(nominal)) mm long",
            hint: hint)
    }

    /// Also where someone put all of it into one pair of quotes.
    private static func words(_ arguments: [String]) -> [String] {
        arguments.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    }

    private mutating func readPlace(_ word: String) {
        let parts = word.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        let example = "write a letter and two numbers, such as A=20.3,19.8"
        guard parts.count == 2 else {
            return refuse("\(Quotation.quoted(word)) is no reading", example)
        }
        guard let place = layout.place(parts[0].uppercased()) else {
            let names = layout.places.map(\.name).joined(separator: ", ")
            return refuse("there is no place \(Quotation.quoted(parts[0])) on the sheet", "there are \(names)")
        }
        guard readings.places[place.name] == nil else {
            return refuse("\(place.name) is there twice", "say each place once")
        }
        guard let values = Self.pair(parts[1]) else {
            return refuse("\(Quotation.quoted(word)) is no reading", example)
        }
        var pair = Readings.Pair()
        for (scale, text) in zip([place.across, place.down], values) where text != "?" && text != "-" {
            guard let value = Self.number(text) else {
                refuse("\(place.name) \(scale.axis.rawValue) is no number: \(Quotation.quoted(text))", example)
                continue
            }
            if let problem = Self.problem(value, of: scale) { problems.append(problem) }
            pair[scale.axis] = value
        }
        readings.places[place.name] = pair
    }

    private mutating func readRuler(_ word: String) {
        let parts = word.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let axis = ReadingScale.Axis(rawValue: parts[0].lowercased()),
            let ruler = layout.ruler(axis), let value = Self.number(parts[1])
        else {
            return refuse(
                "\(Quotation.quoted(word)) is no length of a ruler", "write across=179.5 down=249.0, in millimetres")
        }
        guard readings.ruler[axis] == nil else {
            return refuse("the ruler \(axis.rawValue) is there twice", "say each ruler once")
        }
        if let problem = Self.problem(value, of: ruler) { problems.append(problem) }
        readings.ruler[axis] = value
    }

    /// The two halves: at a slash or semicolon, or at the comma that is no decimal comma.
    private static func pair(_ text: String) -> [String]? {
        for separator in ["/", ";"] as [Character] where text.contains(separator) {
            let parts = text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
            return parts.count == 2 ? parts : nil
        }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 2: return parts
        // 20,3,19,8: both with a decimal comma.
        case 4: return ["\(parts[0]).\(parts[1])", "\(parts[2]).\(parts[3])"]
        default: return nil
        }
    }

    private mutating func refuse(_ message: String, _ hint: String) {
        problems.append(Diagnostic(.wrongUse, message, hint: hint))
    }
}
