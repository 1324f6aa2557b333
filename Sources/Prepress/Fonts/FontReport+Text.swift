internal import FileAccess

extension FontReport {
    /// The report for people, a block for each language.
    public var text: String {
        var lines: [String] = []
        var language: String?
        for entry in entries {
            if entry.language != language {
                if language != nil { lines.append("") }
                lines.append(
                    entry.language == entry.languageName ? entry.language : "\(entry.language)  \(entry.languageName)")
                language = entry.language
            }
            lines += entry.lines
        }
        for missing in missing {
            lines.append("")
            lines.append("No font has \(FontReport.list(missing.characters)) in \"\(missing.text)\" (\(missing.language)).")
            lines.append("  Drop a font that has it into Fonts/, or take it out.")
        }
        var told: Set<String> = []
        for entry in entries where entry.isPinned == false && told.insert(entry.file).inserted {
            lines.append("")
            lines.append(
                "Note: \(entry.file) is not the version that capprint was tested with; cards may look a little different.")
        }
        return lines.joined(separator: "\n")
    }

    /// Characters with their numbers: ŋ (U+014B), ʘ (U+0298).
    static func list(_ characters: [Unicode.Scalar]) -> String {
        characters.map { scalar in
            // A mark alone would stand on the bracket.
            let shown = scalar.properties.canonicalCombiningClass == .notReordered ? "\(scalar)" : "◌\(scalar)"
            return "\(shown) (\(number(scalar)))"
        }.joined(separator: ", ")
    }

    static func number(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension FontReport.Entry {
    fileprivate var lines: [String] {
        let count = "\(texts.count) text\(texts.count == 1 ? "" : "s")"
        var place = Paths.name(of: file) + (index > 0 ? "#\(index)" : "")
        if !variations.isEmpty { place += " at \(variations.joined(separator: ", "))" }
        var lines = ["  \(scriptName): \(font), \(count)", "    file: \(place), \(shortVersion)"]
        switch choice.kind {
        case .rule:
            let rule = "\(Paths.name(of: choice.file)), line \(choice.line), for \(choice.tags.joined(separator: " "))"
            lines.append("    rule: \(rule)")
            if !choice.why.isEmpty { lines.append("    why:  \(choice.why)") }
        case .ownFont: lines.append("    why:  \(choice.why)")
        case .lastResort: lines.append("    why:  last resort: no rule's font has the characters.")
        }
        for fallback in fallback {
            lines.append(
                "    for \"\(fallback.text)\": \(fallback.firstChoice) lacks \(FontReport.list(fallback.characters))")
        }
        return lines
    }

    /// The version without the notes of the tools that made the font, which follow a semicolon.
    private var shortVersion: String {
        let first = version.split(separator: ";").first.map(String.init) ?? "version unknown"
        return first.lowercased().hasPrefix("version") ? "v" + first.dropFirst(1) : "version " + first
    }
}
