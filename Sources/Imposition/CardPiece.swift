internal import Geometry

/// What is cut out of a sheet as one piece, upright, its origin at its top left: a card, or a front and a back that are folded together.
struct CardPiece: Hashable, Sendable {
    let size: Size
    let front: Rect
    /// Nil where the back is on the paper's other side, or nowhere.
    let back: Rect?
    /// How far the back is turned against the front, in clockwise quarter turns.
    let backTurns: Int

    /// A card with its front alone.
    init(card: Size) {
        size = card
        front = Rect(origin: .zero, size: card)
        back = nil
        backTurns = 0
    }

    /// A card that is folded backwards on its right edge, so that its back stands upright; or on its top edge, so that its back stands on its head:
    /// a card is turned over sideways.
    init(card: Size, fold: Fold, isBackBeside: Bool) {
        if isBackBeside {
            size = Size(width: card.width * 2 + fold.gutter, height: card.height)
            front = Rect(origin: .zero, size: card)
            back = Rect(origin: Point(x: card.width + fold.gutter, y: .zero), size: card)
            backTurns = 0
        } else {
            size = Size(width: card.width, height: card.height * 2 + fold.gutter)
            front = Rect(origin: Point(x: .zero, y: card.height + fold.gutter), size: card)
            back = Rect(origin: .zero, size: card)
            backTurns = 2
        }
    }

    /// The pieces that a card may be cut out as.
    static func forms(of card: Size, fold: Fold?) -> [CardPiece] {
        guard let fold else { return [CardPiece(card: card)] }
        return [true, false].map { CardPiece(card: card, fold: fold, isBackBeside: $0) }
    }
}
