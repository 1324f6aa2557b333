import ArgumentParser
import FileAccess
import Prepress

/// How cards look and where the program looks for things: shared by all subcommands that lay out cards.
struct LookOptions: ParsableArguments {
    @Option(
        name: [.short, .long],
        help: "A template by name (see 'capprint templates') or by the path of its file. (default: classic)")
    var template: String?

    @Option(help: ArgumentHelp("Pixels per inch of pictures on paper. (default: 300)", valueName: "number"))
    var dpi: Double?

    @Flag(help: "Leave out tinted grounds.")
    var inkSaver = false

    @Flag(help: "Keep pictures without loss; the file grows.")
    var lossless = false

    @Option(name: .customLong("fonts"), help: ArgumentHelp("A folder of fonts to use first.", valueName: "dir"))
    var fontFolders: [String] = []

    @Option(
        name: .customLong("templates"), help: ArgumentHelp("A folder of templates to look in first.", valueName: "dir"))
    var templateFolders: [String] = []

    @Option(help: ArgumentHelp("Where prepared pictures are kept for the next run.", valueName: "dir"))
    var cache: String?

    @Flag(help: "Keep no prepared pictures.")
    var noCache = false

    func validate() throws {
        for folder in fontFolders + templateFolders where FileStatus(path: folder)?.kind != .folder {
            throw ValidationError("there is no folder '\(folder)'.")
        }
        guard (36...2400).contains(dpi ?? 300) else { throw ValidationError("--dpi takes 36 to 2400 pixels per inch.") }
    }

    /// A job with these choices.
    func job(deck: String, destination: Job.Destination) -> Job {
        var job = Job(
            deck: deck, destination: destination,
            resources: Resources(templates: templateFolders, fonts: fontFolders))
        if let template { job.template = template }
        if let dpi { job.dpi = dpi }
        job.savesInk = inkSaver
        job.isLossless = lossless
        job.cacheFolder = cacheFolder
        return job
    }

    private var cacheFolder: String? {
        if noCache { return nil }
        if let folder = cache ?? Environment.value("CAPPRINT_CACHE") { return folder }
        #if os(macOS)
            return Environment.value("HOME").map { Paths.join($0, "Library/Caches/capprint") }
        #else
            let base = Environment.value("XDG_CACHE_HOME") ?? Environment.value("HOME").map { Paths.join($0, ".cache") }
            return base.map { Paths.join($0, "capprint") }
        #endif
    }
}
