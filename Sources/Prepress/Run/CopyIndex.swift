internal import DeckModel

/// Which card is the n-th printed one when each is printed `copies` times, in logarithmic time and without listing them.
struct CopyIndex: Sendable {
    /// The number of printed cards up to and with each card of the deck.
    private let ends: [Int]

    init(_ cards: [Card]) {
        var sum = 0
        ends = cards.map { card in
            sum += card.copies
            return sum
        }
    }

    var count: Int { ends.last ?? 0 }

    /// The deck's card and which copy of it, both from 0.
    func card(at printed: Int) -> (card: Int, copy: Int) {
        var (low, high) = (0, ends.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] > printed { high = middle } else { low = middle + 1 }
        }
        return (low, printed - (low == 0 ? 0 : ends[low - 1]))
    }
}
