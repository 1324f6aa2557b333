/// qpdf could not read or change a document; its own words.
public struct QPDFError: Error, Hashable, Sendable, CustomStringConvertible {
    public var message: String

    public init(_ message: String) {
        self.message = message
    }

    public var description: String { "PDF: \(message)" }
}
