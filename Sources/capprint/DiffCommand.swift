import ArgumentParser
import FileAccess
import Geometry
import PageComparison
import Prepress

/// `capprint diff old.pdf new.pdf`, and decks: what differs on paper.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what differs between two PDF files, two decks, or a deck and itself at a git revision.",
        discussion: """
            capprint diff old.pdf new.pdf                    page by page; card by card where capprint made both
            capprint diff old/deck.json new/deck.json        card by card
            capprint diff --git main deck.json               the deck as it was at a revision, and as it is
            capprint diff --git v1..v2 deck.json             as it was at two revisions

            Exit status: 0 nothing differs, 1 something does; others are errors.
            """)

    @Argument(help: ArgumentHelp("Two PDF files or two decks; with --git one deck.", valueName: "file"))
    var files: [String]

    @Option(
        help: ArgumentHelp("A git revision to compare the deck with, or two as 'v1..v2'.", valueName: "revision"))
    var git: String?

    @Option(
        help: ArgumentHelp(
            "A part that does not count, in millimetres from the top left corner: 3:10,20,30,5 or all:10,20,30,5 on pages, back:40,60,20,20 on cards; may be given more than once.",
            valueName: "where:x,y,w,h"))
    var ignoreRegion: [String] = []

    @Option(
        help: ArgumentHelp(
            "A field of cards that does not count: caption, words.*.reading; may be given more than once.",
            valueName: "field"))
    var ignore: [String] = []

    @Option(
        help: ArgumentHelp(
            "How far things on cards may move or stretch and still be the same. (default: 0.05mm)", valueName: "length"),
        transform: ToleranceArgument.length)
    var tolerance: Length?

    @Option(
        help: ArgumentHelp(
            "How far colours of PDF files may lie apart and still be the same, in per cent of the distance from black to white. Edges that are smoothed another way are the same in any case. (default: 2)",
            valueName: "percent"), transform: ColorToleranceArgument.share)
    var colorTolerance: Double?

    @Option(
        help: ArgumentHelp(
            "A file of rules for cards. (default: deck.snapshot-rules.json beside the deck, if it is there)",
            valueName: "file"))
    var rules: String?

    @OptionGroup(title: "Report") var report: ReportOptions
    @OptionGroup(title: "Look (--dpi also for pages; 100 is usual there)") var look: LookOptions

    private enum Subject { case pages, cards }

    private var subject: Subject {
        files.allSatisfy { Paths.fileExtension(of: $0) == "pdf" } && git == nil ? .pages : .cards
    }

    func validate() throws {
        if let git {
            guard files.count == 1 else { throw ValidationError("--git compares one deck; there are \(files.count).") }
            let parts = DiffCommand.revisions(git)
            guard !parts.old.isEmpty, parts.new != "" else {
                throw ValidationError("--git takes a revision such as main, or two such as v1..v2, not '\(git)'.")
            }
            if Paths.fileExtension(of: files[0]) == "pdf" {
                throw ValidationError(
                    "--git compares decks; a PDF is compared with another: capprint diff old.pdf new.pdf.")
            }
        } else {
            guard files.count == 2 else {
                throw ValidationError(
                    files.count == 1
                        ? "one file has nothing to differ from; name two, or a revision with --git."
                        : "two files are compared; there are \(files.count).")
            }
            if files.count(where: { Paths.fileExtension(of: $0) == "pdf" }) == 1 {
                throw ValidationError("a PDF and a deck have nothing in common; name two PDF files or two decks.")
            }
        }
        switch subject {
        case .pages:
            for region in ignoreRegion where IgnoredRegion(region) == nil {
                throw ValidationError(
                    "--ignore-region takes a page (or 'all') and four millimetres, such as 3:10,20,30,5, not '\(region)'."
                )
            }
            if rules != nil {
                throw ValidationError("--rules is for decks; PDF files have --ignore, --tolerance and --ignore-region.")
            }
        case .cards:
            if colorTolerance != nil {
                throw ValidationError("--color-tolerance is for PDF files; decks are compared by what they paint.")
            }
            for region in ignoreRegion where RegionArgument(argument: region) == nil {
                throw ValidationError(
                    "--ignore-region takes a side and four millimetres, such as back:40,60,20,20, not '\(region)'.")
            }
        }
    }

    func run() async throws {
        let console = Console()
        let result: SnapshotOutcome
        switch subject {
        case .pages:
            result = await DiffRun(
                old: files[0], new: files[1], dpi: look.dpi ?? 100,
                noticeable: colorTolerance ?? PixelComparison.noticeable,
                ignoring: ignoreRegion.compactMap(IgnoredRegion.init), tolerance: tolerance,
                ignoredFields: ignore,
                workers: Environment.processorCount, reports: report.files,
                resources: look.job(deck: "", destination: .nowhere).resources
            ).run { console.showProgress($0, of: $1, label: "pages") }
        case .cards: result = await cards().run()
        }
        console.show(result.outcome.diagnostics)
        if let failure = result.outcome.failure {
            console.complain("error: \(failure)")
            throw ExitCodes.code(for: failure)
        }
        if let code = ExitCodes.code(for: result.outcome.diagnostics) { throw code }
        if !result.isSame { throw ExitCode.failure }
    }

    private func cards() -> DeckDiffRun {
        var request = SnapshotRequest(.verify)
        request.rules = rules
        request.tolerance = tolerance
        request.ignoredFields = ignore
        request.ignoredRegions = ignoreRegion.compactMap { RegionArgument(argument: $0)?.region }
        func side(_ deck: String, _ revision: String?) -> DeckDiffRun.Side {
            var job = look.job(deck: deck, destination: .nowhere)
            job.workers = Environment.processorCount
            return DeckDiffRun.Side(job, revision: revision)
        }
        let revisions = git.map(DiffCommand.revisions)
        return DeckDiffRun(
            old: side(files[0], revisions?.old), new: side(files.last ?? files[0], revisions?.new),
            templateFolders: look.templateFolders, fontFolders: look.fontFolders, request: request,
            reports: report.files)
    }

    /// `v1..v2` in two; one revision is compared with the files as they are.
    static func revisions(_ text: String) -> (old: String, new: String?) {
        guard let dots = text.firstRange(of: "..") else { return (text, nil) }
        return (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
    }
}
