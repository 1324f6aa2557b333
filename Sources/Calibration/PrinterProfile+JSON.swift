public import Diagnostics
internal import Geometry
internal import Imposition
internal import JSONSource

extension PrinterProfile {
    /// Reads a profile's file, whose form `docs/printer-profile.schema.json` describes. Throws ``DiagnosticError`` with everything that is wrong in it.
    public init(file: String, bytes: [UInt8]) throws(DiagnosticError) {
        var reader = ObjectReader(try JSONParser.parse(bytes, file: file), file: file)
        _ = reader.string("$schema")
        _ = reader.integer("version", in: 1...1, required: true)
        let name = reader.string("name", required: true)?.0 ?? ""
        let backs = reader.choice("backs", of: PileOrder.allCases.map(\.rawValue))?.0
        let measurements = reader.objects("measurements", Self.measurement) ?? []
        reader.finish(unknown: .error)
        let errors = reader.diagnostics.filter(\.isError)
        guard errors.isEmpty else { throw DiagnosticError(errors) }
        self.init(
            name: name, backs: backs.flatMap(PileOrder.init), measurements: measurements.compactMap { $0 })
    }

    private static let sides = Paper.sides.lowerBound.millimetres...Paper.sides.upperBound.millimetres
    private static let scales = 1 - PrinterFit.largestScaleError...1 + PrinterFit.largestScaleError

    private static func measurement(_ reader: inout ObjectReader) -> PrinterMeasurement? {
        let paper = reader.string("paper", required: true)?.0
        let sheet = numbers("sheet_mm", in: sides, count: 2, required: true, &reader)
        let flips = [DuplexFlip.long, .short].map(\.rawValue)
        let flip = reader.choice("duplex", of: flips, required: true).flatMap { DuplexFlip(rawValue: $0.0) }
        let date = reader.string("date")?.0
        var readings = Readings()
        for member in reader.members("readings")?.0 ?? [] {
            readings.places[member.name] = pair(member, &reader)
        }
        reader.object("ruler_mm") { ruler in
            readings.ruler.across = ruler.number("across", in: 0...10_000)?.0
            readings.ruler.down = ruler.number("down", in: 0...10_000)?.0
            ruler.finish(unknown: .error)
        }
        let fronts = reader.object("fronts", required: true) { fronts in
            let scale = numbers("scale", in: scales, count: 2, required: true, &fronts)
            fronts.finish(unknown: .error)
            return scale.map { FrontScale(x: $0[0], y: $0[1]) }
        }
        let backs = reader.object("backs", required: true, distortion)
        reader.finish(unknown: .error)
        guard let paper, let sheet, let flip, let fronts = fronts ?? nil, let backs = backs ?? nil else { return nil }
        return PrinterMeasurement(
            paper: paper, sheet: Size(width: .mm(sheet[0]), height: .mm(sheet[1])), flip: flip, date: date,
            readings: readings, fronts: fronts, backs: backs)
    }

    private static func distortion(_ reader: inout ObjectReader) -> Distortion? {
        let offset = numbers("offset_mm", in: -100...100, count: 2, required: true, &reader)
        let angle = reader.number("angle_degrees", in: -10...10, required: true)?.0
        let scale = numbers("scale", in: scales, count: 2, required: true, &reader)
        let skew = reader.number("skew_degrees", in: -10...10)?.0 ?? 0
        reader.finish(unknown: .error)
        guard let offset, let angle, let scale else { return nil }
        return Distortion(
            offsetX: .mm(offset[0]), offsetY: .mm(offset[1]), angle: angle, scaleX: scale[0], scaleY: scale[1],
            skew: skew)
    }

    /// Two readings, null for one that could not be made out.
    private static func pair(_ member: JSONValue.Member, _ reader: inout ObjectReader) -> Readings.Pair? {
        var values: [Double?] = []
        if case .array(let elements) = member.value.kind {
            for element in elements {
                switch element.kind {
                case .number(let number): values.append(number)
                case .null: values.append(nil)
                default: break
                }
            }
        }
        guard values.count == 2 else {
            return reader.wrongType(member.value, "readings.\(member.name)", "two numbers, such as [20.3, 19.8]")
        }
        return Readings.Pair(across: values[0], down: values[1])
    }

    private static func numbers(
        _ name: String, in range: ClosedRange<Double>, count: Int, required: Bool, _ reader: inout ObjectReader
    ) -> [Double]? {
        guard let (elements, list) = reader.array(name, required: required) else { return nil }
        let numbers = elements.compactMap { element -> Double? in
            guard case .number(let number) = element.kind, range.contains(number) else { return nil }
            return number
        }
        guard numbers.count == count, elements.count == count else {
            reader.report(
                at: list, name,
                "must be \(count) numbers from \(Words.hundredths(range.lowerBound)) to \(Words.hundredths(range.upperBound))"
            )
            return nil
        }
        return numbers
    }

    /// The profile as the text of its file.
    public var text: String {
        var lines = ["{", "  \"version\": 1,", "  \"name\": \(JSONWriter.quoted(name)),"]
        if let backs { lines.append("  \"backs\": \(JSONWriter.quoted(backs.rawValue)),") }
        let blocks = measurements.map {
            "    {\n" + $0.lines.map { "      \($0)" }.joined(separator: ",\n") + "\n    }"
        }
        lines.append(
            blocks.isEmpty ? "  \"measurements\": []" : "  \"measurements\": [\n\(blocks.joined(separator: ",\n"))\n  ]"
        )
        return (lines + ["}", ""]).joined(separator: "\n")
    }
}

extension PrinterMeasurement {
    /// The members of its object.
    fileprivate var lines: [String] {
        func quoted(_ name: String, _ value: String) -> String { "\"\(name)\": \(JSONWriter.quoted(value))" }
        func list(_ values: [Double?], _ decimals: Int) -> String {
            "[" + values.map { Self.number($0, decimals) }.joined(separator: ", ") + "]"
        }
        var lines = [
            quoted("paper", paper), "\"sheet_mm\": \(list([sheet.width.millimetres, sheet.height.millimetres], 3))",
            quoted("duplex", flip.rawValue),
        ]
        if let date { lines.append(quoted("date", date)) }
        let places = readings.places.sorted { $0.key < $1.key }.map {
            "\(JSONWriter.quoted($0.key)): \(list([$0.value.across, $0.value.down], 6))"
        }
        lines.append("\"readings\": {\(places.joined(separator: ", "))}")
        let rulers = ReadingScale.Axis.allCases.compactMap { axis in
            readings.ruler[axis].map { "\"\(axis.rawValue)\": \(Self.number($0, 6))" }
        }
        lines.append("\"ruler_mm\": {\(rulers.joined(separator: ", "))}")
        lines.append("\"fronts\": {\"scale\": \(list([fronts.x, fronts.y], 7))}")
        lines.append(
            """
            "backs": {"offset_mm": \(list([backs.offsetX.millimetres, backs.offsetY.millimetres], 5)), \
            "angle_degrees": \(Self.number(backs.angle, 6)), "scale": \(list([backs.scaleX, backs.scaleY], 7)), \
            "skew_degrees": \(Self.number(backs.skew, 6))}
            """)
        return lines
    }

    private static func number(_ value: Double?, _ decimals: Int) -> String {
        guard let value else { return "null" }
        var json = JSONWriter()
        json.number(nil, value, decimals: decimals)
        return json.take()
    }
}
