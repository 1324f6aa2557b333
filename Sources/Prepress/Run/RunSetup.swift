internal import Artwork
internal import Calibration
internal import CardLayout
internal import DeckModel
internal import Diagnostics
internal import DisplayList
internal import Fonts
internal import Geometry
internal import Hyphenation
internal import ICU
internal import Imposition
internal import PDF
internal import Typesetting

/// What a run has in hand once everything is read and planned; immutable, shared by the workers.
struct RunSetup: Sendable {
    /// The job's decks, its own first.
    let stages: [StudioSetup]
    /// The cards of each deck that are printed.
    let selected: [Set<Int>]
    let queue: PrintQueue
    let plan: SheetPlan
    let dressing: SheetDressing
    /// What the pages go through for the job's printer.
    let correction: SheetCorrection
    let savesInk: Bool
    /// How the cards of each deck are finished at their edges.
    let edges: [CardEdge]
    /// How cards looked when they were last printed, and look now; nil where it is not asked.
    let changes: LookChanges?

    var deck: Deck { stages[0].deck }
    var template: Template { stages[0].template }
    var studio: ArtworkStudio { stages[0].studio }

    /// Reads and plans; adds what it found to the outcome. Throws `DiagnosticError` where the run cannot go on.
    init(_ job: Job, _ outcome: inout Outcome) async throws {
        let first = try StudioSetup(job, &outcome)
        var stages = [first]
        for companion in job.companions {
            var other = job
            other.deck = companion.deck
            other.template = companion.template ?? job.template
            stages.append(try StudioSetup(other, sharing: first, &outcome))
        }
        self.stages = stages
        savesInk = job.savesInk
        if job.edgeBleed != nil, stages.allSatisfy({ (job.bleed ?? $0.template.bleed) == .zero }) {
            throw DiagnosticError(
                Diagnostic(
                    .wrongUse, "there is no bleed to make: the template has none",
                    hint: "say how far colour shall run with --bleed 3"))
        }
        if job.hasCornerGuides, stages.allSatisfy({ $0.template.cornerRadius == .zero }) {
            outcome.diagnostics.append(
                Diagnostic(.warning, "the template's corners are square: there is nothing to guide the scissors round"))
        }
        edges = stages.map { CardEdge($0.template, job) }
        outcome.deck = first.deck.id

        let problems = CardSelector.problems(job.selection, stages.map(\.deck))
        if !problems.isEmpty { throw DiagnosticError(problems) }
        changes = try job.selection.record.map { try LookChanges(record: $0) }
        var selected = stages.map { stage in
            CardSelector.selected(job.selection, stage.deck).filter { stage.deck.cards[$0].copies > 0 }
        }
        if selected.allSatisfy(\.isEmpty) {
            throw DiagnosticError(CardSelector.nothing(job.selection, stages.map(\.deck)))
        }
        if let changes {
            for (index, stage) in stages.enumerated() {
                selected[index] = try await changes.changed(
                    among: selected[index], stage, printsBacks: job.printsBacks, workers: job.workers)
            }
        }
        self.selected = selected

        var formats: [CardFormat] = []
        let decks = zip(stages, selected).map { stage, selected -> (copies: [Int], format: Int) in
            var format = CardFormat(stage.template)
            if let bleed = job.bleed { format.bleed = bleed }
            let number = formats.firstIndex(of: format) ?? formats.count
            if number == formats.count { formats.append(format) }
            let copies = stage.deck.cards.indices.map { selected.contains($0) ? stage.deck.cards[$0].copies : 0 }
            return (copies, number)
        }
        queue = PrintQueue(decks, sets: job.sets)
        var planned = job
        if stages.allSatisfy({ $0.template.backs == .none }) {
            guard !job.separatesBacks else {
                throw DiagnosticError(
                    Diagnostic(
                        .wrongUse, "there are no backs for a file of their own: the template leaves them empty",
                        hint: "leave out --two-files"))
            }
            planned.leaveBacksOut()
        }
        plan = try SheetPlanning.plan(planned, formats: formats, counts: queue.counts)
        let language = first.deck.languages.first ?? "und"
        dressing = SheetDressing(
            typesetter: first.typesetter,
            deckTitle: Self.title(stages.map(\.deck), language: language), language: language,
            template: Self.unique(stages.map(\.template.name)).joined(separator: " + "),
            date: job.date.map {
                formatDate(year: $0.year, month: $0.month, day: $0.day, language: language)
            }, printer: job.printer?.name, sheet: Self.sheet(plan))
        let fitting = job.printer.map { [plan] in PrinterFitting($0, plan) }
        correction = fitting?.correction ?? .none
        outcome.diagnostics += fitting?.problems(plan) ?? []
        outcome.diagnostics += dressing.problems(deckFile: first.deck.file)
        outcome.cards = queue.count
        outcome.sheets = plan.sheetCount
        outcome.pages = plan.pageCount
        let omissions = plan.sheets.flatMap { $0.front.omissions + ($0.back?.omissions ?? []) }
        outcome.diagnostics += Self.unique(omissions).map { Diagnostic(.warning, $0.description) }
    }

