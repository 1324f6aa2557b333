internal import Diagnostics

/// What differs as workflow commands of GitHub Actions, which shows them at the deck's lines in a pull request.
///
/// GitHub shows ten errors of a step; all of them stand in its log.
public enum GitHubReport {
    public static func text(_ report: ProofReport) -> String {
        var lines: [String] = []
        for problem in report.problems where problem.isError {
            let hint = problem.hint.map { ["to mend it: \($0)"] } ?? []
            lines.append(
                command(
                    "error", at: problem.place, title: "could not be checked",
                    ([problem.message] + hint).joined(separator: "\n")))
        }
        for item in report.items.singled {
            let headline = Wording.headline(item, report.noun)
            var message = item.findings.map(Wording.line)
            if message.isEmpty { message.append(headline) }
            if let command = item.acceptCommand { message.append("to accept: \(command)") }
            lines.append(command("error", at: item.place, title: headline, message.joined(separator: "\n")))
        }
        if let sentence = Wording.renumbered(report) {
            lines.append(command("error", at: report.items.renumbered.first?.place, title: report.title, sentence))
        }
        for note in report.notes { lines.append(command("notice", at: nil, title: report.title, note)) }
        // The whole of it once more for the log, where it is no command.
        if report.problems.isEmpty { lines.append(Wording.onOneLine(Wording.counts(report))) }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func command(_ name: String, at place: Place?, title: String, _ message: String) -> String {
        var properties: [(String, String)] = []
        if let place {
            // GitHub knows files by their path from the repository's root.
            properties.append(("file", place.file.hasPrefix("./") ? String(place.file.dropFirst(2)) : place.file))
            if let line = place.line { properties.append(("line", String(line))) }
            if let column = place.column { properties.append(("col", String(column))) }
        }
        properties.append(("title", title))
        let list = properties.map { "\($0.0)=\(escaped($0.1, inProperty: true))" }.joined(separator: ",")
        return "::\(name) \(list)::\(escaped(message, inProperty: false))"
    }

    /// As `toolkit/packages/core/src/command.ts` of GitHub's own library escapes.
    static func escaped(_ text: String, inProperty: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where inProperty: result += "%3A"
            case "," where inProperty: result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
