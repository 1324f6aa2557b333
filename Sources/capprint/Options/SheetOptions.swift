public import ArgumentParser
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

    @Option(help: ArgumentHelp("The edge that the printer cannot reach, in millimetres.", valueName: "mm"))
    var margin = 5.0

    @Option(
        help: ArgumentHelp(
            "Space between cards, in millimetres; 0 shares one cut. (default: 0; 1.25 for cutting machines)",
            valueName: "mm"))
    var gap: Double?

    @Option(
        help: ArgumentHelp(
            "What shows where to cut: crop (short marks around the cards), corners (also between cards, where there is space), lines (hairlines to the paper's edge) or none. (default: crop; none on stock and for cutting machines)",
            valueName: "style"))
    var marks: MarkStyle?

    @Flag(help: "Neither marks nor the 50 mm ruler.")
    var noMarks = false

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
        if report == "-" { throw ValidationError("--report takes a file; standard output is for the cards (-o -).") }
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs takes 1 to 1024.") }
        if let date, GivenDate.day(date) == nil {
            throw ValidationError("--date takes a day as 2026-11-23, not '\(date)'.")
        }
        if let epoch = Environment.value("SOURCE_DATE_EPOCH"), date == nil, GivenDate.epoch(epoch) == nil {
            throw ValidationError("SOURCE_DATE_EPOCH takes seconds since 1970, not '\(epoch)'.")
        }
    }

    /// The job with these choices added.
    func apply(to job: Job) -> Job {
        var job = job
        job.paper = paper ?? "A4"
        job.stock = stock
        job.orientation = orientation
        job.margins = Insets(all: .mm(margin))
        job.gap = .mm(gap ?? 0)
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
extension MarkStyle: ExpressibleByArgument {}
extension PreviewRun.Format: ExpressibleByArgument {}
extension PreviewRun.Faces: ExpressibleByArgument {}
