public import ArgumentParser
import FileAccess
import Geometry
public import Imposition
public import Prepress

/// What the cards are printed on.
struct SheetOptions: ParsableArguments {
    @Option(
        name: [.customShort("s"), .customLong("sheet")],
        help: "The paper: A3, A4, A5, Letter, Legal, Tabloid, 10x15, or measures such as 210x297mm.")
    var paper = "A4"

    @Option(help: "portrait or landscape; automatic takes whichever holds more cards.")
    var orientation = Orientation.automatic

    @Option(help: ArgumentHelp("The edge that the printer cannot reach, in millimetres.", valueName: "mm"))
    var margin = 5.0

    @Option(help: ArgumentHelp("Space between cards, in millimetres; 0 shares one cut.", valueName: "mm"))
    var gap = 0.0

    @Option(
        help: ArgumentHelp(
            "What shows where to cut: crop (short marks around the cards), corners (also between cards, where there is space), lines (hairlines to the paper's edge) or none.",
            valueName: "style"))
    var marks = MarkStyle.crop

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
        guard gap >= 0, gap <= 100 else { throw ValidationError("--gap takes 0 to 100 millimetres.") }
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
        job.paper = paper
        job.orientation = orientation
        job.margins = Insets(all: .mm(margin))
        job.gap = .mm(gap)
        job.marks = noMarks ? .none : marks
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
