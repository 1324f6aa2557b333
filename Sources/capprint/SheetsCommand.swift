import ArgumentParser
import Prepress

/// `capprint sheets`: the papers and the stock that can be printed on.
struct SheetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheets", abstract: "List papers (--sheet) and label and card stock (--stock).",
        discussion: """
            capprint sheets                        all of them
            capprint sheets herma round            those whose name or kind has these words
            capprint sheets --template mini        those that hold these cards
            """)

    @Argument(help: "Words that name or kind must have: a maker, an article number, 'labels', 'A4'.")
    var words: [String] = []

    @Option(name: [.short, .long], help: "Only sheets that hold the cards of this template.")
    var template: String?

    @Option(
        name: .customLong("templates"), help: ArgumentHelp("A folder of templates to look in first.", valueName: "dir"))
    var templateFolders: [String] = []

    func run() throws {
        let list = SheetList(resources: Resources(templates: templateFolders), words: words, template: template)
        let console = Console()
        for (title, column, entries) in [
            ("Papers (--sheet)", "Templates, and how many cards a sheet holds", list.papers),
            ("Stock (--stock)", "Largest template", list.stocks),
        ] where !entries.isEmpty {
            let head =
                entries[0].places.isEmpty
                ? [title, "Size", column] : [title, "What it is", "Sheet", "Places", column]
            let rows = entries.map { entry in
                entry.places.isEmpty
                    ? [entry.name, entry.sheet, entry.template ?? "none"]
                    : [entry.name, entry.kind, entry.sheet, entry.places, entry.template ?? "none"]
            }
            let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
            for row in [head] + rows {
                var line = ""
                for (cell, width) in zip(row, widths) {
                    line += cell + String(repeating: " ", count: width - cell.count + 2)
                }
                while line.last == " " { line.removeLast() }
                try console.say(line)
            }
            if entries == list.papers, !list.stocks.isEmpty { try console.say("") }
        }
        if list.papers.isEmpty, list.stocks.isEmpty, list.diagnostics.isEmpty {
            try console.say("nothing has \(words.map { "'\($0)'" }.joined(separator: " and ")) in its name")
        }
        console.show(list.diagnostics)
        if let code = ExitCodes.code(for: list.diagnostics) { throw code }
    }
}
