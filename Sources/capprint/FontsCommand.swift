import ArgumentParser
import FileAccess
import Prepress

/// `capprint fonts deck.json …`: which font sets which word, and why.
struct FontsCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    static let configuration = CommandConfiguration(
        commandName: "fonts", abstract: "Tell which font sets which words of a deck, and why.",
        discussion: """
            The choice is made by Fonts/fonts.json, by a fonts.json of your own in a folder named with --fonts, and by
            the font files of your own in such a folder or in Fonts/. Fonts/README.md says how.
            """)

    @Argument(help: ArgumentHelp("Decks: each a deck.json or its folder.", valueName: "deck"))
    var decks: [String]

    @Option(name: .customLong("fonts"), help: ArgumentHelp("A folder of fonts to use first.", valueName: "dir"))
    var fontFolders: [String] = []

    @Option(
        help: ArgumentHelp(
            "What is written: text for people, or json, a line a deck, for programs.", valueName: "format"))
    var format = Format.text

    func validate() throws {
        for folder in fontFolders where FileStatus(path: folder)?.kind != .folder {
            throw ValidationError("there is no folder '\(folder)'.")
        }
    }

    func run() throws {
        let console = Console()
        var worst: ExitCode?
        for (place, deck) in decks.enumerated() {
            let report = FontsRun(deck: deck, resources: Resources(fonts: fontFolders)).run()
            switch format {
            case .json: try console.say(report.json)
            case .text:
                if decks.count > 1 { try console.say((place > 0 ? "\n" : "") + report.file) }
                if !report.entries.isEmpty || !report.missing.isEmpty { try console.say(report.text) }
                console.show(report.diagnostics)
            }
            let code = ExitCodes.code(for: report.diagnostics) ?? (report.hasErrors ? ExitCodes.badDeck : nil)
            if let code { worst = ExitCode(max(worst?.rawValue ?? 0, code.rawValue)) }
        }
        if let worst { throw worst }
    }
}
