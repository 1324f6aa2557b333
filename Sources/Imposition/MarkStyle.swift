/// What shows where to cut. Whatever the style, no mark lies on a card.
public enum MarkStyle: String, Hashable, Sendable, CaseIterable {
    /// Short lines in the waste around the cards, one for each cut.
    case crop
    /// Crop marks, and small crosses at the cards' corners where there is space between the cards.
    case corners
    /// Hairlines from the cards to the edge of the paper, and between the cards where there is space.
    case lines
    /// Nothing: for perforated stock.
    case none
}
