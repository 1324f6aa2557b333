/// Why a picture cannot be used, as facts for the person who chose it. The message has no subject: the picture's name goes before it.
public struct ArtworkError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, such as "is not a picture: it starts like a PDF".
    public var message: String
    /// What would mend it.
    public var hint: String?
    /// Whether the reason is that there is no such file.
    public var isMissingFile: Bool

    public init(message: String, hint: String? = nil, isMissingFile: Bool = false) {
        self.message = message
        self.hint = hint
        self.isMissingFile = isMissingFile
    }

    public var description: String { hint.map { "\(message)\n  hint: \($0)" } ?? message }
}
