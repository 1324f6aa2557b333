internal import CardLayout

/// The laid-out cards of one sheet: what a worker hands to the writer.
struct SheetFaces: Sendable {
    struct Printed: Sendable {
        /// Place in the deck, from 0.
        var card: Int
        /// Which of the card's copies, from 0.
        var copy: Int
        var faces: CardFaces
    }

    /// From 0.
    var sheet: Int
    /// In the order of the plan's face numbers, which start at `first`.
    var first: Int
    var cards: [Printed]
    /// What the file tells of them; nil where no file is written.
    var record: SheetRecord? = nil
}
