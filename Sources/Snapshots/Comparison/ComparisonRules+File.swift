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
            rules.ignoredFields.append(pattern)
        }
        rules.ignoredRegions = (reader.objects("regions", region) ?? []).compactMap { $0 }
        return rules
    }

    private static func region(_ reader: inout ObjectReader) -> Region? {
        let side = reader.choice("side", of: ["front", "back"])?.0
        let list = reader.array("box", required: true)
        reader.finish(unknown: .error)
        guard let (values, place) = list else { return nil }
        let numbers = values.compactMap { value -> Double? in
            guard case .number(let number) = value.kind, abs(number) <= 10_000 else { return nil }
            return number
        }
        guard values.count == 4, numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else {
            reader.report(
                at: place, "box", "must be four numbers: x, y, width and height in mm",
                hint: "x and y count from the card's top left corner, such as [37, 62, 21, 21]")
            return nil
        }
        return Region(
            side: side,
            area: Rect(x: .mm(numbers[0]), y: .mm(numbers[1]), width: .mm(numbers[2]), height: .mm(numbers[3])))
    }

    /// Rules for cards that are not there, each with the nearest that is.
    public func problems(amongCards ids: [String]) -> [Diagnostic] {
        let known = Set(ids)
        return exceptions.filter { !known.contains($0.key) }
            .sorted { ($0.value.place?.line ?? 0, $0.key) < ($1.value.place?.line ?? 0, $1.key) }
            .map { id, exception in
                Diagnostic(
                    .warning, at: exception.place, "the deck has no card \(Quotation.quoted(id))",
                    hint: Suggestion.hint(for: id, among: ids) ?? "remove its rules")
            }
    }
}
