internal import Diagnostics
internal import Geometry

/// Says in words what differs between two references of a deck.
///
/// Told is what can be seen on paper: where words, numbers and hashes are others and the cards look the same, nothing is.
public enum ReferenceComparison {
    /// Compares card by card, each found by its id wherever it stands in the deck.
    public static func compare(_ old: Reference, _ new: Reference, rules: ComparisonRules) -> DeckComparison {
        var comparison = Comparing(old, new, rules)
        return comparison.result()
    }
}

private struct Comparing {
    private let old: Reference
    private let new: Reference
    private let rules: ComparisonRules
    private let fonts: ChangedFonts
    private var toldFonts: Set<String> = []
    /// Arrangements that are called otherwise and look the same.
    private var renamedArrangements: [String] = []
    /// Texts that read differently and look the same, in words.
    private var rereadings: [String] = []
    /// So many are told one by one.
    private static let mostRereadings = 10
    /// What every card differs in, told on the face of those that differ in nothing else.
    private let format: [Change.Detail]

    init(_ old: Reference, _ new: Reference, _ rules: ComparisonRules) {
        self.old = old
        self.new = new
        self.rules = rules
        fonts = ChangedFonts(old.look.fonts, new.look.fonts)
        format = Self.format(old.look, new.look, Measuring(rules.tolerance))
    }

    mutating func result() -> DeckComparison {
        var places: [String: Int] = [:]
        places.reserveCapacity(old.cards.count)
        for (index, card) in old.cards.enumerated() where places[card.id] == nil { places[card.id] = index }
        var isUsed = Array(repeating: false, count: old.cards.count)
        var partners: [Int?] = []
        partners.reserveCapacity(new.cards.count)
        for card in new.cards {
            let place = places[card.id].flatMap { isUsed[$0] ? nil : $0 }
            if let place { isUsed[place] = true }
            partners.append(place)
        }
        let missing = zip(old.cards, isUsed).compactMap { $1 ? nil : $0 }
        let fresh = zip(new.cards, partners).compactMap { $1 == nil ? $0 : nil }
        let renamed = CardPairing.pairs(missing: missing, new: fresh)
        var cards: [CardComparison] = []
        for (card, partner) in zip(new.cards, partners) {
            if let partner {
                let changes = self.changes(old.cards[partner], card)
                if !changes.isEmpty { cards.append(CardComparison(id: card.id, state: .changed, changes: changes)) }
            } else if let before = renamed[card.id] {
                cards.append(
                    CardComparison(id: card.id, state: .renamed(from: before.id), changes: changes(before, card)))
            } else {
                cards.append(CardComparison(id: card.id, state: .new, changes: []))
            }
        }
        let different = Set(cards.map(\.id))
        let same = new.cards.map(\.id).filter { !different.contains($0) }
        let gone = Set(missing.map(\.id)).subtracting(renamed.values.map(\.id))
        for card in missing where gone.contains(card.id) {
            cards.append(CardComparison(id: card.id, state: .missing, changes: []))
        }
        return DeckComparison(cards: cards, sameCards: same, notes: notes(partners.compactMap { $0 }))
    }

    private mutating func changes(_ old: ReferenceCard, _ new: ReferenceCard) -> [Change] {
        let isSame = old.faces == new.faces
        guard !isSame || !format.isEmpty else { return [] }
        var changes: [Change] = []
        if !isSame {
            var comparison = FaceComparison(rules: rules.rules(for: new.id), fonts: fonts)
            for face in new.faces {
                guard let before = old.faces.first(where: { $0.name == face.name }) else {
                    changes.append(Self.change(of: face, .added, "added: the whole \(face.name)"))
                    continue
                }
                let found = comparison.changes(before, face)
                if found.isEmpty, before.arrangement != face.arrangement {
                    noteArrangement(before.arrangement, face.arrangement)
                }
                changes += found
            }
            for face in old.faces where !new.faces.contains(where: { $0.name == face.name }) {
                changes.append(Self.change(of: face, .removed, "removed: the whole \(face.name)"))
            }
            toldFonts.formUnion(comparison.toldFonts)
            rereadings += comparison.rereadings.map { "card '\(new.id)', \($0), and looks the same" }
        }
        if changes.isEmpty, !format.isEmpty {
            changes.append(
                Change(side: new.faces.first?.name ?? "front", field: "face", language: nil, details: format))
        }
        return changes
    }

    private static func change(of face: ReferenceFace, _ kind: Change.Detail.Kind, _ sentence: String) -> Change {
        Change(
            side: face.name, field: "face", language: nil, details: [Change.Detail(kind: kind, sentence: sentence)])
    }

    // MARK: The deck

    /// The size that the cards are cut to.
    private static func format(_ old: ReferenceLook, _ new: ReferenceLook, _ measuring: Measuring) -> [Change.Detail] {
        func measures(_ size: Size) -> String {
            [size.width, size.height].map { Hundredths.text(Hundredths.millimetres($0)) }.joined(separator: " × ")
        }
        var details: [Change.Detail] = []
        if measuring.difference(old.trim.width, new.trim.width) != 0
            || measuring.difference(old.trim.height, new.trim.height) != 0
        {
            details.append(
                Change.Detail(kind: .face, sentence: "trim size \(measures(old.trim)) → \(measures(new.trim)) mm"))
        }
        if measuring.difference(old.cornerRadius, new.cornerRadius) != 0 {
            let (before, after) = (
                Hundredths.text(Hundredths.millimetres(old.cornerRadius)),
                Hundredths.text(Hundredths.millimetres(new.cornerRadius))
            )
            details.append(Change.Detail(kind: .face, sentence: "corner radius \(before) → \(after) mm"))
        }
        return details
    }

    private mutating func noteArrangement(_ old: String, _ new: String) {
        let note = "arrangement \(old) is now called \(new)"
        if !renamedArrangements.contains(note) { renamedArrangements.append(note) }
    }

    private func notes(_ partners: [Int]) -> [String] {
        var notes: [String] = []
        if old.look.template != new.look.template {
            notes.append("template \(Sentence.shown(old.look.template)) → \(Sentence.shown(new.look.template))")
        }
        if old.look.savesInk != new.look.savesInk {
            notes.append(new.look.savesInk ? "made with the ink saver now" : "made without the ink saver now")
        }
        notes += format.map(\.sentence)
        let bleed = Measuring(rules.tolerance).difference(old.look.bleed, new.look.bleed)
        if bleed != 0 {
            let (before, after) = (
                Hundredths.text(Hundredths.millimetres(old.look.bleed)),
                Hundredths.text(Hundredths.millimetres(new.look.bleed))
            )
            notes.append("bleed \(before) → \(after) mm")
        }
        notes += rereadings.prefix(Self.mostRereadings)
        if rereadings.count > Self.mostRereadings {
            let more = Plural.counted(rereadings.count - Self.mostRereadings, "more text")
            notes.append("\(more) that read differently and look the same")
        }
        notes += renamedArrangements
        if zip(partners, partners.dropFirst()).contains(where: { $0 > $1 }) {
            notes.append("the cards stand in another order")
        }
        for name in fonts.names where !toldFonts.contains(name) {
            guard let hashes = fonts[name] else { continue }
            notes.append("font \(name) changed (\(hashes.old) → \(hashes.new)), no letter looks different")
        }
        return notes
    }
}
