/// A piece of a text and what is written small at it.
public struct RubySegment: Hashable, Sendable {
    public var base: String
    /// Nil for text that needs none.
    public var reading: String?

    public init(base: String, reading: String? = nil) {
        self.base = base
        self.reading = reading
    }
}
