/// One way to lay out a side, and the cards it is made for.
public struct Arrangement: Sendable {
    /// What a card must have; nil does not matter.
    public struct Condition: Hashable, Sendable {
        public var hasSticker: Bool?
        public var hasPhoto: Bool?
        /// Whether the card has an address and so a QR code.
        public var hasCode: Bool?
        /// The most words beside the headword.
        public var mostWords: Int?
        /// Whether the headword's language is written in columns too.
        public var isVertical: Bool?
        /// Whether the headword has a sentence.
        public var hasExample: Bool?

        public init(
            hasSticker: Bool? = nil, hasPhoto: Bool? = nil, hasCode: Bool? = nil, mostWords: Int? = nil,
            isVertical: Bool? = nil, hasExample: Bool? = nil
        ) {
            self.hasSticker = hasSticker
            self.hasPhoto = hasPhoto
            self.hasCode = hasCode
            self.mostWords = mostWords
            self.isVertical = isVertical
            self.hasExample = hasExample
        }
    }

    public var name: String
    public var condition: Condition
    /// Painted in order.
    public var elements: [Element]
}
