internal import DeckModel
internal import Geometry

/// The sizes that words have on all of a deck's cards, for the elements whose template wants one size: the longest word decides.
struct DeckSizes: Sendable {
    /// A side of the card and the name of an element on it. A reading below a headword has a size of its own.
    struct Field: Hashable, Sendable {
        var isBack: Bool
        var element: String
        var isReading = false
    }

    private var sizes: [Field: Length] = [:]

    /// The largest size that an element may have on any card.
    func largest(_ field: Field, _ range: SizeRange) -> Length {
        max(range.smallest, min(range.largest, sizes[field] ?? range.largest))
    }

    /// Sets the words of all cards as each would be alone. Costs nothing where the template does not ask for it; the words shaped here are
    /// those that the cards are made of.
    init(_ layouter: CardLayouter, deck: Deck) {
        for (arrangements, isBack) in [(layouter.template.front, false), (layouter.template.back, true)]
        where arrangements.contains(where: { $0.elements.contains(where: \.hasOneSize) }) {
            for (index, card) in deck.cards.enumerated() {
                let content = CardContent(
                    card: card, number: index + 1, headwordLanguage: layouter.headwordLanguage)
                for arrangement in arrangements where content.meets(arrangement.condition) {
                    var composer = FaceComposer(layouter, content, arrangement: arrangement, isBack: isBack)
                    composer.composeWords()
                    if composer.isOverfull { continue }
                    for (field, size) in composer.sizes { sizes[field] = min(sizes[field] ?? size, size) }
                    break
                }
            }
        }
    }

    /// No element has a size for all cards.
    init() {}
}
