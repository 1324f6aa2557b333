import ArgumentParser
import Calibration
import Diagnostics
import FileAccess
import Imposition
import Prepress

/// `capprint calibrate --printer kitchen-hp`: measures a printer, so that backs lie behind their fronts.
struct CalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Measure a printer, so that backs lie behind their fronts and millimetres are millimetres.",
        discussion: """
            capprint calibrate --printer kitchen-hp          write the sheet; print it on both sides at 100 %
            capprint calibrate --printer kitchen-hp --ask    type what its scales say; answers are kept
            capprint --printer kitchen-hp deck.json          print cards for that printer

            All at once, without being asked:
            capprint calibrate --printer kitchen-hp --readings A=20.3,19.8 B=20.1,20.2 C=19.9,? --ruler across=179.5 down=259.0
            """)

    @Option(
        help: ArgumentHelp(
            "The printer's name, as you like to call it; or a file for its profile, such as ./kitchen-hp.json.",
            valueName: "name"))
    var printer: String

    @Option(
        name: [.customShort("s"), .customLong("sheet")],
        help: "The paper: A3, A4, A5, Letter, Legal, Tabloid, 10x15, or measures such as 210x297mm.")
    var paper = "A4"

    @Option(help: "portrait or landscape: how the sheets of cards lie that you print. (default: portrait)")
    var orientation = Orientation.automatic

    @Option(
        help: ArgumentHelp(
            "How the paper is turned for the backs: over its long or short edge. (default: long)", valueName: "edge"))
    var duplex = DuplexFlip.long

    @Flag(help: "For printers that print one side: two sheets, all fronts first, to find out how a pile is turned.")
    var byHand = false

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The PDF of the sheet; - for standard output. (default: Output/calibrate-<name>.pdf)", valueName: "file"))
    var output: String?

    @Flag(help: "Ask for the readings one by one.")
    var ask = false

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "What the scales say, across and down: A=20.3,19.8 B=20.1,? …; a ? for one that cannot be read.",
            valueName: "letter=number,number"))
    var readings: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "How long the two long rulers are on paper, in millimetres: across=179.5 down=259.0",
            valueName: "way=number"))
    var ruler: [String] = []

    @Option(
        help: ArgumentHelp(
            "With a pile turned by hand: same, where the numbers of front and back are alike on the sheets, else reversed.",
            valueName: "order"))
    var backs: PileOrder?

    @Option(help: ArgumentHelp("The day of the readings, as 2026-11-23, to be kept with them.", valueName: "date"))
    var date: String?

    private var isSheet: Bool { !ask && readings.isEmpty && ruler.isEmpty && backs == nil }

    func validate() throws {
        if duplex == .none {
            throw ValidationError("--duplex takes long or short: without backs nothing is to be measured.")
        }
        if ask, !readings.isEmpty || !ruler.isEmpty {
            throw ValidationError("--ask asks for what --readings and --ruler say; take one or the other.")
        }
        if !ruler.isEmpty, readings.isEmpty {
            throw ValidationError("--ruler goes with --readings; --ask asks for both.")
        }
        if !isSheet, output != nil {
            throw ValidationError("-o is for the sheet; readings are kept in the printer's profile.")
        }
        if let date, GivenDate.day(date) == nil {
            throw ValidationError("--date takes a day as 2026-11-23, not '\(date)'.")
        }
    }

    func run() throws {
        let console = Console()
        var run = CalibrationRun(printer: printer, folder: .user, resources: Resources())
        run.paper = paper
        run.orientation = orientation
        run.flip = duplex
        run.isByHand = byHand
        do {
            if isSheet {
                try writeSheet(run, console)
            } else if readings.isEmpty, !ask, let backs {
                let file = try run.keep(backs: backs)
                try console.say("kept in \(file): after turning a pile, \(sentence(backs))")
            } else {
                let layout = try run.layout()
                let found =
                    ask
                    ? try Questions(layout: layout, console: console).answers()
                    : try ReadingsParser.parse(places: readings, ruler: ruler, layout: layout)
                try tell(try run.keep(found, backs: backs, date: date), found, console)
            }
        } catch let error as DiagnosticError {
            console.show(error.diagnostics)
            throw ExitCodes.code(for: error.diagnostics) ?? ExitCode.failure
        } catch let error as FileError {
            console.complain("error: \(error)")
            throw ExitCodes.code(for: error)
        }
    }

    private func writeSheet(_ run: CalibrationRun, _ console: Console) throws {
        let destination: Job.Destination =
            switch output {
            case nil: .folder("Output")
            case "-": .standardOutput
            case let path?: .file(path)
            }
        let outcome = run.writeSheet(to: destination)
        if let failure = outcome.failure { throw failure }
        if outcome.hasErrors { throw DiagnosticError(outcome.diagnostics) }
        for path in outcome.outputs {
            try console.say("\(path): print it at 100 %, on both sides; the rest stands on it")
        }
    }

    private func sentence(_ backs: PileOrder) -> String {
        backs == .same ? "the sheet printed first is fed first" : "the sheet printed last is fed first"
    }

    private func tell(_ kept: CalibrationRun.Kept, _ found: Readings, _ console: Console) throws {
        console.show(kept.fit.warnings)
        for line in kept.fit.sentences { try console.say(line) }
        if let backs { try console.say("a pile turned by hand: \(sentence(backs))") }
        try console.say("kept in \(kept.file); to print with it: capprint --printer \(printer) deck.json")
    }
}
