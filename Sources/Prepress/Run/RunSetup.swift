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
internal import Typesetting

/// What a run has in hand once everything is read and planned; immutable, shared by the workers.
struct RunSetup: Sendable {
    let deck: Deck
    let fonts: FontBook
    let hyphenator: Hyphenator
    let template: Template
    let plan: SheetPlan
    let copies: CopyIndex
    let studio: ArtworkStudio
    let layouter: CardLayouter
    let dressing: SheetDressing
    let pageCount: Int
    let savesInk: Bool

    /// Reads and plans; adds what it found to the outcome. Throws `DiagnosticError` where the run cannot go on.
    init(_ job: Job, _ outcome: inout Outcome) throws {
        let stage = try StudioSetup(job, &outcome)
        (deck, fonts, template) = (stage.deck, stage.fonts, stage.template)
        hyphenator = stage.hyphenator
        (studio, layouter) = (stage.studio, stage.layouter)
        savesInk = job.savesInk
        copies = CopyIndex(deck.cards)
        plan = try Self.plan(job, template)
        pageCount = plan.pageCount(faces: copies.count)
        let language = deck.languages.first ?? "und"
        dressing = SheetDressing(
            plan: plan, typesetter: stage.typesetter, deckTitle: deck.title(for: language), language: language,
            template: template.name,
            date: job.date.map {
                formatDate(year: $0.year, month: $0.month, day: $0.day, language: language)
            }, hasMarks: job.hasMarks)
        outcome.diagnostics += dressing.problems(deckFile: deck.file)
        outcome.deck = deck.id
        outcome.cards = copies.count
        outcome.sheets = plan.sheetCount(faces: copies.count)
        outcome.pages = pageCount
        outcome.diagnostics += plan.omissions.map { Diagnostic(.warning, $0.description) }
        if copies.count == 0 {
            throw DiagnosticError(
                Diagnostic(
                    .error, at: Place(file: deck.file), "nothing to print: every card has 0 copies",
                    hint: "give at least one card \"copies\": 1"))
        }
    }

    private static func plan(_ job: Job, _ template: Template) throws -> SheetPlan {
        let catalog = try paperCatalog(job.resources)
        let request = SheetRequest(
            paper: try Paper.named(job.paper, catalog: catalog), orientation: job.orientation, margins: job.margins,
            card: template.size, bleed: template.bleed, gap: job.gap, flip: job.flip, hasMarks: job.hasMarks,
            hasSlug: true, hasRuler: job.hasMarks)
        do {
            return try SheetPlan(request)
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

    func settings(_ job: Job) -> PDFSettings {
        let language = deck.languages.first ?? "und"
        var settings = PDFSettings(
            title: deck.title(for: language), language: language, producer: "capprint \(Version.current)")
        settings.hasLinks = job.hasLinks
        settings.date = job.date
        settings.duplex =
            switch job.flip {
            case .long: .long
            case .short: .short
            case .none: .simplex
            }
        return settings
    }

    /// The pages of a sheet, front first.
    func pages(of sheet: SheetFaces) -> [PDFPage] {
        pagePlans(ofSheet: sheet.sheet).map { page, number in
            let placements = page.placements.map { placement in
                let faces = sheet.cards[placement.face - sheet.first].faces
                let face = page.side == .front ? faces.front : faces.back
                return PDFPage.Placement(
                    frameItems: face.frame.items, transform: placement.transform, clip: placement.clip)
            }
            let whole = Rect(origin: .zero, size: plan.sheetSize)
            return PDFPage(
                mediaBox: plan.sheetSize, trimBox: whole, bleedBox: whole,
                items: dressing.items(side: page.side, page: number + 1, of: pageCount), placements: placements)
        }
    }

    /// What lies on the pages of a sheet, with their numbers from 0.
    func pagePlans(ofSheet sheet: Int) -> [(plan: PagePlan, number: Int)] {
        let sides = plan.hasBacks ? 2 : 1
        return (0..<sides).map { (plan.page(sheet * sides + $0, faces: copies.count), sheet * sides + $0) }
    }

    /// Lays out the cards of one sheet.
    func layOut(sheet: Int) -> SheetFaces {
        let first = sheet * plan.cardsPerSheet
        var cards: [SheetFaces.Printed] = []
        for printed in first..<min(first + plan.cardsPerSheet, copies.count) {
            let (card, copy) = copies.card(at: printed)
            if let last = cards.last, last.card == card {
                cards.append(.init(card: card, copy: copy, faces: last.faces))
            } else {
                cards.append(
                    .init(card: card, copy: copy, faces: layouter.faces(of: deck.cards[card], number: card + 1)))
            }
        }
        return SheetFaces(sheet: sheet, first: first, cards: cards)
    }

    /// Lays out all sheets on worker tasks, a window ahead of `body`, which gets them in order. With glyph shapes each sheet's record is made too. Throws what the record or `body` gives cause for.
    func layOut(workers: Int, recording shapes: FontShapes?, _ body: (SheetFaces) throws -> Void) async throws {
        try await OrderedTasks.run(
            count: plan.sheetCount(faces: copies.count), workers: workers,
            { number in
                var sheet = layOut(sheet: number)
                if let shapes { sheet.record = try SheetRecord(of: sheet, self, shapes) }
                return sheet
            }, body)
    }
}
