public import Calibration
public import Cutting
public import DisplayList
public import Geometry
public import Imposition
public import PDF

/// Everything that a run is told: what to print, on what, how, and where it may look. Nothing else decides what comes out.
public struct Job: Sendable {
    /// Where the finished file goes.
    public enum Destination: Hashable, Sendable {
        /// `<deck id>.pdf` in this folder, which is made if need be.
        case folder(String)
        case file(String)
        case standardOutput
        /// Everything is done but writing.
        case nowhere
    }

    /// A deck that shares the sheets of the job's own.
    public struct Companion: Hashable, Sendable {
        /// Its `deck.json` or its folder.
        public var deck: String
        /// Its own template's name or path; nil takes the job's.
        public var template: String?

        public init(deck: String, template: String?) {
            self.deck = deck
            self.template = template
        }
    }

    /// The deck's `deck.json` or its folder.
    public var deck: String
    public var companions: [Companion]
    public var selection: CardSelection
    /// How often everything is printed.
    public var sets: Int
    public var destination: Destination
    /// A template's name, or the path of its file.
    public var template: String
    /// A paper's name, or its measures such as `210x297mm`.
    public var paper: String
    /// Label or card stock by name, or the path of a file that describes it; it comes before ``paper``. Nil prints on plain paper.
    public var stock: String?
    public var orientation: Orientation
    /// The edge that the printer cannot reach.
    public var margins: Insets
    /// How far cards bleed; nil leaves it to their templates.
    public var bleed: Length?
    /// How a bleed is made that a template has not; nil leaves it to the template, or mirrors.
    public var edgeBleed: EdgeBleed?
    /// Between neighbouring cards; zero lets them share one cut.
    public var gap: Length
    public var flip: DuplexFlip
    /// The printer that the pages are made for; nil for one without faults.
    public var printer: PrinterProfile?
    /// Puts backs beside fronts, to be folded; nil prints them on the paper's other side.
    public var fold: Fold?
    public var passes: PrintPasses
    /// Writes fronts and backs to files of their own; only where they are printed in two passes.
    public var separatesBacks: Bool
    public var order: CardOrder
    /// Places that stay empty on every sheet, and those on the first, counted from 1.
    public var skipped: Set<Int>
    public var used: Set<Int>
    /// Nil is what is usual: crop marks, but none on stock that is cut already and none beside registration marks.
    public var marks: MarkStyle?
    public var hasMarksOnBacks: Bool
    public var hasRuler: Bool
    /// Marks for a cutting machine; nil for none.
    public var registration: RegistrationMarks?
    /// Where cut lines are written, as SVG or DXF by the names' endings.
    public var cutLines: [String]
    /// What they cut out.
    public var cut: CutKind
    /// Whether arcs show how to round the corners of templates that have round ones.
    public var hasCornerGuides: Bool
    /// Pixels per inch of pictures on paper.
    public var dpi: Double
    /// Keeps pictures without loss instead of as JPEG.
    public var isLossless: Bool
    public var savesInk: Bool
    /// Puts links over the QR codes.
    public var hasLinks: Bool
    /// The date for the slug line and the file; nil writes none.
    public var date: PDFDate?
    /// Worker tasks at a time.
    public var workers: Int
    /// Where prepared pictures are kept between runs; nil keeps none.
    public var cacheFolder: String?
    /// Where a report is written, as JSON.
    public var report: String?
    public var resources: Resources
    /// Outputs of the same call's earlier decks, which this one must not replace.
    public var written: [String]

    public init(deck: String, destination: Destination, resources: Resources) {
        self.deck = deck
        companions = []
        selection = CardSelection()
        sets = 1
        self.destination = destination
        self.resources = resources
        template = "classic"
        paper = "A4"
        stock = nil
        orientation = .automatic
        margins = Insets(all: .mm(5))
        bleed = nil
        edgeBleed = nil
        gap = .zero
        flip = .long
        printer = nil
        fold = nil
        passes = .together
        separatesBacks = false
        order = .sheets
        skipped = []
        used = []
        marks = nil
        hasMarksOnBacks = true
        hasRuler = true
        registration = nil
        cutLines = []
        cut = .card
        hasCornerGuides = false
        dpi = 300
        isLossless = false
        savesInk = false
        hasLinks = true
        date = nil
        workers = 1
        cacheFolder = nil
        report = nil
        written = []
    }

    /// Where the report goes: with a record of an earlier print to the record, once cards are printed.
    var reportPath: String? { report ?? (destination == .nowhere ? nil : selection.record) }

    /// Prints fronts alone.
    mutating func leaveBacksOut() {
        (flip, fold, passes, separatesBacks) = (.none, nil, .together, false)
    }

    /// Whether the cards' backs are printed, wherever.
    var printsBacks: Bool { fold != nil || flip != .none }
}
