internal import FileAccess

extension FontReport {
    /// The report for people: a table by language and script, the texts that need more than one font below their row, then the reasons.
    public var text: String {
        var rows = [["language", "", "letters", "font", "file", "texts", "why"]]
        var notes: [[String]] = [[]]
        var reasons: [Reason] = []
        var previous: String?
        for entry in entries {
            let reason = Reason(entry)
            let number = reasons.firstIndex(of: reason) ?? reasons.count
            if number == reasons.count { reasons.append(reason) }
            let isNew = entry.language != previous
            previous = entry.language
            let name = entry.languageName == entry.language ? "" : entry.languageName
            rows.append([
                isNew ? entry.language : "", isNew ? name : "", entry.scriptName, entry.font, entry.shortFile,
                "\(entry.texts.count)", "\(number + 1)",
            ])
            notes.append(
                entry.fallback.map {
                    "    \($0.text): \($0.firstChoice) lacks \(FontReport.list($0.characters))"
                })
        }
        var lines = FontReport.table(rows, notes: notes)
        lines.append("")
        for (number, reason) in reasons.enumerated() {
            lines.append("\(number + 1)  \(reason.text)")
            lines.append("   \(reason.source)")
        }
        return (lines + missingLines + versionLines).joined(separator: "\n")
    }

    private var missingLines: [String] {
        guard !missing.isEmpty else { return [] }
        return [""]
            + missing.map { "No font has \(FontReport.list($0.characters)), in \"\($0.text)\" (\($0.language))." }
            + ["Drop a font that has it into Fonts/, or take the character out."]
    }

    private var versionLines: [String] {
        var told: Set<String> = []
        return entries.filter { $0.isPinned == false && told.insert($0.file).inserted }.map { entry in
            "Note: \(entry.file) (\(entry.shortVersion)) is not the version that capprint is tested with; cards may look a little different."
        }
    }

    /// Rows in columns, the notes of each row below it.
    private static func table(_ rows: [[String]], notes: [[String]]) -> [String] {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return zip(rows, notes).flatMap { row, notes in
            var line = ""
            for (cell, width) in zip(row, widths) where width > 0 {
                line += cell + String(repeating: " ", count: width - cell.count + 2)
            }
            while line.hasSuffix(" ") { line.removeLast() }
            return [line] + notes
        }
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

    /// What chose fonts, told once however many languages it holds for.
    private struct Reason: Hashable {
        var text: String
        var source: String

        init(_ entry: Entry) {
            let choice = entry.choice
            switch choice.kind {
            case .rule:
                text = choice.why.isEmpty ? "A rule without a reason." : choice.why
                source = "\(choice.file), line \(choice.line): for \(choice.tags.joined(separator: ", "))"
            case .ownFont:
                text = choice.why
                source = entry.file
            case .lastResort:
                text = "The last resort, for characters that no rule's font has."
                source = "\(choice.file), line \(choice.line)"
            }
        }
    }
}

extension FontReport.Entry {
    /// The file's name with the face's place in a collection and on a variable font's axes, as a rule would name it.
    fileprivate var shortFile: String {
        Paths.name(of: file) + (index > 0 ? "#\(index)" : "")
            + (variations.isEmpty ? "" : "@\(variations.joined(separator: ","))")
    }

    /// The version without the notes of the tools that made the font, which follow a semicolon.
    fileprivate var shortVersion: String {
        let first = version.split(separator: ";").first.map(String.init) ?? "version unknown"
        return first.lowercased().hasPrefix("version") ? "v" + first.dropFirst(1) : "version " + first
    }
}
