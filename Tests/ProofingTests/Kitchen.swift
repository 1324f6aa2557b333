import Diagnostics
import Proofing

/// A comparison with one of everything.
enum Kitchen {
    static let cup = ProofItem(
        name: "coffee-cup", state: .changed, place: Place(file: "deck.json", line: 12, column: 5),
        findings: [
            .init(
                side: "back", field: "words.ja.text", language: "ja",
                details: [
                    ("text", "text 珈琲 → コーヒー"), ("size", "size 18 → 16.5 pt"),
                    ("position", "moved 0.4 mm right"), ("font", "font Klee One → Noto Sans CJK JP"),
                ]),
            .init(side: "front", field: "sticker", language: nil, details: [("picture", "picture changed")]),
        ],
        acceptCommand: "capprint snapshot accept --card coffee-cup deck.json")

    static let report = ProofReport(
        title: "snapshot of kitchen", oldName: "reference", newName: "deck",
        items: [
            cup,
            ProofItem(name: "mug", state: .new, place: Place(file: "deck.json", line: 30, column: 5), findings: []),
            ProofItem(
                name: "jug", state: .renamed, oldName: "pitcher", place: Place(file: "deck.json", line: 40, column: 5),
                findings: [
                    .init(
                        side: "back", field: "words.ar.reading", language: "ar", details: [("text", "text a → b")])
                ]),
            ProofItem(name: "tea", state: .missing, findings: []),
        ],
        same: (1...9).map { "cup-\($0)" }, noun: "card", notes: ["cards stand in another order"],
        acceptCommand: "capprint snapshot accept deck.json")

    static func report(
        _ items: [ProofItem], same: Int = 0, noun: String = "card", title: String = "deck", notes: [String] = [],
        accept: String? = nil
    ) -> ProofReport {
        ProofReport(
            title: title, oldName: "old", newName: "new", items: items, same: (0..<same).map { "\(noun) \($0)" },
            noun: noun, notes: notes,
            acceptCommand: accept)
    }

    /// A card of which only the number differs, as of all that follow a new one.
    static func renumbered(_ name: String, _ old: Int) -> ProofItem {
        ProofItem(
            name: name, state: .changed, place: Place(file: "deck.json", line: 10 + old),
            findings: [
                .init(
                    side: "front", field: "number", language: "en",
                    details: [("text", "text No. \(old) → No. \(old + 1)")])
            ])
    }

    /// A new card, and those after it.
    static let inserted = report(
        [ProofItem(name: "pot", state: .new, findings: [])]
            + ["mug", "sugar", "tea"].enumerated().map {
                renumbered($0.element, $0.offset + 3)
            }, same: 2)
}
