public import Diagnostics
internal import Geometry

extension ComparisonRules {
    /// Warnings of rules that pass over nothing: cards, fields and regions that are not there, each with the nearest that is.
    ///
    /// - Parameters:
    ///   - ids: of all cards that there are, also of those that are not printed.
    ///   - references: what the rules are for.
    public func problems(amongCards ids: [String], in references: [Reference]) -> [Diagnostic] {
        let cards = references.flatMap(\.cards)
        var problems = Self.unused(ignoredFields, ignoredRegions, in: cards, of: "no card has a field")
        let known = Set(ids).union(cards.map(\.id))
        let own = Dictionary(grouping: cards.filter { exceptions[$0.id] != nil }, by: \.id)
        let inOrder = exceptions.sorted {
            ($0.value.place?.line ?? 0, $0.key) < ($1.value.place?.line ?? 0, $1.key)
        }
        for (id, exception) in inOrder {
            if !known.contains(id) {
                problems.append(
                    Diagnostic(
                        .warning, at: exception.place, "the deck has no card \(Quotation.quoted(id))",
                        hint: Suggestion.hint(for: id, among: ids) ?? "remove its rules"))
            } else if let cards = own[id] {
                problems += Self.unused(
                    exception.ignoredFields, exception.ignoredRegions, in: cards,
                    of: "card \(Quotation.quoted(id)) has no field")
            }
        }
        return problems
    }

    private static func unused(
        _ fields: [Field], _ regions: [Region], in cards: [ReferenceCard], of subject: String
    ) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if !fields.isEmpty {
            var names: Set<String> = []
            for card in cards { for face in card.faces { for item in face.items { names.insert(item.part.field) } } }
            let known = names.union(names.map(forAllLanguages)).sorted()
            for field in fields where !names.contains(where: field.matches) {
                problems.append(
                    Diagnostic(
                        .warning, at: field.place, "\(subject) \(Quotation.quoted(field.pattern)) to ignore",
                        hint: Suggestion.hint(for: field.pattern, among: known)
                            ?? "there are: \(Set(names.map(forAllLanguages)).subtracting([""]).sorted().joined(separator: ", "))"
                    ))
            }
        }
        for region in regions {
            let isUsed = cards.contains { card in
                card.faces.contains { face in face.items.contains { region.holds($0.box, on: face.name) } }
            }
            guard !isUsed else { continue }
            let numbers = [region.area.minX, region.area.minY, region.area.width, region.area.height]
                .map { Hundredths.text(Hundredths.millimetres($0)) }
            problems.append(
                Diagnostic(
                    .warning, at: region.place,
                    "nothing lies wholly in the region \(region.side.map { "\($0):" } ?? "")\(numbers.joined(separator: ","))",
                    hint:
                        "what reaches out of a region counts; it is x, y, width and height from the card's top left corner"
                ))
        }
        return problems
    }

    /// `words.*.reading` for `words.ja.reading`.
    private static func forAllLanguages(_ field: String) -> String {
        let parts = field.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0] == "words" ? "words.*.\(parts[2])" : field
    }
}
