/// One thing that the person who wrote a deck, template or data file has to know: where, what is wrong, what to do.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable {
        /// Does not stop the printing.
        case warning
        /// Stops the printing of this deck; an older output file stays as it was.
        case error
        /// As ``error``, and the cause is a file that is not there.
        case missingInput
        /// As ``error``, and the cause is what was asked for, not what is in a file.
        case wrongUse
    }

    public var severity: Severity
    public var place: Place?
    /// The card's id.
    public var card: String?
    /// The field's path inside the card, such as `words.fr.audio`.
    public var field: String?
    /// What is wrong, in one sentence without a full stop.
    public var message: String
    /// What would mend it.
    public var hint: String?

    public init(
        _ severity: Severity, at place: Place? = nil, card: String? = nil, field: String? = nil, _ message: String,
        hint: String? = nil
    ) {
        self.severity = severity
        self.place = place
        self.card = card
        self.field = field
        self.message = message
        self.hint = hint
    }

    /// Whether it stops the printing.
    public var isError: Bool { severity != .warning }
}

extension Diagnostic: CustomStringConvertible {
    /// `place: error: card 'id', field: message`, and the hint on a second line.
    public var description: String {
        var subject: [String] = []
        if let card { subject.append("card '\(card)'") }
        if let field { subject.append(field) }
        var parts: [String] = []
        if let place { parts.append(place.description) }
        parts.append(severity == .warning ? "warning" : "error")
        if !subject.isEmpty { parts.append(subject.joined(separator: ", ")) }
        let line = (parts + [message]).joined(separator: ": ")
        return hint.map { "\(line)\n  hint: \($0)" } ?? line
    }
}
