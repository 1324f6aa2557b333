/// The cards to print, numbered through all decks: size by size, deck by deck, set by set, each card's copies in a row.
struct PrintQueue: Sendable {
    /// A card of a deck, and which of its prints.
    struct Printed: Hashable, Sendable {
        /// Places in the job's decks and in the deck, from 0.
        var deck: Int
        var card: Int
        /// From 0, through all sets.
        var copy: Int
    }

    private struct Entry {
        var deck: Int
        var start: Int
        var index: CopyIndex
    }

    private let entries: [Entry]
    private let sets: Int
    /// How many cards of each size are printed.
    let counts: [Int]

    /// - Parameters:
    ///   - decks: How often each card of each deck is printed in a set, and which size the deck's cards have.
    ///   - sets: How often everything is printed.
    init(_ decks: [(copies: [Int], format: Int)], sets: Int) {
        var entries: [Entry] = []
        var counts = Array(repeating: 0, count: (decks.map(\.format).max() ?? -1) + 1)
        var start = 0
        for format in counts.indices {
            for (number, deck) in decks.enumerated() where deck.format == format {
                let index = CopyIndex(deck.copies)
                entries.append(Entry(deck: number, start: start, index: index))
                counts[format] += index.count * sets
                start += index.count * sets
            }
        }
        self.entries = entries
        self.sets = sets
        self.counts = counts
    }

    var count: Int { counts.reduce(0, +) }

    /// The card with a number below ``count``.
    func card(at number: Int) -> Printed {
        let entry = entries.last { $0.start <= number && $0.index.count > 0 } ?? entries[0]
        let (set, place) = (number - entry.start).quotientAndRemainder(dividingBy: entry.index.count)
        let (card, copy) = entry.index.card(at: place)
        return Printed(deck: entry.deck, card: card, copy: set * entry.index.copies(of: card).count + copy)
    }

    /// The numbers of all prints of a card.
    func numbers(deck: Int, card: Int) -> [Int] {
        guard let entry = entries.first(where: { $0.deck == deck }) else { return [] }
        return (0..<sets).flatMap { set in
            entry.index.copies(of: card).map { entry.start + set * entry.index.count + $0 }
        }
    }
}
