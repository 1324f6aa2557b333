/// What is on the backs of a template's cards.
public enum Backs: String, Hashable, Sendable, CaseIterable {
    /// Each card's own words and pictures.
    case own
    /// The same drawing on every card of the deck, so that a card lying on its face keeps its secret.
    case shared
    /// Nothing: the place on the sheet's back stays empty.
    case none
}
