import ArgumentParser
import Prepress

/// `capprint templates`: what there is to choose from.
struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates", abstract: "List the templates with a line each.")

    @Option(
        name: .customLong("templates"), help: ArgumentHelp("A folder of templates to look in first.", valueName: "dir"))
    var templateFolders: [String] = []

    func run() throws {
        let list = TemplateList(resources: Resources(templates: templateFolders))
        let console = Console()
        let width = list.entries.map(\.name.count).max() ?? 0
        for entry in list.entries {
            try console.say(entry.name + String(repeating: " ", count: width - entry.name.count + 2) + entry.summary)
        }
        console.show(list.diagnostics)
        if let code = ExitCodes.code(for: list.diagnostics) { throw code }
    }
}
