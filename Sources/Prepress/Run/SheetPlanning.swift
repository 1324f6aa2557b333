internal import Diagnostics
internal import Imposition

/// From what a job says about sheets to their plan.
enum SheetPlanning {
    /// The job with what its stock decides about fronts and backs: labels have fronts alone, tent cards have both side by side. Throws `DiagnosticError`.
    static func resolved(_ job: Job) throws -> Job {
        guard let name = job.stock else { return job }
        let papers = try SheetCatalogs.papers(job.resources)
        let stock = try SheetCatalogs.stock(name, job.resources, papers: papers)
        guard stock.isOneSided || stock.isFolded else { return job }
        var job = job
        if stock.isOneSided { job.flip = .none }
        if stock.isFolded { job.fold = Fold() }
        (job.passes, job.separatesBacks) = (.together, false)
        return job
    }

    /// Throws `DiagnosticError` with what would fit.
    static func plan(_ job: Job, formats: [CardFormat], counts: [Int]) throws -> SheetPlan {
        let catalog = try SheetCatalogs.papers(job.resources)
        let stock = try job.stock.map { try SheetCatalogs.stock($0, job.resources, papers: catalog) }
        let usual: MarkStyle = job.registration == nil && stock?.isUncut != false ? .crop : .none
        let request = SheetRequest(
            paper: try stock.map { Paper(name: $0.paper, size: $0.sheet) } ?? Paper.named(job.paper, catalog: catalog),
            orientation: job.orientation, margins: job.margins,
            formats: formats, gap: job.gap, flip: job.flip, fold: job.fold, passes: job.passes, order: job.order,
            skipped: job.skipped, used: job.used, marks: job.marks ?? usual, hasMarksOnBacks: job.hasMarksOnBacks,
            hasRuler: job.hasRuler, stock: stock, registration: job.registration)
        do throws(SheetError) {
            return try SheetPlan(request, counts: counts)
        } catch {
            let stocks = (try? SheetCatalogs.stocks(job.resources, papers: catalog)) ?? StockCatalog([])
            throw DiagnosticError(
                error.diagnostic(catalog: catalog, stocks: stocks, templates: SheetCatalogs.cards(job.resources)))
        }
    }
}
