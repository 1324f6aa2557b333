internal import DeckModel
internal import Diagnostics
internal import FileAccess
internal import Geometry
internal import Proofing
internal import Snapshots

/// A deck and its references: recorded, compared, accepted, pruned.
public struct SnapshotRun: Sendable {
    let job: Job
    let request: SnapshotRequest
    let reports: ReportFiles
    let files: SnapshotFiles

    /// A reference longer than this is none of ours.
    private static let longestReference = 1 << 30

    public init(_ job: Job, _ request: SnapshotRequest, reports: ReportFiles = ReportFiles()) {
        self.job = job
        self.request = request
        self.reports = reports
        files = SnapshotFiles(deck: job.deck, reference: request.reference)
    }

    /// Runs the request and writes the reports of a comparison. Problems are in the outcome; the references are then as they were.
    public func run() async -> SnapshotOutcome {
        var result = SnapshotOutcome()
        do { try await run(&result) } catch { result.outcome.note(error) }
        return result
    }

    /// What the four have in hand: the references as they are and the deck as it looks.
    struct Hand {
        var old: Reference?
        /// Of the references as they are, even if they are damaged.
        var comments: ReferenceComments
        /// Whether the references cannot be read, and are to be written anew.
        var isDamaged = false
        var deck: RecordedDeck
        var rules: ComparisonRules
        var comparison: DeckComparison
        var pictures: PictureReferences

        /// Ids of the cards that became this.
        func cards(_ isMeant: (CardComparison.State) -> Bool) -> [String] {
            comparison.cards.filter { isMeant($0.state) }.map(\.id)
        }

        /// Whether the cards of both can stand in one file, which has one template, ink and format.
        var isOneLook: Bool { isOneTemplate && isOneFormat }

        var isOneTemplate: Bool {
            guard let old = old?.look else { return true }
            let new = deck.reference.look
            return (old.template, old.savesInk) == (new.template, new.savesInk)
        }

        /// Whether trim, bleed and corners are the same; a template's file may have changed them.
        var isOneFormat: Bool { old?.look.hasFormat(of: deck.reference.look) ?? true }
    }

    private func run(_ result: inout SnapshotOutcome) async throws {
        if request.isUnattended, request.action != .verify {
            throw DiagnosticError(
                Diagnostic(
                    .wrongUse, "references are not changed in continuous integration (CI is set, or --ci was given)",
                    hint: "run it on your own machine, look at what it wrote, and commit it"))
        }
        let (old, remains) = try readReference()
        let rules = try readRules()
        var job = job
        let template = old?.look.template ?? remains?.template
        job.template = request.template ?? template.map { files.template(named: $0) } ?? job.template
        job.savesInk = request.savesInk ?? old?.look.savesInk ?? remains?.savesInk ?? job.savesInk
        let deck = try await RecordedDeck(job, &result.outcome)
        try Overwriting.refuse(
            [("the references", files.reference)] + reports.outputs, of: deck.deck,
            beside: [files.rules, request.rules].compactMap { $0 })
        result.outcome.diagnostics += rules.problems(
            amongCards: deck.deck.cards.map(\.id), in: [old, deck.reference].compactMap { $0 })
        let hand = Hand(
            old: old, comments: old?.comments ?? remains?.comments ?? ReferenceComments(), isDamaged: remains != nil,
            deck: deck, rules: rules,
            comparison: old.map { ReferenceComparison.compare($0, deck.reference, rules: rules) }
                ?? DeckComparison(
                    cards: deck.reference.cards.map { CardComparison(id: $0.id, state: .new, changes: []) },
                    sameCards: [], notes: []),
            pictures: PictureReferences(files: files))
        switch request.action {
        case .record: try record(hand, &result)
        case .verify: try verify(hand, &result)
        case .accept(let cards): try accept(cards, hand, &result)
        case .prune: try prune(hand, &result)
        }
        if let report = result.report { try reports.write(report, resources: job.resources) }
    }

    /// The references; nil where there are none. Damaged ones are in the way of everything but taking over the whole deck: then what is
    /// left of them.
    private func readReference() throws -> (Reference?, ReferenceRemains?) {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try Files.read(files.reference, limit: Self.longestReference)
        } catch  where error.isMissing {
            return (nil, nil)
        }
        do {
            let old = try ReferenceReader.read(bytes, file: files.reference)
            return (old, nil)
        } catch {
            return (nil, try remains(of: bytes, error))
        }
    }

    private func remains(of bytes: [UInt8], _ damage: DiagnosticError) throws(DiagnosticError) -> ReferenceRemains {
        guard request.action == .accept(cards: []), let remains = ReferenceReader.remains(of: bytes) else {
            throw damage
        }
        guard request.template != nil || remains.template != nil else {
            let question = Diagnostic(
                .error, at: Place(file: files.reference), "it does not say any more with which template it was made",
                hint: "name it: '\(command("accept", ["--template", "classic"]))'")
            throw DiagnosticError(damage.diagnostics + [question])
        }
        return remains
    }

    func readRules() throws -> ComparisonRules {
        var rules = ComparisonRules()
        if let path = request.rules ?? (FileStatus(path: files.rules) == nil ? nil : files.rules) {
            rules = try ComparisonRules(file: path, bytes: try Files.read(path, limit: 1 << 24))
        }
        if let tolerance = request.tolerance { rules.tolerance = tolerance }
        rules.ignoredFields += request.ignoredFields.map { .init($0) }
        rules.ignoredRegions += request.ignoredRegions.map { .init(side: $0.side, area: $0.area) }
        return rules
    }
}
