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
            let run = PrintRun(try SheetPlanning.resolved(job))
            let setup = try await RunSetup(run.job, &outcome)
            defer { setup.studio.finish() }
            try await run.print(setup, &outcome, progress)
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
        try Overwriting.refuse(job, setup.stages.map(\.deck))
        let scratch = try Files.makeTemporaryFolder()
        defer { Files.removeFolder(scratch) }
        // With --changed there may be nothing to print, and a file without pages is none.
        let destination = setup.queue.count == 0 ? .nowhere : job.destination
        var files = try PrintFiles(job, destination, setup, scratch: scratch)
        var cuts = CutFiles(job, setup)
        var report = try ReportWriter(path: job.reportPath, setup: setup, job: job)

        var hasErrors = outcome.hasErrors
        // The cards whose problems are told, by deck.
        var found: [PrintQueue.Printed: [Diagnostic]] = [:]
        let shapes = files.isEmpty && job.reportPath == nil ? nil : FontShapes()
        var recorded: [ReferenceFont] = []
        try await setup.layOut(workers: job.workers, recording: shapes) { sheet in
            for printed in sheet.cards where printed.card.copy == 0 {
                let diagnostics =
                    setup.plan.printsBacks ? printed.faces.diagnostics : printed.faces.frontDiagnostics
                if !diagnostics.isEmpty { found[printed.card] = diagnostics }
                hasErrors = hasErrors || diagnostics.contains(where: \.isError)
            }
            // After an error the rest is still laid out, so that every problem is told in one run.
            if !hasErrors {
                for page in setup.pages(of: sheet, separatesBacks: job.separatesBacks) {
                    try files.add(page.page, page.side, at: page.index)
                }
                if let record = sheet.record {
                    try files.keep(record.text)
                    recorded = ReferenceFont.merged(recorded + record.fonts)
                }
                try report?.add(sheet)
                try cuts?.add(sheet, setup)
            }
            progress(Progress(sheetsDone: sheet.sheet + 1, sheets: outcome.sheets))
        }
        // In the decks' order, whatever the order of the sheets.
        outcome.diagnostics += found.sorted { ($0.key.deck, $0.key.card) < ($1.key.deck, $1.key.card) }.flatMap(\.value)
        // Only now is it known which fonts were opened.
        outcome.diagnostics += setup.stages[0].fonts.diagnostics + setup.stages[0].hyphenator.diagnostics
        outcome.diagnostics += cuts?.diagnostics(setup) ?? []
        hasErrors = outcome.hasErrors
        if !hasErrors {
            // Lines that fit another print are worse than none: all is ready before anything is replaced.
            let lines = try cuts?.written(setup) ?? []
            outcome.outputs = try files.finish(piece: SheetRecord.head(setup, fonts: recorded))
            for file in lines {
                try file.commit()
                outcome.outputs.append(file.path)
            }
        }
        try report?.finish(outcome)
    }
}
