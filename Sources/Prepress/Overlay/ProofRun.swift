internal import Artwork
internal import CardLayout
internal import DeckModel
internal import Diagnostics
internal import FileAccess
internal import Fonts
internal import Hyphenation
internal import Imposition

/// A job's sheets to look at before they are printed: lines, numbers and names over the pages, and both sides held to the light.
public struct ProofRun: Sendable {
    public enum Format: String, Hashable, Sendable, CaseIterable { case pdf, png }

    let job: Job
    let format: Format

    /// The proof is written to the job's destination; in a folder as `<deck id>-proof.pdf`, or `<deck id>-proof-1.png` and so on.
    public init(_ job: Job, format: Format) {
        self.job = job
        self.format = format
    }

    /// Runs the job. Problems are in the outcome; after an error nothing is written.
    public func run(progress: (Progress) -> Void = { _ in }) async -> Outcome {
        var outcome = Outcome()
        do {
            let run = ProofRun(try SheetPlanning.resolved(job), format: format)
            let setup = try await RunSetup(run.job, &outcome)
            defer { setup.studio.finish() }
            try await run.draw(setup, &outcome, progress)
        } catch {
            outcome.note(error)
        }
        return outcome
    }

    private func draw(_ setup: RunSetup, _ outcome: inout Outcome, _ progress: (Progress) -> Void) async throws {
        guard setup.queue.count > 0 else { return }
        let name = "\(setup.deck.id)-proof"
        let path = OutputFile.paths(job.destination, deckID: name, separatesBacks: false).first
        if let path {
            let others = setup.stages.dropFirst().flatMap { Overwriting.inputs(of: $0.deck) }
            // Pictures have numbers: each of them may be one of the deck's.
            let ending = path.lastIndex(of: ".").map { path[$0...] } ?? ""
            let stem = path.dropLast(ending.count)
            let pages =
                format == .png ? (1...max(1, setup.plan.sheetCount * 3)).map { "\(stem)-\($0)\(ending)" } : [path]
            try Overwriting.refuse(pages.map { ("the proof", $0) }, of: setup.deck, beside: others)
        }
        let scratch = try Files.makeTemporaryFolder()
        defer { Files.removeFolder(scratch) }
        var file = try ProofFile(format, job, setup, name: name, scratch: scratch)
        let label = ProofLabel(typesetter: setup.dressing.typesetter)
        var hasErrors = outcome.hasErrors
        var found: [PrintQueue.Printed: [Diagnostic]] = [:]
        var pages = 0
        try await setup.layOut(workers: job.workers, recording: nil) { sheet in
            for printed in sheet.cards where printed.card.copy == 0 {
                let diagnostics = setup.plan.printsBacks ? printed.faces.diagnostics : printed.faces.frontDiagnostics
                if !diagnostics.isEmpty { found[printed.card] = diagnostics }
                hasErrors = hasErrors || diagnostics.contains(where: \.isError)
            }
            if !hasErrors {
                for page in ProofSheet(setup, sheet).proofs {
                    try file.add(page.frame(label))
                    pages += 1
                }
            }
            progress(Progress(sheetsDone: sheet.sheet + 1, sheets: outcome.sheets))
        }
        outcome.pages = pages
        outcome.diagnostics += found.sorted { ($0.key.deck, $0.key.card) < ($1.key.deck, $1.key.card) }.flatMap(\.value)
        outcome.diagnostics += setup.stages[0].fonts.diagnostics + setup.stages[0].hyphenator.diagnostics
        if !outcome.hasErrors { outcome.outputs = try file.finish() }
    }
}
