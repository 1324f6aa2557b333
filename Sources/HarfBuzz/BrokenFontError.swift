/// Why a font file cannot be used, as the end of a sentence about the file.
public struct BrokenFontError: Error, Hashable, Sendable, CustomStringConvertible {
    public var reason: String

    public init(_ reason: String) {
        self.reason = reason
    }

    public var description: String { reason }
}
