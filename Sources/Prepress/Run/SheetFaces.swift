internal import CardLayout

/// The laid-out cards of one sheet: what a worker hands to the writer.
struct SheetFaces: Sendable {
    struct Printed: Sendable {
        /// The card's number in the print queue.
        var number: Int
        var card: PrintQueue.Printed
        var faces: CardFaces
    }

    /// From 0.
    var sheet: Int
    /// In the order of the sheet's places.
    var cards: [Printed]
    /// What the file tells of them; nil where it tells nothing.
    var record: SheetRecord? = nil

    /// The faces of the cards by their numbers.
    var byNumber: [Int: Printed] { Dictionary(uniqueKeysWithValues: cards.map { ($0.number, $0) }) }
}
