import ArgumentParser
import FileAccess
import Prepress

/// The command line: one file per subcommand, each calling one library function.
@main
struct Capprint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "capprint",
        abstract: "Turns decks of picture words into cards to print, cut and hold.",
        discussion: """
            capprint --sheet A4 deck.json          print a deck; the PDF goes to Output/
            capprint --template mini deck.json     smaller cards, more to a sheet
            capprint proof deck.json               see the sheets with their lines, and held to the light
            capprint check deck.json               say what is wrong, write nothing
            capprint preview deck.json             look at one card
            capprint snapshot verify deck.json     say which cards look other than they did
            capprint diff old.pdf new.pdf          say which pages differ, and where
            capprint fonts deck.json               which font sets which word, and why
            capprint calibrate --printer my-hp     measure a printer, so that backs lie behind their fronts
            capprint sheets                        papers, labels and card stock that it knows
            capprint help sheet                    everything that can be chosen

            A deck is a folder with a deck.json and the pictures it names.
            """,
        version: "capprint \(Version.current)",
        subcommands: [
            SheetCommand.self, ProofCommand.self, CheckCommand.self, PreviewCommand.self, SnapshotCommand.self,
            DiffCommand.self, FontsCommand.self, TemplatesCommand.self, SheetsCommand.self, CalibrateCommand.self,
        ],
        defaultSubcommand: SheetCommand.self)

    static func main() async {
        Interruption.watch()
        do {
            try Subcommands.refuse(afterParent: CommandLine.arguments.dropFirst())
        } catch {
            exit(withError: error)
        }
        await main(nil)
    }
}
