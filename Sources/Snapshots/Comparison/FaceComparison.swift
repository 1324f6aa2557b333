internal import Geometry

/// Tells what differs between a face and its reference, item by item.
struct FaceComparison {
    let rules: ComparisonRules
    let fonts: ChangedFonts
    /// Fonts that a change has named.
    private(set) var toldFonts: Set<String> = []
    /// Texts that look the same and read differently: `back, words.ja.text: reads …`.
    private(set) var rereadings: [String] = []

    init(rules: ComparisonRules, fonts: ChangedFonts) {
        self.rules = rules
        self.fonts = fonts
    }

    /// In the order of painting; what was removed stands last.
    mutating func changes(_ old: ReferenceFace, _ new: ReferenceFace) -> [Change] {
        guard old != new else { return [] }
        var pairing = ItemPairing(
            old.items.filter { !rules.ignores(field: $0.part.field) },
            new.items.filter { !rules.ignores(field: $0.part.field) })
        pairing.pair()
        var changes: [Change] = []
        let moved = pairing.repainted()
        for (index, item) in pairing.new.enumerated() {
            var details: [Change.Detail] = []
            if let partner = pairing.partners[index] {
                let before = pairing.old[partner]
                if rules.ignores(item.box, on: new.name), rules.ignores(before.box, on: new.name) { continue }
                var comparison = ItemComparison(measuring: Measuring(rules.tolerance), fonts: fonts)
                comparison.compare(before, item)
                details = comparison.details
                toldFonts.formUnion(comparison.toldFonts)
                if let rereading = comparison.rereading {
                    rereadings.append("\(new.name), \(item.part.field): \(rereading)")
                }
                if let other = moved[index] {
                    details.append(
                        Change.Detail(kind: .order, sentence: "now painted over \(other) (was under it)"))
                }
            } else if !rules.ignores(item.box, on: new.name) {
                details = [Change.Detail(kind: .added, sentence: "added: \(item.summary)")]
            }
            guard !details.isEmpty else { continue }
            changes.append(
                Change(side: new.name, field: item.part.field, language: item.language, details: details))
        }
        for item in pairing.removed where !rules.ignores(item.box, on: new.name) {
            changes.append(
                Change(
                    side: new.name, field: item.part.field, language: item.language,
                    details: [Change.Detail(kind: .removed, sentence: "removed: \(item.summary)")]))
        }
        if !changes.isEmpty, old.arrangement != new.arrangement {
            changes.insert(
                Change(
                    side: new.name, field: "face", language: nil,
                    details: [
                        Change.Detail(
                            kind: .face, sentence: "arrangement \(old.arrangement) → \(new.arrangement)")
                    ]), at: 0)
        }
        return changes
    }
}
