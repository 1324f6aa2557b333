internal import Diagnostics

/// What a back must be that all cards of a deck share, or that none has.
enum SharedBack {
    /// What is wrong with the back's arrangements.
    static func problems(_ backs: Backs, _ layer: TemplateLayer, _ back: [Arrangement]) -> [Diagnostic] {
        let place = Place(file: layer.file)
        switch backs {
        case .own: return []
        case .none:
            guard !back.isEmpty else { return [] }
            return [
                Diagnostic(
                    .error, at: place, field: "back", "is never printed: \"backs\" is \"none\"",
                    hint: "leave out \"back\", or let \"backs\" be \"own\" or \"shared\"")
            ]
        case .shared:
            var problems: [Diagnostic] = []
            if back.count > 1 || back.contains(where: { $0.condition != .init() }) {
                problems.append(
                    Diagnostic(
                        .error, at: place, field: "back",
                        "all cards share it, so it is one arrangement without \"when\""))
            }
            for (arrangement, element) in back.flatMap({ back in back.elements.map { (back, $0) } })
            where !element.isOfDeck {
                problems.append(
                    Diagnostic(
                        .error, at: place, field: "back.\(arrangement.name).elements.\(element.name)",
                        "shows something of one card, but all cards share this back",
                        hint: "a shared back is made of ground, pattern, panel and a label with the title"))
            }
            return problems
        }
    }
}

extension Element {
    /// Whether it looks alike on all cards of a deck.
    fileprivate var isOfDeck: Bool {
        switch kind {
        case .ground, .pattern, .panel: true
        case .label(let label): label.content == .title
        default: false
        }
    }
}
