public import Calibration
public import Diagnostics
internal import DisplayList
internal import FileAccess
internal import Geometry
public import Imposition
internal import PDF
internal import Typesetting

/// Measuring a printer: its sheet, and from what was read off it its profile.
public struct CalibrationRun: Sendable {
    /// The printer's name, or the path of its profile.
    public var printer: String
    /// A paper's name, or its measures such as `210x297mm`.
    public var paper: String
    /// How the sheet is held; automatic is upright.
    public var orientation: Orientation
    public var flip: DuplexFlip
    /// Whether a pile is turned by hand: two sheets, whose fronts come before their backs.
    public var isByHand: Bool
    public var folder: PrinterFolder
    public var resources: Resources

    public init(printer: String, folder: PrinterFolder, resources: Resources) {
        self.printer = printer
        self.folder = folder
        self.resources = resources
        paper = "A4"
        orientation = .automatic
        flip = .long
        isByHand = false
    }

    // MARK: The sheet

    /// What the sheet looks like. Throws ``DiagnosticError`` for a paper that is unknown or too small.
    public func layout() throws(DiagnosticError) -> CalibrationLayout {
        let (paper, sheet) = try sheet()
        guard let layout = CalibrationLayout(sheet: sheet) else {
            throw DiagnosticError(
                Diagnostic(
                    .wrongUse, "\(paper.name) is too small for the scales of a calibration sheet",
                    hint: "measure the printer on 10x15 or larger; its profile serves small papers too, nearly as well")
            )
        }
        return layout
    }

    private func sheet() throws(DiagnosticError) -> (paper: Paper, size: Size) {
        let paper = try Paper.named(self.paper, catalog: try SheetCatalogs.papers(resources))
        return (paper, orientation == .landscape ? paper.size.turned : paper.size)
    }

    /// What is typed to keep the readings of this sheet.
    private var command: String {
        var words = ["capprint calibrate", "--printer", ShellWord.quoted(printer)]
        if paper.lowercased() != "a4" { words += ["--sheet", ShellWord.quoted(paper)] }
        if orientation == .landscape { words += ["--orientation", "landscape"] }
        if flip != .long { words += ["--duplex", flip.rawValue] }
        return (words + ["--ask"]).joined(separator: " ")
    }

    /// Writes the sheet as a PDF of two pages, by hand of four. What is wrong is in the outcome.
    public func writeSheet(to destination: Job.Destination) -> Outcome {
        var outcome = Outcome()
        do {
            // A name that cannot be kept is told before anything is printed.
            _ = try folder.file(of: printer)
            let layout = try layout()
            let typesetter = Typesetter(fonts: try resources.fontBook())
            let sheet = CalibrationSheet(
                layout: layout, typesetter: typesetter, printer: PrinterFolder.name(of: printer),
                paper: try self.sheet().paper.name, flip: flip, isByHand: isByHand, command: command)
            let sheets = isByHand ? [1, 2] : [1]
            let pages = sheets.map(sheet.front) + sheets.map(sheet.back)
            outcome.outputs = try write(pages, layout.sheet, to: destination)
            (outcome.sheets, outcome.pages) = (sheets.count, pages.count)
        } catch {
            outcome.note(error)
        }
        return outcome
    }

    private func write(_ pages: [[Item]], _ size: Size, to destination: Job.Destination) throws -> [String] {
        let name = "calibrate-\(PrinterFolder.name(of: printer))"
        let scratch = try Files.makeTemporaryFolder()
        defer { Files.removeFolder(scratch) }
        guard let file = try OutputFile(destination, deckID: name, scratch: scratch) else { return [] }
        var settings = PDFSettings(
            title: "Calibration sheet for \(PrinterFolder.name(of: printer))", language: "en",
            producer: "capprint \(Version.current)")
        settings.duplex = isByHand ? .simplex : flip == .short ? .short : .long
        let writer = try PDFWriter(
            to: file.temporaryPath, temporaryFolder: scratch, settings: settings, pictures: NoPictures())
        let whole = Rect(origin: .zero, size: size)
        for (index, items) in pages.enumerated() {
            try writer.add(
                PDFPage(mediaBox: size, trimBox: whole, bleedBox: whole, items: items), at: index)
        }
        try writer.finish()
        try file.commit()
        return OutputFile.paths(destination, deckID: name, separatesBacks: false)
    }

    // MARK: The profile

    /// A profile that was kept.
    public struct Kept: Sendable {
        public var profile: PrinterProfile
        public var fit: PrinterFit
        /// The file that it is in.
        public var file: String
    }

    /// Makes a measurement of readings and keeps it in the printer's profile, where one of such sheets is replaced and others stay.
    ///
    /// - Parameters:
    ///   - backs: Which sheet of a pile turned by hand is fed first; nil leaves what the profile says.
    ///   - date: The day, as `2026-11-23`.
    /// - Throws: ``DiagnosticError`` with what is wrong with the readings or the profile that is there, ``FileAccess/FileError`` where it cannot be written.
    public func keep(_ readings: Readings, backs: PileOrder?, date: String?) throws -> Kept {
        let layout = try layout()
        let fit = try PrinterFit(readings, layout: layout)
        var profile = try folder.profileOrNew(printer)
        profile.keep(
            PrinterMeasurement(
                paper: try sheet().paper.name, sheet: layout.sheet, flip: flip, date: date, readings: readings,
                fronts: fit.fronts, backs: fit.backs))
        return Kept(profile: profile, fit: fit, file: try write(&profile, backs))
    }

    /// Keeps only in which order a pile is fed; the rest of the profile stays. Throws as ``keep(_:backs:date:)``.
    public func keep(backs: PileOrder) throws -> String {
        var profile = try folder.profileOrNew(printer)
        return try write(&profile, backs)
    }

    private func write(_ profile: inout PrinterProfile, _ backs: PileOrder?) throws -> String {
        if let backs { profile.backs = backs }
        let file = try folder.file(of: printer)
        if Paths.folder(of: file) == folder.path { try Files.makeFolder(Paths.folder(of: file)) }
        _ = try Files.replace(file, with: Array(profile.text.utf8))
        return file
    }
}
