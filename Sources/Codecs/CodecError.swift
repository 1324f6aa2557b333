/// Why bytes cannot be decoded, as facts.
public enum CodecError: Error, Hashable, Sendable {
    /// No format that is known; what the first bytes look like, if that can be told ("a PDF").
    case notAPicture(looksLike: String?)
    /// A known format in a kind that is not taken ("an animation").
    case unsupported(String)
    /// The data end before the picture does. `expected` is the least that the file announces, where it does.
    case cutShort(count: Int, expected: Int?)
    /// The content contradicts itself; the decoder's words.
    case damaged(String)
    /// More pixels than ``ImageLimits`` allow.
    case tooLarge(width: Int, height: Int)
    /// The pixels do not fit in memory.
    case outOfMemory
}
