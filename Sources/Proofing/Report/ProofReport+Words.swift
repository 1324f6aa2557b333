extension ProofReport {
    /// `2 cards differ, 1 is new, 9 are the same`.
    public var summary: String { Wording.counts(self) }
}

extension ProofItem {
    /// What became of it, in a word or two: `changed`, `was 'mug'`.
    package func stateName(noun: String) -> String {
        switch state {
        case .changed: "changed"
        case .new: "new"
        case .missing: "gone"
        case .renamed: oldName.map { "was \($0)" } ?? (noun == "page" ? "moved" : "renamed")
        }
    }
}

extension ProofItem.Finding {
    /// What differs in this part, a sentence each, the first with the part's name: `ja: text 珈琲 → コーヒー`, `size 18 → 16.5 pt`.
    package var sentences: [String] {
        let label = Wording.label(self)
        return details.enumerated().map { index, detail in
            let sentence = Wording.onOneLine(detail.sentence)
            return index == 0 && !label.isEmpty ? "\(Wording.onOneLine(label)): \(sentence)" : sentence
        }
    }
}
