public import Diagnostics
internal import Geometry
internal import JSONSource

extension ComparisonRules {
    /// Reads a file such as `deck.snapshot-rules.json`, whose form `docs/snapshot-rules.schema.json` describes. Throws everything that is wrong in it.
    public init(file: String, bytes: [UInt8]) throws(DiagnosticError) {
        var reader = ObjectReader(try JSONParser.parse(bytes, file: file), file: file)
        self.init()
        _ = reader.string("$schema")
        let general = Self.readRules(&reader)
        tolerance = general.tolerance ?? tolerance
        ignoredFields = general.ignoredFields
        ignoredRegions = general.ignoredRegions
        for card in reader.members("cards")?.0 ?? [] {
            exceptions[card.name] = reader.nested(card.value, "cards.\(card.name)") { reader in
                var exception = Self.readRules(&reader)
                exception.place = reader.place(card.namePlace)
                reader.finish(unknown: .error)
                return exception
            }
        }
        reader.finish(unknown: .error)
        let errors = reader.diagnostics.filter(\.isError)
        guard errors.isEmpty else { throw DiagnosticError(errors) }
    }

    private static func readRules(_ reader: inout ObjectReader) -> Exception {
        var rules = Exception()
        rules.tolerance = reader.number("tolerance", in: 0...10).map { .mm($0.0) }
        for (pattern, value) in reader.strings("ignore")?.0 ?? [] {
            if pattern.isEmpty {
                reader.report(at: value, "ignore", "an empty text names no field", hint: "\"*\" names all of them")
            }
            rules.ignoredFields.append(Field(pattern, place: reader.place(value)))
        }
        rules.ignoredRegions = (reader.objects("regions", region) ?? []).compactMap { $0 }
        return rules
    }

    private static func region(_ reader: inout ObjectReader) -> Region? {
        let side = reader.choice("side", of: ["front", "back"])?.0
        let list = reader.array("box", required: true)
        reader.finish(unknown: .error)
        guard let (values, place) = list else { return nil }
        let numbers = values.map { value -> Double in
            guard case .number(let number) = value.kind else { return .nan }
            return number
        }
        guard let area = Rect(millimetres: numbers) else {
            reader.report(
                at: place, "box", "must be four numbers: x, y, width and height in mm",
                hint: "x and y count from the card's top left corner, such as [37, 62, 21, 21]")
            return nil
        }
        return Region(side: side, area: area, place: reader.place(place))
    }
}
