public import ArgumentParser
public import Cutting
import Geometry
public import Imposition
import Prepress

/// What a cutting machine is given.
struct CuttingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Marks that a cutting machine finds the sheet by: 3 (Silhouette) or 4 (Silhouette Cameo 5 Alpha).",
            valueName: "marks"))
    var registration: RegistrationMarks?

    @Option(
        help: ArgumentHelp(
            "Also writes the lines to cut along, in real size, as SVG or DXF; may be given more than once.",
            valueName: "file.svg|file.dxf"))
    var cutLines: [String] = []

    @Option(
        help: ArgumentHelp(
            "With --cut-lines: cut the sheet straight through, each card with its rounded corners, or each sticker along its edge. (default: card)",
            valueName: "sheet|card|sticker"))
    var cut: CutKind?

    func validate() throws {
        if let wrong = cutLines.first(where: { CutFormat(path: $0) == nil }) {
            throw ValidationError("--cut-lines writes SVG or DXF: '\(wrong)' ends in neither .svg nor .dxf.")
        }
        if cut != nil, cutLines.isEmpty { throw ValidationError("--cut says what --cut-lines draws; name a file.") }
    }

    /// The job with these choices added, for sheets with those.
    func apply(to job: Job, on sheet: SheetOptions) -> Job {
        var job = job
        job.registration = registration
        if registration != nil {
            if sheet.gap == nil { job.gap = RegistrationMarks.cardDistance }
            if sheet.marks == nil { job.hasRuler = false }
        }
        job.cutLines = cutLines
        job.cut = cut ?? .card
        return job
    }

    /// Throws `ValidationError` where marks or lines cannot be for all that is printed.
    func refuse(on sheet: SheetOptions, decks: Int) throws {
        if registration != nil, sheet.stock != nil {
            throw ValidationError("--registration is for plain paper; stock is cut already. Leave out one of the two.")
        }
        if !cutLines.isEmpty, decks > 1 {
            throw ValidationError("--cut-lines names one file, but there are \(decks) decks; run it once a deck.")
        }
    }
}

extension RegistrationMarks: ExpressibleByArgument {
    public init?(argument: String) {
        switch argument.lowercased() {
        case "3", "three", "silhouette": self = .three
        case "4", "four", "cameo-5-alpha": self = .four
        default: return nil
        }
    }
}

extension CutKind: ExpressibleByArgument {}
