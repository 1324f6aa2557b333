/// qpdf could not read, change or write a document; its own words.
public struct QPDFError: Error, Hashable, Sendable, CustomStringConvertible {
    public var message: String
    /// The system's error number (errno) where the file could not be written.
    public var systemCode: Int32?

    public init(_ message: String, systemCode: Int32? = nil) {
        self.message = message
        self.systemCode = systemCode
    }

    public var description: String { "PDF: \(message)" }
}
