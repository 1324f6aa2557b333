internal import Diagnostics

/// What stands around the items of the page: the summary, the tools, the list of keys.
struct HTMLPage {
    private let report: ProofReport
    private let hasPairs: Bool

    init(_ report: ProofReport) {
        self.report = report
        hasPairs = report.items.contains { $0.pictures.contains { $0.old != nil && $0.new != nil } }
    }

    var start: String {
        let title = "\(Wording.counts(report)) – \(report.title)"
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
            <title>\(Markup.escaped(title))</title>
            <style>
            \(Self.style)</style>
            </head>
            <body data-mode="beside">
            <a class="skip" href="#items">To the \(report.noun)s</a>
            \(header)
            \(report.isSame ? "" : tools)
            <main id="items">

            """
    }

    var end: String {
        """
        \(report.isSame ? "<p class=\"nothing\">\(Markup.escaped(sameSentence))</p>\n" : noneShown)</main>
        <p class="unseen" id="said" role="status"></p>
        \(keys)
        <script>
        \(Self.script)</script>
        </body>
        </html>

        """
    }

    private static var style: String { String(decoding: PackageResources.report_css, as: UTF8.self) }
    private static var script: String { String(decoding: PackageResources.report_js, as: UTF8.self) }

    private var sameSentence: String {
        report.same.isEmpty ? "There is nothing to compare." : "Nothing to look at: \(Wording.counts(report))."
    }

    // MARK: Summary

    private var header: String {
        var html = "<header>\n<h1><bdi dir=\"auto\">\(Markup.escaped(heading))</bdi></h1>\n"
        html += "<p class=\"between\">Old is <b><bdi dir=\"auto\">\(Markup.escaped(report.oldName))</bdi></b>, "
        html += "new is <b><bdi dir=\"auto\">\(Markup.escaped(report.newName))</bdi></b>.</p>\n"
        html +=
            "<div class=\"tiles\" role=\"group\" aria-label=\"How many \(report.noun)s; press to hide or show them\">\n"
        for state in ProofItem.State.allCases {
            let count = report.items.singled.count { $0.state == state }
            guard count > 0 else { continue }
            html += "<button type=\"button\" class=\"tile \(state.rawValue)\" data-state=\"\(state.rawValue)\" "
            html += "aria-pressed=\"true\" disabled><b>\(count)</b> \(tileName(state))</button>\n"
        }
        let renumbered = report.items.renumbered.count
        if renumbered > 0 {
            html += "<p class=\"tile same\" style=\"margin:0\"><b>\(renumbered)</b> with another number</p>\n"
        }
        html += "<p class=\"tile same\" style=\"margin:0\"><b>\(report.same.count)</b> the same</p>\n</div>\n"
        var notes = [Wording.renumbered(report)].compactMap { $0 } + report.notes
        let pictured = report.items.count { $0.pictures.contains { $0.old != nil || $0.new != nil } }
        if pictured > HTMLReport.pictureLimit {
            notes.append(
                "Pictures are shown for the first \(HTMLReport.pictureLimit) \(report.noun)s; the rest is told in words."
            )
        }
        let pictures = report.items.filter { $0.state != .new }.flatMap(\.pictures)
        if pictures.contains(where: { $0.new != nil }), !pictures.contains(where: { $0.old != nil }) {
            notes.append("There are no pictures of how it was before; the words say what has changed.")
        }
        if !notes.isEmpty {
            html += "<ul class=\"notes\">\n"
            html += notes.map { "<li dir=\"auto\">\(Markup.escaped($0))</li>\n" }.joined()
            html += "</ul>\n"
        }
        if let command = report.acceptCommand, !report.isSame {
            html += Self.accept(command, "If all of this is meant:", "Copy") + "\n"
        }
        return html + "</header>"
    }

    /// The title as a heading begins; the name of a file stays as it is.
    private var heading: String {
        let first = report.title.prefix { $0 != " " }
        return first.allSatisfy(\.isLetter) ? HTMLItem.capitalized(report.title) : report.title
    }

    private func tileName(_ state: ProofItem.State) -> String {
        switch state {
        case .changed: "changed"
        case .new: "new"
        case .missing: "gone"
        case .renamed: report.noun == "page" ? "moved" : "renamed"
        }
    }

    /// A command to copy; the button needs the script.
    static func accept(_ command: String, _ lead: String, _ button: String) -> String {
        """
        <p class="accept">\(lead) <code dir="ltr">\(Markup.escaped(command))</code> \
        <button type="button" class="copy plain" hidden><span>\(button)</span></button></p>
        """
    }

    // MARK: Tools

    private var tools: String {
        var html = "<div class=\"tools\" hidden><div>\n"
        if hasPairs {
            html += "<div class=\"group\" role=\"group\" aria-label=\"How old and new are shown\">\n"
            let modes = [
                ("beside", "Side by side"), ("slider", "Slider"), ("flicker", "Flicker"), ("difference", "Difference"),
            ]
            for (index, mode) in modes.enumerated() {
                html += "<button type=\"button\" data-set-mode=\"\(mode.0)\" aria-pressed=\"\(index == 0)\">"
                html += "<kbd aria-hidden=\"true\">\(index + 1)</kbd>\(mode.1)</button>\n"
            }
            html +=
                "</div>\n<button type=\"button\" id=\"playing\" class=\"plain\" hidden><span>Pause</span></button>\n"
            html += "<button type=\"button\" id=\"larger\" class=\"plain\" aria-pressed=\"false\">Larger</button>\n"
        }
        let sides = self.sides
        if sides.count > 1 {
            html += "<div class=\"group\" role=\"group\" aria-label=\"Which sides are shown\">\n"
            html += "<button type=\"button\" data-set-side=\"\" aria-pressed=\"true\">All sides</button>\n"
            for side in sides {
                html += "<button type=\"button\" data-set-side=\"\(Markup.escaped(side, inAttribute: true))\" "
                html += "aria-pressed=\"false\">\(Markup.escaped(HTMLItem.capitalized(side)))</button>\n"
            }
            html += "</div>\n"
        }
        html += """
            <input type="search" class="search" id="search" placeholder="Search" dir="auto" \
            aria-label="Search for a \(report.noun) or a word" autocomplete="off" spellcheck="false">
            <span class="end"><span class="shown" id="shown" role="status"></span>
            <span class="group" role="group" aria-label="From \(report.noun) to \(report.noun)">
            <button type="button" id="previous" aria-label="Previous \(report.noun)">←</button>
            <button type="button" id="next" aria-label="Next \(report.noun)">→</button>
            </span>
            <button type="button" class="plain" id="help" aria-haspopup="dialog">Keys</button></span>
            </div></div>
            """
        return html
    }

    /// The sides that anything is told about, front first.
    private var sides: [String] {
        let named = report.items.flatMap { $0.findings.map(\.side) + $0.pictures.map(\.side) }
        return HTMLItem.sorted(sides: named.filter { !$0.isEmpty })
    }

    private var noneShown: String {
        """
        <p class="nothing" id="none" hidden>No \(report.noun) is like that. \
        <button type="button" class="plain" id="show-all">Show all</button></p>

        """
    }

    // MARK: Keys

    private var keys: String {
        var rows = [
            ("<kbd>J</kbd> <kbd>→</kbd>", "next \(report.noun)"),
            ("<kbd>K</kbd> <kbd>←</kbd>", "previous \(report.noun)"),
        ]
        if hasPairs {
            rows += [
                ("<kbd>1</kbd>", "old, new and difference side by side"),
                (
                    "<kbd>2</kbd>",
                    "slider: drag it, or reach it with <kbd>Tab</kbd> and move it with <kbd>←</kbd> <kbd>→</kbd>"
                ),
                ("<kbd>3</kbd>", "flicker: old and new in turns; <kbd>P</kbd> stops and starts it"),
                ("<kbd>4</kbd>", "difference: what differs is marked"),
                ("<kbd>Space</kbd>", "hold it to see the old one, let go for the new one"),
                ("<kbd>Z</kbd>", "larger, and back"),
            ]
        }
        if report.items.contains(where: { $0.acceptCommand != nil }) {
            rows.append(("<kbd>C</kbd>", "copy the command that accepts this \(report.noun)"))
        }
        rows += [("<kbd>/</kbd>", "search"), ("<kbd>?</kbd>", "these keys")]
        let table = rows.map { "<tr><th scope=\"row\">\($0.0)</th><td>\($0.1)</td></tr>\n" }.joined()
        return """
            <dialog id="keys" aria-labelledby="keys-title">
            <h2 id="keys-title">Keys</h2>
            <table>
            \(table)</table>
            <form method="dialog"><button class="plain">Close</button></form>
            </dialog>
            """
    }
}
