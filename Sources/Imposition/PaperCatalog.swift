public import Diagnostics
internal import Geometry
internal import JSONSource

/// The papers known by name, in the order in which they are listed to people.
public struct PaperCatalog: Hashable, Sendable {
    public var papers: [Paper]

    public init(_ papers: [Paper]) {
        self.papers = papers
    }

    /// Reads a catalogue such as `Templates/papers.json`, whose form `Templates/papers.schema.json` describes. Throws ``DiagnosticError`` with everything that is wrong in it.
    public init(file: String, bytes: [UInt8]) throws(DiagnosticError) {
        var reader = ObjectReader(try JSONParser.parse(bytes, file: file), file: file)
        _ = reader.string("$schema")
        let entries = reader.objects("papers", required: true, PaperCatalog.paper) ?? []
        reader.finish(unknown: .error)
        var papers: [Paper] = []
        var names: [String] = []
        for entry in entries {
            guard let (paper, value) = entry else { continue }
            let own = [paper.name.lowercased()] + paper.aliases.map { $0.lowercased() }
            if let taken = own.first(where: { names.contains($0) }) {
                reader.report(at: value, "papers", "two papers are called \(Quotation.quoted(taken))")
            }
            names += own
            papers.append(paper)
        }
        let errors = reader.diagnostics.filter(\.isError)
        guard errors.isEmpty else { throw DiagnosticError(errors) }
        self.papers = papers
    }

    private static func paper(_ reader: inout ObjectReader) -> (Paper, JSONValue)? {
        let name = reader.string("name", required: true)
        let width = reader.number("width", in: 0...100_000, required: true)
        let height = reader.number("height", in: 0...100_000, required: true)
        let unit = reader.choice("unit", of: PaperMeasure.units.map(\.name))?.0 ?? "mm"
        let aliases = reader.strings("aliases")?.0.map(\.0) ?? []
        reader.finish(unknown: .error)
        guard let name, let width, let height, let factor = PaperMeasure.units.first(where: { $0.name == unit }) else {
            return nil
        }
        let paper = Paper(
            name: name.0,
            size: Size(width: .mm(width.0 * factor.millimetres), height: .mm(height.0 * factor.millimetres)),
            aliases: aliases)
        for (side, value) in [(paper.size.width, width.1), (paper.size.height, height.1)]
        where !Paper.sides.contains(side) {
            reader.report(
                at: value, nil,
                "a paper's sides must measure \(Measure.millimetres(Paper.sides.lowerBound)) to \(Measure.millimetres(Paper.sides.upperBound)) mm"
            )
        }
        return (paper, reader.source)
    }

    /// Names and aliases, for suggestions.
    var allNames: [String] { papers.flatMap { [$0.name] + $0.aliases } }

    /// The paper with this name or alias, in any case.
    func paper(named name: String) -> Paper? {
        let wanted = name.lowercased()
        return papers.first { $0.name.lowercased() == wanted || $0.aliases.contains { $0.lowercased() == wanted } }
    }
}

extension Paper {
    var area: Double { size.width.points * size.height.points }
}