    /// What has to be known of a sheet that is no plain paper: the stock's name, or the measures of the marks, as programs of cutting machines ask for them.
    private static func sheet(_ plan: SheetPlan) -> String? {
        if let stock = plan.request.stock { return stock.name }
        guard let marks = plan.request.registration, let length = plan.registrationLength else { return nil }
        let number = Measure.millimetres
        return
            "\(marks.rawValue) registration marks: length \(number(length)), thickness \(number(RegistrationMarks.thickness)), inset \(number(RegistrationMarks.inset)) mm"
    }

    /// The decks' titles; of many the first, and how many more.
    private static func title(_ decks: [Deck], language: String) -> String {
        let titles = decks.prefix(decks.count > 3 ? 2 : 3).map { $0.title(for: language) }.joined(separator: " + ")
        return decks.count > 3 ? "\(titles) + \(decks.count - 2)" : titles
    }

    private static func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }

    /// The file's settings; with files of their own for fronts and backs, those of either.
    func settings(_ job: Job) -> PDFSettings {
        var settings = PDFSettings(
            title: dressing.deckTitle, language: dressing.language, producer: "capprint \(Version.current)")
        settings.hasLinks = job.hasLinks
        settings.date = job.date
        settings.duplex =
            switch (plan.hasBackPages, job.passes, job.flip) {
            case (true, .together, .long): .long
            case (true, .together, .short): .short
            default: .simplex
            }
        return settings
    }

    /// The pages of a sheet, front first, each with its place in its file from 0.
    func pages(of sheet: SheetFaces, separatesBacks: Bool) -> [(page: PDFPage, side: Side, index: Int)] {
        let printed = sheet.byNumber
        let marks = plan.registrationMarks.map { Item.path(PaintedPath($0, fill: .black)) }
        return plan.pages(ofSheet: sheet.sheet).map { page in
            var guides: [Item] = []
            let placements = page.placements.compactMap { placement -> PDFPage.Placement? in
                guard let card = printed[placement.face],
                    let face = placement.side == .front ? card.faces.front : card.faces.back
                else { return nil }
                let edge = edges[card.card.deck]
                if page.side == .front || plan.request.hasMarksOnBacks { guides += edge.guides(placement.trim) }
                return PDFPage.Placement(
                    frameItems: face.frame.items + edge.bleed(face.frame.items), transform: placement.transform,
                    clip: placement.clip)
            }
            let place = Self.place(of: page, plan, separatesBacks: separatesBacks)
            let whole = Rect(origin: .zero, size: plan.sheetSize)
            let items = plan.sheet(page.sheetIndex).map {
                dressing.items($0.waste(page.side), page: place.index + 1, of: place.count)
                    + (page.side == .front ? marks : [])
            }
            return (
                PDFPage(
                    mediaBox: plan.sheetSize, trimBox: whole, bleedBox: whole, transform: correction.map(page.side),
                    items: (items ?? []) + guides, placements: placements), page.side, place.index
            )
        }
    }

    /// A page's place in its file, from 0, and how many pages that has.
    static func place(of page: PagePlan, _ plan: SheetPlan, separatesBacks: Bool) -> (index: Int, count: Int) {
        guard separatesBacks else { return (page.index, plan.pageCount) }
        return (page.side == .front ? page.index : page.index - plan.sheetCount, plan.sheetCount)
    }

    /// Lays out the cards of one sheet.
    func layOut(sheet: Int) -> SheetFaces {
        var cards: [SheetFaces.Printed] = []
        var laidOut: [PrintQueue.Printed: CardFaces] = [:]
        for number in plan.faces(onSheet: sheet) {
            let printed = queue.card(at: number)
            var card = printed
            card.copy = 0
            let stage = stages[printed.deck]
            let faces =
                laidOut[card] ?? stage.layouter.faces(of: stage.deck.cards[printed.card], number: printed.card + 1)
            laidOut[card] = faces
            cards.append(.init(number: number, card: printed, faces: faces))
        }
        return SheetFaces(sheet: sheet, cards: cards)
    }

    /// Lays out all sheets on worker tasks, a window ahead of `body`, which gets them in order. With glyph shapes each sheet's record is made too. Throws what the record or `body` gives cause for.
    func layOut(workers: Int, recording shapes: FontShapes?, _ body: (SheetFaces) throws -> Void) async throws {
        try await OrderedTasks.run(
            count: plan.sheetCount, workers: workers,
            { number in
                var sheet = layOut(sheet: number)
                if let shapes { sheet.record = try SheetRecord(of: sheet, self, shapes) }
                return sheet
            }, body)
    }
}
