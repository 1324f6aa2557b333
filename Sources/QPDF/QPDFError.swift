/// qpdf could not read or change a document; its own words.
public struct QPDFError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        case other
        /// The file breaks the rules of PDF beyond mending.
        case damaged
        /// The file cannot be read without a password.
        case needsPassword
    }

    public var message: String
    public var kind: Kind

    public init(_ message: String, kind: Kind = .other) {
        self.message = message
        self.kind = kind
    }

    public var description: String { "PDF: \(message)" }
}
