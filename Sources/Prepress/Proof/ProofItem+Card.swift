public import Diagnostics
public import Proofing
public import Snapshots

extension ProofItem {
    /// A card that differs, for a report; the place is that of the card in its deck.
    public init(_ card: CardComparison, place: Place?) {
        let (state, oldName): (State, String?) =
            switch card.state {
            case .changed: (.changed, nil)
            case .new: (.new, nil)
            case .missing: (.missing, nil)
            case .renamed(let old): (.renamed, old)
            }
        self.init(
            name: card.id, state: state, oldName: oldName, place: place,
            findings: card.changes.map { change in
                Finding(
                    side: change.side, field: change.field, language: change.language,
                    details: change.details.map { ($0.kind.rawValue, $0.sentence) })
            })
    }
}
