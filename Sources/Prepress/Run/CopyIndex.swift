/// Which card is the n-th printed one when each is printed so often, in logarithmic time and without listing them.
struct CopyIndex: Sendable {
    /// The number of printed cards up to and with each card of the deck.
    private let ends: [Int]

    /// - Parameter copies: How often each card is printed.
    init(_ copies: [Int]) {
        var sum = 0
        ends = copies.map { copies in
            sum += copies
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
        return (low, printed - start(of: low))
    }

    /// The printed copies of a card.
    func copies(of card: Int) -> Range<Int> { start(of: card)..<ends[card] }

    private func start(of card: Int) -> Int { card == 0 ? 0 : ends[card - 1] }
}
