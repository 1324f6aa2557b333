/// What differs in lines for a terminal, a finding each; the last one counts.
public enum TextReport {
    public static func text(_ report: ProofReport) -> String {
        var lines: [String] = []
        for item in report.items.singled {
            if let fate = Wording.fate(item, report.noun) { lines.append(fate) }
            for finding in item.findings {
                // A finding about a whole page names no part of it.
                let joint = finding.side.isEmpty && finding.field.isEmpty ? ": " : ", "
                lines.append(Wording.subject(item, report.noun) + joint + Wording.line(finding))
            }
        }
        if let sentence = Wording.renumbered(report) { lines.append(sentence) }
        lines += report.notes.map { "note: \($0)" }
        if let command = report.acceptCommand, !report.isSame { lines.append("to accept: \(command)") }
        lines.append(Wording.counts(report))
        return lines.map { Wording.onOneLine($0) + "\n" }.joined()
    }
}
