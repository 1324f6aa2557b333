internal import CardLayout
internal import Codecs
internal import DeckModel
internal import Diagnostics
internal import FileAccess
internal import JSONSource
internal import Snapshots

/// How cards looked when a report was written, and which of them look otherwise now.
///
/// A look is a hash of the card's reference: words, fonts, sizes, places, pictures, codes.
final class LookChanges: Sendable {
    /// A card in a template: decks may be printed in several.
    struct Print: Hashable {
        var deck: String
        /// The template's name.
        var template: String
        var card: String
    }

    /// How each was printed; empty before the first print.
    let printed: [Print: String]

    /// Reads the looks of an earlier run's report; without such a file every card is new. Throws `DiagnosticError` where it is no report that tells looks, or `FileError`.
    init(record: String) throws {
        guard FileStatus(path: record) != nil else {
            printed = [:]
            return
        }
        var reader = ObjectReader(try JSONParser.parse(try Files.read(record), file: record), file: record)
        let program = reader.string("program")
        let deck = reader.object("deck", { $0.string("id")?.0 }) ?? nil
        let cards = ["cards", "unchanged"].flatMap { name in
            reader.objects(
                name,
                {
                    ($0.string("deck")?.0, $0.string("template")?.0, $0.string("id")?.0, $0.string("look")?.0)
                }) ?? []
        }
        var printed: [Print: String] = [:]
        for case (let own, let template, let id?, let look?)? in cards {
            guard let deck = own ?? deck else { continue }
            printed[Print(deck: deck, template: template ?? "", card: id)] = look
        }
        guard program?.0.hasPrefix("capprint") == true, cards.isEmpty || !printed.isEmpty else {
            throw DiagnosticError(
                Diagnostic(
                    .error, at: Place(file: record), "is no report that tells how cards looked",
                    hint: "name a file of its own for --changed: it is written by the first run"))
        }
        self.printed = printed
    }

    /// Of some cards of a deck those that look otherwise than they were printed, or are new. Throws what reading fonts gives cause for.
    func changed(
        among cards: Set<Int>, _ stage: StudioSetup, printsBacks: Bool, workers: Int
    ) async throws -> Set<Int> {
        func known(_ card: Int) -> String? {
            printed[Print(deck: stage.deck.id, template: stage.template.name, card: stage.deck.cards[card].id)]
        }
        // What was never printed need not be looked at.
        let asked = cards.filter { known($0) != nil }.sorted()
        var changed = cards.subtracting(asked)
        let shapes = FontShapes()
        try await OrderedTasks.run(
            count: asked.count, workers: workers,
            { index -> (card: Int, look: String) in
                let card = asked[index]
                var recorder = ReferenceRecorder(shapes: shapes)
                let faces = stage.layouter.faces(of: stage.deck.cards[card], number: card + 1)
                let reference = try recorder.card(
                    id: stage.deck.cards[card].id, faces: SheetRecord.named(faces, printsBacks: printsBacks))
                return (card, SheetRecord.hash(reference, stage))
            }
        ) { found in
            if known(found.card) != found.look { changed.insert(found.card) }
        }
        return changed
    }
}
