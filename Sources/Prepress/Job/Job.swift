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

    /// The deck's `deck.json` or its folder.
    public var deck: String
    public var destination: Destination
    /// A template's name, or the path of its file.
    public var template: String
    /// A paper's name, or its measures such as `210x297mm`.
    public var paper: String
    public var orientation: Orientation
    /// The edge that the printer cannot reach.
    public var margins: Insets
    /// Between neighbouring cards; zero lets them share one cut.
    public var gap: Length
    public var flip: DuplexFlip
    public var hasMarks: Bool
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
        self.destination = destination
        self.resources = resources
        template = "classic"
        paper = "A4"
        orientation = .automatic
        margins = Insets(all: .mm(5))
        gap = .zero
        flip = .long
        hasMarks = true
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
}
