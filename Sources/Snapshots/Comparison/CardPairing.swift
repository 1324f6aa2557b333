internal import DisplayList

/// Finds cards that look the same or nearly under another id.
struct CardPairing {
    /// What a card shows: each of its texts and pictures, and nothing that its id or its number in the deck makes.
    private struct Features {
        var texts: Set<String> = []
        var art: Set<UInt64> = []

        init(_ card: ReferenceCard) {
            for face in card.faces {
                for item in face.items {
                    switch item {
                    case .text(let text):
                        let kind = ReferenceDefaults.kind(of: text)
                        guard kind == "text" || kind == "reading" || kind == "caption" else { continue }
                        texts.insert("\(text.field) \(text.text)")
                    case .art(let art):
                        self.art.insert(art.source.pixelHash)
                        self.art.insert(art.source.fileHash)
                    case .code, .shapes: continue
                    }
                }
            }
        }

        /// The share of texts that both have, nil where they are different cards.
        func likeness(to other: Features) -> Double? {
            guard art.isEmpty == other.art.isEmpty, art.isEmpty || !art.isDisjoint(with: other.art) else { return nil }
            let all = texts.union(other.texts).count
            guard all > 0 else { return art.isEmpty ? nil : 1 }
            let share = Double(texts.intersection(other.texts).count) / Double(all)
            return share >= (art.isEmpty ? 0.75 : 0.5) ? share : nil
        }
    }

    /// How many cards may show one thing before it says nothing about which is which.
    private static let mostAlike = 64

    /// For each new card that has one the old card that it was; each old one once.
    static func pairs(missing: [ReferenceCard], new: [ReferenceCard]) -> [String: ReferenceCard] {
        guard !missing.isEmpty, !new.isEmpty else { return [:] }
        let features = missing.map(Features.init)
        var byText: [String: [Int]] = [:]
        var byArt: [UInt64: [Int]] = [:]
        for (index, feature) in features.enumerated() {
            for text in feature.texts { byText[text, default: []].append(index) }
            for art in feature.art { byArt[art, default: []].append(index) }
        }
        var found: [(likeness: Double, new: Int, old: Int)] = []
        for (index, card) in new.enumerated() {
            let feature = Features(card)
            var candidates: Set<Int> = []
            for text in feature.texts { add(byText[text], to: &candidates) }
            for art in feature.art { add(byArt[art], to: &candidates) }
            for candidate in candidates {
                guard let likeness = feature.likeness(to: features[candidate]) else { continue }
                found.append((likeness, index, candidate))
            }
        }
        found.sort { ($1.likeness, $0.new, $0.old) < ($0.likeness, $1.new, $1.old) }
        var result: [String: ReferenceCard] = [:]
        var taken: Set<Int> = []
        for pair in found where result[new[pair.new].id] == nil && !taken.contains(pair.old) {
            taken.insert(pair.old)
            result[new[pair.new].id] = missing[pair.old]
        }
        return result
    }

    private static func add(_ cards: [Int]?, to candidates: inout Set<Int>) {
        guard let cards, cards.count <= mostAlike else { return }
        candidates.formUnion(cards)
    }
}
