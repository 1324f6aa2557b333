/// What a PDF file says about itself and asks of the printer.
public struct PDFSettings: Sendable {
    /// How sheets are turned for their backs (ISO 32000-2, 12.2, /Duplex).
    public enum Duplex: String, Sendable, Hashable, CaseIterable {
        case long = "DuplexFlipLongEdge"
        case short = "DuplexFlipShortEdge"
        case simplex = "Simplex"
    }

    public var title: String
    /// BCP 47 tag of the document's main language; empty for none.
    public var language: String
    /// The program and its version.
    public var producer: String
    /// nil leaves it to the printer.
    public var duplex: Duplex?
    /// Whether links lead anywhere.
    public var hasLinks: Bool
    /// nil for a file without any date.
    public var date: PDFDate?

    public init(
        title: String = "", language: String = "", producer: String = "capprint", duplex: Duplex? = nil,
        hasLinks: Bool = true, date: PDFDate? = nil
    ) {
        self.title = title
        self.language = language
        self.producer = producer
        self.duplex = duplex
        self.hasLinks = hasLinks
        self.date = date
    }
}
