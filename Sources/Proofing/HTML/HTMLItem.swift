internal import Diagnostics

/// One card or page of the report.
struct HTMLItem {
    private let item: ProofItem
    private let number: Int
    private let noun: String
    private let hasPictures: Bool

    init(_ item: ProofItem, number: Int, noun: String, hasPictures: Bool) {
        self.item = item
        self.number = number
        self.noun = noun
        self.hasPictures = hasPictures
    }

    func write<Failure: Error>(to sink: (String) throws(Failure) -> Void) throws(Failure) {
        try sink(start)
        for side in sides {
            let attribute = side.isEmpty ? "" : " data-side=\"\(Markup.escaped(side, inAttribute: true))\""
            try sink("<section class=\"side\"\(attribute)>\n")
            if !side.isEmpty { try sink("<h3>\(Markup.escaped(Self.capitalized(side)))</h3>\n") }
            if hasPictures {
                for pictures in item.pictures where pictures.side == side {
                    try HTMLStage(pictures, of: item.name).write(to: sink)
                }
            }
            try sink(words(item.findings.filter { $0.side == side }))
            try sink("</section>\n")
        }
        try sink("</div>\n")
        if let command = item.acceptCommand {
            try sink(HTMLPage.accept(command, "If this is meant:", "Copy") + "\n")
        }
        try sink("</article>\n")
    }

    private var start: String {
        var html =
            "<article class=\"item \(item.state.rawValue)\(noun == "page" ? " page" : "")\(item.findings.isEmpty ? " bare" : "")\" id=\"item-\(number)\" "
        html += "data-state=\"\(item.state.rawValue)\" tabindex=\"-1\" aria-labelledby=\"name-\(number)\">\n"
        html += "<div class=\"told\">\n<header id=\"name-\(number)\">"
        html += "<h2><bdi dir=\"auto\">\(Markup.escaped(item.name))</bdi></h2> "
        html += "<span class=\"state\">\(stateName)</span>"
        if item.state == .renamed, let old = item.oldName {
            html += " <span class=\"was\">was <bdi dir=\"auto\">\(Markup.escaped(old))</bdi></span>"
        }
        if let place = item.place {
            let line = place.line.map { ", line \($0)" } ?? ""
            html += " <span class=\"place\"><bdi dir=\"auto\">\(Markup.escaped(place.file))</bdi>\(line)</span>"
        }
        html += "</header>\n"
        if let fate { html += "<p class=\"say\">\(fate)</p>\n" }
        return html
    }

    private var stateName: String {
        switch item.state {
        case .changed: "changed"
        case .new: "new"
        case .missing: "gone"
        case .renamed: noun == "page" ? "moved" : "renamed"
        }
    }

    private var fate: String? {
        switch item.state {
        case .new: "There was no such \(noun) before."
        case .missing: "This \(noun) is no longer there."
        case .renamed where item.findings.isEmpty: "It looks the same as before."
        case .changed where item.findings.isEmpty: "It looks different."
        case .renamed, .changed: nil
        }
    }

    // MARK: Sides

    /// Sides that something is told or shown about.
    private var sides: [String] {
        let told = Set(item.findings.map(\.side))
        let shown = item.pictures.filter { pictures in
            // A side without a difference has nothing to say on a changed card.
            hasPictures && (pictures.share != 0 || told.contains(pictures.side))
        }
        return Self.sorted(sides: item.findings.map(\.side) + shown.map(\.side))
    }

    /// Each once: what is told of the whole, front, back, then the others as they come.
    static func sorted(sides: [String]) -> [String] {
        var all: [String] = []
        for side in ["", "front", "back"] + sides where sides.contains(side) && !all.contains(side) { all.append(side) }
        return all
    }

    static func capitalized(_ side: String) -> String { side.prefix(1).uppercased() + side.dropFirst() }

    // MARK: Words

    private func words(_ findings: [ProofItem.Finding]) -> String {
        guard !findings.isEmpty else { return "" }
        var html = "<dl class=\"words\">\n"
        for finding in findings {
            html += "<div>"
            let label = Wording.label(finding)
            html +=
                label.isEmpty
                ? "<dt class=\"unseen\">All of it</dt>" : "<dt\(names(finding))>\(Markup.escaped(label))</dt>"
            for detail in finding.details {
                html += HTMLSentence(detail.sentence, kind: detail.kind, language: finding.language).html
            }
            html += "</div>\n"
        }
        return html + "</dl>\n"
    }

    /// What the script needs to write out the language's name.
    private func names(_ finding: ProofItem.Finding) -> String {
        guard let word = Wording.word(finding.field) else { return "" }
        var attributes = " data-language=\"\(Markup.escaped(word.language, inAttribute: true))\""
        if word.part != "text" { attributes += " data-part=\"\(Markup.escaped(word.part, inAttribute: true))\"" }
        return attributes
    }
}
