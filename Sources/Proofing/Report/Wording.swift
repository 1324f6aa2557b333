internal import Diagnostics

/// The sentences that every kind of report shares.
enum Wording {
    /// `card 'cup'`; a page's name says what it is.
    static func subject(_ item: ProofItem, _ noun: String) -> String {
        named(item.name, noun)
    }

    /// What became of the item as a whole: `card 'mug' is new`; nil for one that only its findings tell about.
    static func fate(_ item: ProofItem, _ noun: String) -> String? {
        switch item.state {
        case .new: "\(subject(item, noun)) is new"
        case .missing: "\(subject(item, noun)) is gone"
        case .renamed: "\(subject(item, noun)) was \(shortName(item.oldName ?? "?", noun))"
        case .changed: item.findings.isEmpty ? "\(subject(item, noun)) looks different" : nil
        }
    }

    /// One line for the item: its fate, or that it looks different.
    static func headline(_ item: ProofItem, _ noun: String) -> String {
        fate(item, noun) ?? "\(subject(item, noun)) looks different"
    }

    /// `back, ja: text 珈琲 → コーヒー; size 18 → 16.5 pt`.
    static func line(_ finding: ProofItem.Finding) -> String {
        let part = [finding.side, label(finding)].filter { !$0.isEmpty }.joined(separator: ", ")
        let details = finding.details.map(\.sentence).joined(separator: "; ")
        return part.isEmpty ? details : "\(part): \(details)"
    }

    /// `ja` for `words.ja.text`, `ja reading` for `words.ja.reading`; every other field as it is called.
    static func label(_ finding: ProofItem.Finding) -> String {
        guard let word = word(finding.field) else { return finding.field }
        return word.part == "text" ? word.language : "\(word.language) \(word.part)"
    }

    /// The language and part of a field such as `words.ja.reading`.
    static func word(_ field: String) -> (language: String, part: String)? {
        let parts = field.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "words" else { return nil }
        return (String(parts[1]), String(parts[2]))
    }

    /// `12 cards differ only in their number: 'mug' to 'zebra'`; nil where that is not told together.
    static func renumbered(_ report: ProofReport) -> String? {
        let items = report.items.renumbered
        guard let first = items.first, let last = items.last else { return nil }
        let ends = [first, last].map { shortName($0.name, report.noun) }
        return "\(Plural.counted(items.count, report.noun)) differ only in their number: \(ends[0]) to \(ends[1])"
    }

    /// `2 cards differ, 1 is new, 9 are the same`.
    static func counts(_ report: ProofReport) -> String {
        // Cards come with the pages that differ beside them.
        let pages = report.noun == "page" ? [] : report.items.filter { isNoun($0.name, "page") }
        let own = counts(
            pages.isEmpty ? report.items.singled : report.items.singled.filter { !isNoun($0.name, "page") },
            report.noun,
            renumbered: report.items.renumbered.count, same: report.same.count)
        let beside = counts(pages, "page", renumbered: 0, same: 0)
        let sentence = [own, beside].filter { !$0.isEmpty }.joined(separator: "; ")
        return sentence.isEmpty ? "there are no \(report.noun)s" : sentence
    }

    private static func counts(_ items: [ProofItem], _ noun: String, renumbered: Int, same: Int) -> String {
        func count(_ state: ProofItem.State) -> Int { items.count { $0.state == state } }
        let moved = noun == "page" ? ("has moved", "have moved") : ("has another name", "have other names")
        let parts: [(Int, String, String)] = [
            (count(.changed), "differs", "differ"), (count(.new), "is new", "are new"),
            (count(.missing), "is gone", "are gone"), (count(.renamed), moved.0, moved.1),
            (renumbered, "has another number", "have another number"), (same, "is the same", "are the same"),
        ]
        var sentence = ""
        for (number, one, many) in parts where number > 0 {
            sentence += sentence.isEmpty ? "\(Plural.counted(number, noun)) " : ", \(number) "
            sentence += number == 1 ? one : many
        }
        return sentence
    }

    /// Text of other people on one line: what a terminal would obey, or what would turn the rest of the line round, as its code point.
    /// Isolates (UAX #9, 2.4) stay: they keep words of the other direction in their place.
    static func onOneLine(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E:
                result += "<\(Quotation.codePoint(scalar))>"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func named(_ name: String, _ noun: String) -> String {
        isNoun(name, noun) ? name : "\(noun) '\(name)'"
    }

    private static func shortName(_ name: String, _ noun: String) -> String {
        isNoun(name, noun) ? name : "'\(name)'"
    }

    /// Whether a name begins with what it names, as `page 3` does; no id of a card has a space.
    private static func isNoun(_ name: String, _ noun: String) -> Bool {
        name.hasPrefix("\(noun) ") || name.hasPrefix("page ")
    }
}
