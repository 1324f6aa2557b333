internal import DeckModel
internal import Diagnostics

/// Finds the cards of decks that a selection names.
enum CardSelector {
    /// The places in the deck of the cards that are to be printed.
    static func selected(_ selection: CardSelection, _ deck: Deck) -> Set<Int> {
        Set(deck.cards.indices.filter { selection.takes(deck.cards[$0]) })
    }

    /// Ids and tags that no deck has, each with the nearest that one has.
    static func problems(_ selection: CardSelection, _ decks: [Deck]) -> [Diagnostic] {
        let known: [(noun: String, wanted: Set<String>, names: [String])] = [
            ("card", selection.cards ?? [], decks.flatMap { $0.cards.map(\.id) }),
            ("tag", selection.tags ?? [], Array(Set(decks.flatMap { $0.cards.flatMap(\.tags) })).sorted()),
        ]
        return known.flatMap { noun, wanted, names in
            wanted.subtracting(names).sorted().map { missing in
                Diagnostic(
                    .wrongUse, at: Place(file: decks[0].file),
                    "the deck has no \(noun) \(Quotation.quoted(missing))",
                    hint: Suggestion.hint(for: missing, among: names))
            }
        }
    }

    /// Why nothing is left to print.
    static func nothing(_ selection: CardSelection, _ decks: [Deck]) -> [Diagnostic] {
        let place = Place(file: decks[0].file)
        if decks.allSatisfy({ $0.cards.allSatisfy { $0.copies == 0 } }) {
            return [
                Diagnostic(
                    .error, at: place, "nothing to print: every card has 0 copies",
                    hint: "give at least one card \"copies\": 1")
            ]
        }
        return [
            Diagnostic(
                .wrongUse, at: place, "nothing to print: no card is meant by all of --cards, --tags and --since",
                hint: "leave one of them out")
        ]
    }
}
