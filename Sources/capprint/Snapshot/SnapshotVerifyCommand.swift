import ArgumentParser
import Geometry
import Prepress

/// `capprint snapshot verify deck.json …`: which cards look different.
struct SnapshotVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Say which cards look other than their references, where and by how much.",
        discussion: """
            A card without a reference is recorded and fails this once, so that somebody looks at it. Where CI is set, as on most \
            services for continuous integration, or with --ci, nothing is ever written.
            """)

    @OptionGroup var options: SnapshotOptions
    @OptionGroup(title: "What counts") var rules: ComparisonOptions
    @OptionGroup(title: "Report") var report: ReportOptions

    @Flag(help: "Write no reference. (default: if the environment variable CI is set)")
    var ci = false

    @OptionGroup(title: "Look") var look: LookOptions

    func validate() throws { try report.refuse(decks: options.decks.count) }

    func run() async throws {
        var request = SnapshotRequest(.verify)
        rules.apply(to: &request)
        request.isUnattended = ci
        try await SnapshotRuns(options: options, look: look, request: request, reports: report.files).run()
    }
}
