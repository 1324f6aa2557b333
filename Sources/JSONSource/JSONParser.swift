public import Diagnostics

/// Reads JSON as RFC 8259 has it, nothing looser, and says in plain words where a text is something else.
///
/// Time and memory grow with the length of the text alone. Nesting deeper than ``depthLimit`` is refused. A byte order mark is passed over.
public enum JSONParser {
    /// How deep objects and lists may stand in one another (RFC 8259, section 9, allows a limit).
    public static let depthLimit = 64

    /// The whole document. Throws the first thing that is not JSON.
    public static func parse(_ bytes: [UInt8], file: String) throws(DiagnosticError) -> JSONValue {
        var scanner = JSONScanner(bytes, file: file)
        return try scanner.document(streaming: nil) { _ in }
    }

    /// A document whose top-level object has a list that may be huge: each of its elements goes to `body` as soon as it is read and is then dropped.
    ///
    /// Gives back the top-level object; its member of that name stands there with an empty list. A member of that name that is no list is left as it is.
    /// Throws the first thing that is not JSON; elements before it have been handed over by then.
    public static func parse(
        _ bytes: [UInt8], file: String, streaming member: String, _ body: (JSONValue) -> Void
    ) throws(DiagnosticError) -> JSONValue {
        var scanner = JSONScanner(bytes, file: file)
        return try scanner.document(streaming: member, body)
    }
}
