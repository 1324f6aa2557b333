public import Diagnostics
public import Geometry

/// A paper that sheets are printed on.
public struct Paper: Hashable, Sendable {
    /// The name it is shown by, such as `A4` or `210x297mm`.
    public var name: String
    /// Other names that mean this paper, in lower case.
    public var aliases: [String]
    /// Width and height with the long edge upright (portrait).
    public var size: Size

    /// A paper; the sides may be given in either order.
    public init(name: String, size: Size, aliases: [String] = []) {
        self.name = name
        self.aliases = aliases
        self.size = Size(width: min(size.width, size.height), height: max(size.width, size.height))
    }

    /// The shortest and longest side of a paper: the longest is what a PDF page may have without scaled user units (14,400 pt, ISO 32000-2, annex C).
    public static let sides = Length.mm(20)...Length.pt(14_400)

    /// The paper that a person means: a name of the catalog in any case (`A4`, `letter`, `10x15`), or measures with `mm`, `cm` or `in`, millimetres where no unit stands (`210x297mm`, `8.5x11in`, `100x148`).
    ///
    /// Throws ``DiagnosticError`` with one diagnostic: an unknown name with the nearest known one and the list of all, or measures outside ``sides``.
    public static func named(_ text: String, catalog: PaperCatalog) throws(DiagnosticError) -> Paper {
        let written = PaperMeasure.normalized(text)
        if let known = catalog.paper(named: written) { return known }
        if let measure = PaperMeasure(written) {
            let paper = Paper(name: measure.text, size: measure.size)
            if sides.contains(paper.size.width), sides.contains(paper.size.height) { return paper }
            throw DiagnosticError(
                Diagnostic(
                    .wrongUse,
                    "a paper of \(Measure.size(measure.size)) cannot be printed: each side must measure \(Measure.millimetres(sides.lowerBound)) to \(Measure.millimetres(sides.upperBound)) mm",
                    hint: measure.hasUnit
                        ? nil : "numbers without a unit are millimetres; write cm or in after them for others"))
        }
        let guess = Suggestion.hint(for: written, among: catalog.allNames)
        let list =
            "known papers are \(catalog.papers.map(\.name).joined(separator: ", ")); or give a size such as 210x297mm"
        throw DiagnosticError(
            Diagnostic(
                .wrongUse, "no paper is called \(Quotation.quoted(text))",
                hint: guess.map { "\($0) \(list)" } ?? list))
    }
}
