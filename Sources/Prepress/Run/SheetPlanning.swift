internal import CardLayout
internal import Diagnostics
internal import FileAccess
internal import Imposition

/// From what a job says about sheets to their plan.
enum SheetPlanning {
    /// Throws `DiagnosticError` with what would fit.
    static func plan(_ job: Job, formats: [CardFormat], counts: [Int]) throws -> SheetPlan {
        let catalog = try paperCatalog(job.resources)
        let request = SheetRequest(
            paper: try Paper.named(job.paper, catalog: catalog), orientation: job.orientation, margins: job.margins,
            formats: formats, gap: job.gap, flip: job.flip, fold: job.fold, passes: job.passes, order: job.order,
            skipped: job.skipped, used: job.used, marks: job.marks, hasMarksOnBacks: job.hasMarksOnBacks,
            hasRuler: job.hasRuler)
        do throws(SheetError) {
            return try SheetPlan(request, counts: counts)
        } catch {
            let library = TemplateLibrary(folders: job.resources.templateFolders)
            let templates = library.names.compactMap { name in
                (try? library.template(name)).map { (name: name, card: $0.size) }
            }
            throw DiagnosticError(error.diagnostic(catalog: catalog, templates: templates))
        }
    }

    private static func paperCatalog(_ resources: Resources) throws -> PaperCatalog {
        guard let file = Resources.file("papers.json", in: resources.templateFolders) else {
            throw DiagnosticError(
                Diagnostic(
                    .missingInput, "there is no Templates folder with a papers.json",
                    hint: "run capprint from its own folder or an installed place, or set CAPPRINT_HOME"))
        }
        return try PaperCatalog(file: file, bytes: try Files.read(file))
    }
}
