/// In which order cards take their places on sheets.
public enum CardOrder: String, Hashable, Sendable, CaseIterable {
    /// Sheet by sheet, as one reads.
    case sheets
    /// Through the pile: when the pile of sheets is cut through and the small piles are put on one another in reading order, the first on top, the
    /// cards lie in their order ("cut and stack").
    case stacks
}
