internal import Geometry

/// How a card lies in the places of a sheet of stock.
struct StockFit: Hashable, Sendable {
    let piece: CardPiece
    let isTurned: Bool

    /// Cards are measured in millimetres and places often in inches: so much too large is no difference.
    private static let slack = Length.mm(0.05)

    /// The card upright or, where only that fits, on its side; nil where it does not fit.
    init?(_ format: CardFormat, in stock: Stock, fold: Fold?) {
        if stock.isFolded {
            // The fold halves the place, and each side of the card lies in the middle of its half.
            let gutter = stock.place.height / 2 - format.size.height
            let piece = CardPiece(
                card: format.size, fold: Fold(gutter: max(.zero, gutter)), isBackBeside: false)
            guard StockFit.fits(piece.size, stock.place), gutter >= -StockFit.slack else { return nil }
            (self.piece, isTurned) = (piece, false)
            return
        }
        for turned in [false, true] {
            for piece in CardPiece.forms(of: format.size, fold: fold) {
                let size = turned ? piece.size.turned : piece.size
                let fits =
                    switch stock.shape {
                    case .rectangle: StockFit.fits(size, stock.place)
                    case .round: fold == nil && format.reach * 2 <= stock.place.width + StockFit.slack
                    }
                if fits {
                    (self.piece, isTurned) = (piece, turned)
                    return
                }
            }
        }
        return nil
    }

    private static func fits(_ size: Size, _ place: Size) -> Bool {
        size.width <= place.width + slack && size.height <= place.height + slack
    }
}

extension CardFormat {
    /// From the card's middle to what is farthest from it, its corners rounded.
    fileprivate var reach: Length {
        let radius = min(cornerRadius, min(size.width, size.height) / 2)
        let (x, y) = ((size.width / 2 - radius).points, (size.height / 2 - radius).points)
        return .pt((x * x + y * y).squareRoot()) + radius
    }
}

extension Stock {
    /// Whether a card lies in its places.
    public func holds(_ format: CardFormat, fold: Fold? = nil) -> Bool {
        StockFit(format, in: self, fold: fold) != nil
    }

    /// How much larger its places are than a card, in square points.
    func waste(of format: CardFormat) -> Double {
        let place = place.width.points * place.height.points / (isFolded ? 2 : 1)
        return place - format.size.width.points * format.size.height.points
    }
}
