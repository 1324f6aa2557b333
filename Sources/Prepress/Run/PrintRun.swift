internal import Artwork
internal import CardLayout
internal import DeckModel
internal import Diagnostics
internal import DisplayList
internal import FileAccess
internal import Fonts
internal import Geometry
internal import Hyphenation
internal import ICU
internal import Imposition
internal import PDF
internal import Snapshots
internal import Typesetting

/// One deck on its way to a file: read, check, lay out, impose, write, report.
public struct PrintRun: Sendable {
    let job: Job

    public init(_ job: Job) {
        self.job = job
    }

    /// Runs the job. Problems of deck, template and data files are in the outcome, and why a file could not be written; an older output file is left as it was where there is any of them.
    public func run(progress: (Progress) -> Void = { _ in }) async -> Outcome {
        var outcome = Outcome()
        do {
            let setup = try RunSetup(job, &outcome)
            defer { setup.studio.finish() }
            try await print(setup, &outcome, progress)
        } catch {
            outcome.note(error)
            if let report = job.report, !outcome.diagnostics.isEmpty {
                // A report that cannot be written must not hide what was found.
                do { try ReportWriter.writeFailure(to: report, job: job, outcome) } catch { outcome.note(error) }
            }
        }
        return outcome
    }

    private func print(_ setup: RunSetup, _ outcome: inout Outcome, _ progress: (Progress) -> Void) async throws {
        try Overwriting.refuse(job, setup.deck)
        let scratch = try Files.makeTemporaryFolder()
        defer { Files.removeFolder(scratch) }
        let output = try OutputFile(job.destination, deckID: setup.deck.id, scratch: scratch)
        var report = try ReportWriter(path: job.report, setup: setup, job: job)
        let path: String? =
            switch output {
            case .some(let file): file.temporaryPath
            case .none: nil
            }
        let writer = try path.map {
            try PDFWriter(
                to: $0, temporaryFolder: scratch, settings: setup.settings(job), pictures: setup.studio,
                workers: job.workers)
        }

        var hasErrors = outcome.hasErrors
        var reported = -1
        let shapes = writer == nil ? nil : FontShapes()
        var recorded: [ReferenceFont] = []
        try await setup.layOut(workers: job.workers, recording: shapes) { sheet in
            for printed in sheet.cards where printed.card > reported {
                reported = printed.card
                outcome.diagnostics += printed.faces.diagnostics
                hasErrors = hasErrors || printed.faces.diagnostics.contains(where: \.isError)
            }
            // After an error the rest is still laid out, so that every problem is told in one run.
            if !hasErrors {
                for page in setup.pages(of: sheet) { try writer?.add(page) }
                if let record = sheet.record {
                    try writer?.keep(record.text)
                    recorded = ReferenceFont.merged(recorded + record.fonts)
                }
                try report?.add(sheet)
            }
            progress(Progress(sheetsDone: sheet.sheet + 1, sheets: outcome.sheets))
        }
        // Only now is it known which fonts were opened.
        outcome.diagnostics += setup.fonts.diagnostics + setup.hyphenator.diagnostics
        hasErrors = outcome.hasErrors
        if !hasErrors, let output, let writer {
            try writer.finish(piece: SheetRecord.head(setup, fonts: recorded))
            try output.commit()
            outcome.output = OutputFile.path(job.destination, deckID: setup.deck.id)
        }
        try report?.finish(outcome)
    }
}
