public import ArgumentParser
import Calibration
import Diagnostics
public import DisplayList
import FileAccess
import Geometry
public import Imposition
public import Prepress

/// What the cards are printed on.
struct SheetOptions: ParsableArguments {
    @Option(
        name: [.customShort("s"), .customLong("sheet")],
        help: "The paper: A4, Letter, 10x15 … (see 'capprint sheets'), or measures such as 210x297mm. (default: A4)")
    var paper: String?

    @Option(
        help: ArgumentHelp(
            "Labels or card stock instead of plain paper: 'Avery C32011' … (see 'capprint sheets'), or a file with the measures of your own sheet.",
            valueName: "stock"))
    var stock: String?

    @Option(help: "portrait or landscape; automatic takes whichever holds more cards.")
    var orientation = Orientation.automatic

    @Option(
        help: ArgumentHelp(
            "Corrects pages for a printer measured with 'capprint calibrate': its name, or its profile's file.",
            valueName: "name"))
    var printer: String?

    @Option(help: ArgumentHelp("The edge that the printer cannot reach, in millimetres.", valueName: "mm"))
    var margin = 5.0

    @Option(
        help: ArgumentHelp(
            "Space between cards, in millimetres; 0 shares one cut. (default: 0; 1.25 for cutting machines)",
            valueName: "mm"))
    var gap: Double?

    @Option(
        help: ArgumentHelp(
            "How far colour runs beyond the cut, in millimetres. (default: as the template says)", valueName: "mm"))
    var bleed: Double?

    @Option(
        help: ArgumentHelp(
            "How colour is made to run beyond the cut where the template's ends: mirror or extend. (default: mirror)",
            valueName: "way"))
    var makeBleed: EdgeBleed?

    @Option(
        help: ArgumentHelp(
            "What shows where to cut: crop (short marks around the cards), corners (also between cards, where there is space), lines (hairlines to the paper's edge) or none. (default: crop; none on stock and for cutting machines)",
            valueName: "style"))
    var marks: MarkStyle?

    @Flag(help: "Neither marks nor the 50 mm ruler.")
    var noMarks = false

    @Flag(help: "Arcs where scissors round the corners off, on templates with round corners.")
    var cornerGuides = false

    @Flag(help: "Marks on fronts only.")
    var marksOnFronts = false

    @Flag(inversion: .prefixedNo, help: "Clickable links over the QR codes.")
    var links = true

    @Option(
        help: ArgumentHelp(
            "The date in the slug line, as 2026-11-23. SOURCE_DATE_EPOCH is used too; otherwise there is none.",
            valueName: "date"))
    var date: String?

    @Option(name: [.short, .long], help: ArgumentHelp("Workers at a time. (default: all cores)", valueName: "number"))
    var jobs: Int?

    @Option(help: ArgumentHelp("Also write a report as JSON.", valueName: "file"))
    var report: String?

    func validate() throws {
        guard margin >= 0, margin <= 100 else { throw ValidationError("--margin takes 0 to 100 millimetres.") }
        guard (0...100).contains(gap ?? 0) else { throw ValidationError("--gap takes 0 to 100 millimetres.") }
        if stock != nil {
            if paper != nil { throw ValidationError("--stock says what the sheet is; leave out --sheet.") }
            if orientation != .automatic { throw ValidationError("--stock has its places; leave out --orientation.") }
            if gap != nil { throw ValidationError("--stock has its places; leave out --gap.") }
        }
        guard (0...20).contains(bleed ?? 0) else { throw ValidationError("--bleed takes 0 to 20 millimetres.") }
        if report == "-" { throw ValidationError("--report takes a file; standard output is for the cards (-o -).") }
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs takes 1 to 1024.") }
        if let date, GivenDate.day(date) == nil {
            throw ValidationError("--date takes a day as 2026-11-23, not '\(date)'.")
        }
        if let epoch = Environment.value("SOURCE_DATE_EPOCH"), date == nil, GivenDate.epoch(epoch) == nil {
            throw ValidationError("SOURCE_DATE_EPOCH takes seconds since 1970, not '\(epoch)'.")
        }
    }

    /// The profile of the printer, if one is named. Ends with what is wrong with it.
    func readPrinter() throws -> PrinterProfile? {
        guard let printer else { return nil }
        do {
            return try PrinterFolder.user.profile(printer)
        } catch {
            Console().show(error.diagnostics)
            throw ExitCodes.code(for: error.diagnostics) ?? ExitCode.failure
        }
    }

    /// The job with these choices added.
    func apply(to job: Job, printer: PrinterProfile?) -> Job {
        var job = job
        job.printer = printer
        job.paper = paper ?? "A4"
        job.stock = stock
        job.orientation = orientation
        job.margins = Insets(all: .mm(margin))
        job.gap = .mm(gap ?? 0)
        job.bleed = bleed.map { .mm($0) }
        job.edgeBleed = makeBleed
        job.hasCornerGuides = cornerGuides
        job.marks = noMarks ? MarkStyle.none : marks
        job.hasMarksOnBacks = !marksOnFronts
        job.hasRuler = !noMarks
        job.hasLinks = links
        job.workers = jobs ?? Environment.processorCount
        job.report = report
        job.date = date.flatMap(GivenDate.day) ?? Environment.value("SOURCE_DATE_EPOCH").flatMap(GivenDate.epoch)
        return job
    }
}

extension Orientation: ExpressibleByArgument {}
extension EdgeBleed: ExpressibleByArgument {}
extension MarkStyle: ExpressibleByArgument {}
extension PreviewRun.Format: ExpressibleByArgument {}
extension PreviewRun.Faces: ExpressibleByArgument {}
