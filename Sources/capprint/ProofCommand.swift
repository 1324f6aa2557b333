public import ArgumentParser
import FileAccess
public import Prepress

/// `capprint proof deck.json`: the sheets as they would be printed, with lines that say what is what.
struct ProofCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof",
        abstract: "See the sheets before printing: cuts, bleed, boxes, places, and fronts and backs held to the light.",
        discussion: "Takes all that 'capprint sheet' takes, and shows the sheets that it would print.")

    @OptionGroup var decks: DecksOptions

    @Option(help: "pdf or png. (default: what the output file's name says, else pdf)")
    var format: ProofRun.Format?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The PDF to write; - for standard output. Pictures are numbered: proof-1.png. (default: Output/<deck id>-proof.pdf)",
            valueName: "file"))
    var output: String?

    @OptionGroup(title: "Sheet") var sheet: SheetOptions
    @OptionGroup(title: "Fronts and backs") var sides: SidesOptions
    @OptionGroup(title: "Cutting machines") var cutting: CuttingOptions
    @OptionGroup(title: "Cards") var selection: SelectionOptions
    @OptionGroup(title: "Look") var look: LookOptions

    func validate() throws {
        try decks.refuse(output: output, report: nil, changed: selection.changed)
        if sheet.report != nil { throw ValidationError("a proof writes no report; leave out --report.") }
        if !cutting.cutLines.isEmpty { throw ValidationError("a proof writes no cut lines; leave out --cut-lines.") }
        try cutting.refuse(on: sheet, decks: decks.together ? 1 : decks.decks.count)
        if output == "-", format == .png { throw ValidationError("pictures need a name; leave out -o -.") }
    }

    func run() async throws {
        let named = output.flatMap { ProofRun.Format(rawValue: Paths.fileExtension(of: $0)) }
        let format = format ?? named ?? .pdf
        let printer = try sheet.readPrinter()
        try await DeckRuns(
            decks: decks.decks, isTogether: decks.together, destination: decks.destination(output), look: look,
            complete: {
                // Two files would be the same sheets.
                var job = selection.apply(
                    to: cutting.apply(to: sides.apply(to: sheet.apply(to: $0, printer: printer)), on: sheet))
                job.separatesBacks = false
                return job
            },
            perform: { await ProofRun($0, format: format).run(progress: $1) }
        ).run()
    }
}

extension ProofRun.Format: ExpressibleByArgument {}
