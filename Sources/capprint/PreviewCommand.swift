import ArgumentParser
import FileAccess
import Prepress

/// `capprint preview deck.json --card coffee-cup`: one card as a picture.
struct PreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Make a picture of one card, to look at.")

    @Argument(help: ArgumentHelp("The deck: a deck.json or its folder.", valueName: "deck"))
    var deck: String

    @Option(name: [.short, .long], help: "The card's id. (default: the deck's first card)")
    var card: String?

    @Option(help: "front, back or both.")
    var side = PreviewRun.Faces.both

    @Option(help: "png or svg. (default: what the output file's name says, else png)")
    var format: PreviewRun.Format?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The picture to write; - for standard output. (default: Output/<deck id>-<card id>.png)", valueName: "file")
    )
    var output: String?

    @OptionGroup(title: "Look") var look: LookOptions

    func validate() throws {
        guard format == nil, let output, output != "-" else { return }
        let named = Paths.fileExtension(of: output)
        if !named.isEmpty, PreviewRun.Format(rawValue: named) == nil {
            throw ValidationError("a preview is png or svg, not '\(named)'; say which with --format.")
        }
    }

    func run() throws {
        let destination: Job.Destination =
            switch output {
            case nil: .folder("Output")
            case "-": .standardOutput
            case let path?: .file(path)
            }
        let named = output.flatMap { PreviewRun.Format(rawValue: Paths.fileExtension(of: $0)) }
        let console = Console()
        let outcome = PreviewRun(
            look.job(deck: deck, destination: destination), card: card, faces: side, format: format ?? named ?? .png
        ).run()
        console.show(outcome.diagnostics)
        if let failure = outcome.failure {
            console.complain("error: \(failure)")
            throw ExitCodes.code(for: failure)
        }
        if let code = ExitCodes.code(for: outcome.diagnostics) { throw code }
        for path in outcome.outputs { try console.say(path) }
    }
}
