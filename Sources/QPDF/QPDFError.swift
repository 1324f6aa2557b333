/// qpdf could not read, change or write a document; its own words.
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
    /// The system's error number (errno) where the file could not be written.
    public var systemCode: Int32?

    public init(_ message: String, kind: Kind = .other, systemCode: Int32? = nil) {
        self.message = message
        self.kind = kind
        self.systemCode = systemCode
    }

    public var description: String { "PDF: \(message)" }
}
