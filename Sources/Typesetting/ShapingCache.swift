internal import Fonts
internal import Synchronization

/// Texts that were shaped already, so that fitting at many sizes and the same word on many cards shape once. Belongs to a ``Typesetter``.
///
/// Bounded: it holds the texts used last, between ``texts`` and twice as many; long texts are not kept.
final class ShapingCache: Sendable {
    /// How many texts a generation has.
    static let texts = 4096
    private static let longestText = 1024

    private let shards: [Shard]

    init() {
        shards = (0..<16).map { _ in Shard(capacity: ShapingCache.texts / 16) }
    }

    /// UTF-8, not String: two texts that are canonically equal need not be the same text.
    struct Key: Hashable, Sendable {
        var bytes: [UInt8]
        var ruby: [RubySegment]
        var language: [UInt8]
        var weight: FontWeight
        var writing: WritingMode
    }

    /// The text as shaped before, else what `shape` makes of it.
    func text(
        _ text: String, ruby: [RubySegment], language: String, weight: FontWeight, writing: WritingMode,
        shape: () -> ShapedText
    ) -> ShapedText {
        guard text.utf8.count <= ShapingCache.longestText, language.utf8.count <= 64 else { return shape() }
        let key = Key(
            bytes: Array(text.utf8), ruby: ruby, language: Array(language.utf8), weight: weight, writing: writing)
        // Any spread over the shards gives the same result; only who waits for whom depends on it.
        let shard = shards[Int(UInt(bitPattern: key.hashValue) % UInt(shards.count))]
        if let known = shard.find(key) { return known }
        let made = shape()
        shard.keep(made, for: key)
        return made
    }

    private final class Shard: Sendable {
        private let capacity: Int
        private let generations = Mutex(Generations())

        private struct Generations {
            var young: [Key: ShapedText] = [:]
            var old: [Key: ShapedText] = [:]

            mutating func keep(_ text: ShapedText, for key: Key, capacity: Int) {
                if young.count >= capacity { (old, young) = (young, [:]) }
                young[key] = text
            }
        }

        init(capacity: Int) {
            self.capacity = capacity
        }

        func find(_ key: Key) -> ShapedText? {
            generations.withLock { generations in
                if let text = generations.young[key] { return text }
                guard let text = generations.old[key] else { return nil }
                generations.keep(text, for: key, capacity: capacity)
                return text
            }
        }

        func keep(_ text: ShapedText, for key: Key) {
            generations.withLock { $0.keep(text, for: key, capacity: capacity) }
        }
    }
}
