public import DeckModel

/// Which cards of a deck are printed: those that meet every condition.
public struct CardSelection: Hashable, Sendable {
    /// Ids, in no order; nil takes all.
    public var cards: Set<String>?
    /// At least one of them; nil takes all.
    public var tags: Set<String>?
    /// Captured on this day or later.
    public var since: CalendarDate?
    /// The report of an earlier run: cards that look as they did then are left out, and the file is brought up to date.
    public var record: String?

    public init() {}

    /// Whether a card meets what can be told from the deck alone.
    func takes(_ card: Card) -> Bool {
        if let cards, !cards.contains(card.id) { return false }
        if let tags, tags.isDisjoint(with: card.tags) { return false }
        if let since {
            guard let date = card.captured?.date else { return false }
            return (date.year, date.month, date.day) >= (since.year, since.month, since.day)
        }
        return true
    }
}
