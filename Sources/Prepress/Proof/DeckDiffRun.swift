internal import DeckModel
internal import Diagnostics
internal import FileAccess
internal import PageComparison
internal import Proofing
internal import Raster
internal import Snapshots

/// Tells what differs between the cards of two decks, or of one deck at two revisions.
public struct DeckDiffRun: Sendable {
    /// What a deck is compared as.
    public struct Side: Sendable {
        public var job: Job
        /// The git revision that the deck is taken from; nil for the files as they are.
        public var revision: String?

        public init(_ job: Job, revision: String? = nil) {
            self.job = job
            self.revision = revision
        }
    }

    var old: Side
    var new: Side
    /// Folders that the user named: taken from the revision too where they lie in the repository.
    var templateFolders: [String]
    var fontFolders: [String]
    /// Of which the rules count.
    var request: SnapshotRequest
    var reports: ReportFiles

    /// Pixels an inch of pictures in a report.
    private static let dpi = 150.0

    public init(
        old: Side, new: Side, templateFolders: [String] = [], fontFolders: [String] = [], request: SnapshotRequest,
        reports: ReportFiles
    ) {
        self.old = old
        self.new = new
        self.templateFolders = templateFolders
        self.fontFolders = fontFolders
        self.request = request
        self.reports = reports
    }

    /// Compares the decks and writes the reports. What is wrong is in the outcome.
    public func run() async -> SnapshotOutcome {
        var result = SnapshotOutcome()
        do { try await run(&result) } catch { result.outcome.note(error) }
        return result
    }

    private func run(_ result: inout SnapshotOutcome) async throws {
        let scratch = try Files.makeTemporaryFolder()
        defer { Files.removeFolder(scratch) }
        let before = await recorded(old, in: Paths.join(scratch, "old"), &result.outcome, isOld: true)
        let after = await recorded(new, in: Paths.join(scratch, "new"), &result.outcome, isOld: false)
        guard let before, let after else { return }
        try Overwriting.refuse(
            reports.outputs, inputs: before.inputs + after.inputs + [request.rules].compactMap { $0 },
            owner: " of the deck")
        let rules = try SnapshotRun(new.job, request).readRules()
        result.outcome.diagnostics += rules.problems(
            amongCards: after.deck.deck.cards.map(\.id), in: [before.deck.reference, after.deck.reference])
        let comparison = ReferenceComparison.compare(before.deck.reference, after.deck.reference, rules: rules)
        let names = names
        var items = comparison.cards.map {
            ProofItem($0, place: after.deck.place(of: $0.id) ?? Place(file: new.job.deck))
        }
        var notes = before.notes + after.notes + comparison.notes
        if reports.showPictures {
            let singled = items.singled
            let pictured = Set(singled.prefix(HTMLReport.pictureLimit).map(\.name))
            for index in items.indices where pictured.contains(items[index].name) {
                items[index].pictures = try Self.pictures(items[index], before.deck, after.deck, rules)
            }
            if singled.count > HTMLReport.pictureLimit {
                notes.append("pictures are shown of the first \(HTMLReport.pictureLimit) cards")
            }
        }
        let report = ProofReport(
            title: "\(after.deck.reference.look.deck), \(names.old) and \(names.new)", oldName: names.old,
            newName: names.new, items: items, same: comparison.sameCards, noun: "card", notes: notes,
            acceptCommand: nil)
        result.report = report
        result.isSame = report.isSame
        try reports.write(report, resources: new.job.resources)
    }

    private var names: (old: String, new: String) {
        if old.revision == nil, new.revision == nil { return (old.job.deck, new.job.deck) }
        return (old.revision ?? "working copy", new.revision ?? "working copy")
    }

    /// A deck laid out.
    private struct Recorded {
        var deck: RecordedDeck
        var notes: [String]
        /// What must not be written over: the files as their user knows them, not as they were exported.
        var inputs: [String]

        init(_ deck: RecordedDeck, of side: Side, _ exported: DeckAtRevision?) {
            self.deck = deck
            notes = exported?.notes ?? []
            let files = SnapshotFiles(deck: side.job.deck, reference: nil)
            let read = Overwriting.inputs(of: deck.deck)
            inputs = [files.deck, files.rules, files.reference] + (exported.map { read.map($0.original) } ?? read)
        }
    }

    /// A deck laid out; nil where it cannot be, with the reasons in the outcome.
    private func recorded(
        _ side: Side, in scratch: String, _ outcome: inout Outcome, isOld: Bool
    ) async -> Recorded? {
        var own = Outcome()
        var exported: DeckAtRevision?
        defer {
            // Warnings about the deck as it was are nobody's business any more.
            let told = own.diagnostics.filter { $0.isError || !isOld }
            outcome.diagnostics += exported?.named(told) ?? told
            if outcome.failure == nil { outcome.failure = own.failure }
        }
        do {
            if let revision = side.revision {
                try Files.makeFolder(scratch)
                exported = try await DeckAtRevision(
                    revision, side.job, templates: templateFolders, fonts: fontFolders, scratch: scratch)
            }
            return Recorded(try await RecordedDeck(exported?.job ?? side.job, &own), of: side, exported)
        } catch {
            own.note(error)
            return nil
        }
    }

    /// The sides that differ, of a new or missing card both.
    private static func pictures(
        _ item: ProofItem, _ old: RecordedDeck, _ new: RecordedDeck, _ rules: ComparisonRules
    ) throws -> [ProofItem.Pictures] {
        let rules = rules.rules(for: item.name)
        let changed = Set(item.findings.map(\.side))
        let isWhole = item.state == .new || item.state == .missing
        return try PictureReferences.sides.filter { isWhole || changed.contains($0) }.compactMap { side in
            let before =
                item.state == .new
                ? nil : try old.pixels(card: item.oldName ?? item.name, side: side, dpi: dpi).map(RasterPixels.init)
            let after =
                item.state == .missing
                ? nil : try new.pixels(card: item.name, side: side, dpi: dpi).map(RasterPixels.init)
            guard before != nil || after != nil else { return nil }
            var difference: PixelDifference?
            if let before, let after {
                difference = PixelComparison.compare(
                    before, after, ignoring: PictureDifference.areas(rules.ignoredAreas(on: side), dpi: dpi))
            }
            return ProofItem.Pictures(
                side: side, old: before?.png, new: after?.png, difference: difference?.picture.png,
                share: difference?.share)
        }
    }
}

extension RasterPixels {
    init(_ picture: RasterImage) {
        self.init(width: picture.width, height: picture.height, pixels: picture.pixels)
    }
}
