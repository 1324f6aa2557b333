/// What is cut out of a sheet.
public enum CutKind: String, Hashable, Sendable, CaseIterable {
    /// Straight lines through the sheet; neighbours that touch share one.
    case sheet
    /// Each card, with its rounded corners.
    case card
    /// Each card's sticker, along its white edge.
    case sticker
}
