internal import Calibration
internal import CardLayout
internal import DeckModel
internal import Diagnostics
internal import FileAccess
internal import Geometry
internal import Imposition
internal import JSONSource

/// Writes the report of a run as it goes: `docs/report.schema.json`, version 1. Cards stream; nothing is kept but the card at hand.
struct ReportWriter: ~Copyable {
    private let setup: RunSetup
    private let job: Job
    private let path: String
    private var file: ReplacedFile
    private var json = JSONWriter()
    private var missingWords = 0

    /// Nil where the job wants no report. Throws ``FileAccess/FileError``.
    init?(path: String?, setup: RunSetup, job: Job) throws(FileError) {
        guard let path else { return nil }
        self.setup = setup
        self.job = job
        self.path = path
        file = try ReplacedFile(path: path)
        Self.writeHead(&json, setup, job, pages: setup.plan.pageCount)
    }

    private static func writeHead(_ json: inout JSONWriter, _ setup: RunSetup, _ job: Job, pages: Int) {
        let (deck, plan) = (setup.deck, setup.plan)
        writeHead(
            &json, job, deckID: deck.id, title: deck.title(for: deck.languages.first ?? "und"), file: deck.file,
            languages: deck.languages)
        guard let layout = plan.sheet(0)?.layout else {
            json.null("sheet")
            json.integer("pages", 0)
            json.open("[", "cards")
            return
        }
        json.object("sheet") {
            $0.string("paper", plan.request.stock?.paper ?? job.paper)
            if let stock = plan.request.stock { $0.string("stock", stock.name) }
            $0.number("width_mm", plan.sheetSize.width.millimetres)
            $0.number("height_mm", plan.sheetSize.height.millimetres)
            $0.string("orientation", plan.sheetSize.width > plan.sheetSize.height ? "landscape" : "portrait")
            $0.integer("columns", layout.shelves.map(\.count).max() ?? 0)
            $0.integer("rows", layout.shelves.count)
            $0.string("duplex", plan.hasBackPages ? job.flip.rawValue : "none")
            if let printer = job.printer { $0.string("printer", printer.name) }
        }
        json.integer("pages", pages)
        json.open("[", "cards")
    }

    private static func writeHead(
        _ json: inout JSONWriter, _ job: Job, deckID: String?, title: String?, file: String, languages: [String]
    ) {
        json.open("{")
        json.integer("version", 1)
        json.string("program", "capprint \(Version.current)")
        json.object("deck") {
            $0.string("id", deckID)
            $0.string("title", title)
            $0.string("file", file)
            $0.array("languages") { list in languages.forEach { list.string(nil, $0) } }
        }
        json.string("template", job.template)
    }

    /// What the record knows of cards that are not printed now: they look as they did, or were not asked for. What is gone from its deck is forgotten.
    private var unchanged: [(print: LookChanges.Print, look: String)] {
        guard let changes = setup.changes else { return [] }
        var gone = Set<LookChanges.Print>()
        for (stage, selected) in zip(setup.stages, setup.selected) {
            let (deck, template) = (stage.deck, stage.template.name)
            for index in selected { gone.insert(.init(deck: deck.id, template: template, card: deck.cards[index].id)) }
            let ids = Set(deck.cards.map(\.id))
            for print in changes.printed.keys where print.deck == deck.id && !ids.contains(print.card) {
                gone.insert(print)
            }
        }
        return changes.printed.filter { !gone.contains($0.key) }.map { (print: $0.key, look: $0.value) }
            .sorted { a, b in
                (a.print.deck, a.print.template, a.print.card) < (b.print.deck, b.print.template, b.print.card)
            }
    }

    private static func writeTail(
        _ json: inout JSONWriter, missingWords: Int, _ problems: [Diagnostic],
        unchanged: [(print: LookChanges.Print, look: String)] = []
    ) {
        json.close("]")
        if !unchanged.isEmpty {
            json.array("unchanged") { list in
                for card in unchanged {
                    list.object {
                        $0.string("id", card.print.card)
                        $0.string("deck", card.print.deck)
                        $0.string("template", card.print.template)
                        $0.string("look", card.look)
                    }
                }
            }
        }
        json.integer("missing_words", missingWords)
        json.array("problems") { list in
            for problem in problems {
                list.object {
                    $0.string("severity", problem.isError ? "error" : "warning")
                    $0.string("file", problem.place?.file)
                    $0.integer("line", problem.place?.line)
                    $0.integer("column", problem.place?.column)
                    $0.string("card", problem.card)
                    $0.string("field", problem.field)
                    $0.string("message", problem.message)
                    $0.string("hint", problem.hint)
                }
            }
        }
        json.close("}")
    }

    /// The report of a run that found no sheet to plan: the problems alone. Throws ``FileAccess/FileError``.
    static func writeFailure(to path: String, job: Job, _ outcome: Outcome) throws(FileError) {
        var json = JSONWriter()
        writeHead(&json, job, deckID: outcome.deck, title: nil, file: job.deck, languages: [])
        json.null("sheet")
        json.integer("pages", 0)
        json.open("[", "cards")
        writeTail(&json, missingWords: 0, outcome.diagnostics)
        _ = try Files.replace(path, with: Array((json.take() + "\n").utf8))
    }

    /// Adds the cards whose first copy is on the next sheet.
    mutating func add(_ sheet: SheetFaces) throws(FileError) {
        for printed in sheet.cards where printed.card.copy == 0 {
            write(printed, look: sheet.record?.looks[printed.card])
        }
        try file.write(Array(json.take().utf8))
    }

    private mutating func write(_ printed: SheetFaces.Printed, look: String?) {
        let deck = setup.stages[printed.card.deck].deck
        let card = deck.cards[printed.card.card]
        missingWords += deck.languages.count - card.words.count
        let numbers = setup.queue.numbers(deck: printed.card.deck, card: printed.card.card)
        json.object { object in
            object.string("id", card.id)
            object.string("deck", deck.id)
            object.string("template", setup.stages[printed.card.deck].template.name)
            object.string("look", look)
            object.integer("copies", numbers.count)
            object.object("faces") {
                Self.write(printed.faces.front, "front", &$0)
                if setup.plan.printsBacks, let back = printed.faces.back { Self.write(back, "back", &$0) }
            }
            object.array("placements") { list in
                for (copy, number) in numbers.enumerated() {
                    for place in setup.plan.placements(of: number)
                    where place.placement.side == .front || printed.faces.back != nil {
                        let page = RunSetup.place(of: place.page, setup.plan, separatesBacks: job.separatesBacks)
                        Self.write((copy + 1, place.page, page.index + 1, place.placement), &list)
                    }
                }
            }
        }
    }

    private static func write(_ face: CardFace, _ name: String, _ json: inout JSONWriter) {
        json.object(name) { object in
            object.array("words") { list in
                for text in face.texts where ["text", "reading", "example"].contains(text.field) {
                    list.object {
                        $0.string("language", text.language)
                        $0.string("field", text.field)
                        $0.string("text", text.text)
                        $0.array("fonts") { fonts in text.fonts.forEach { fonts.string(nil, $0) } }
                        $0.number("size_pt", text.size.points)
                        $0.integer("lines", text.lines)
                        write(text.box, "box_mm", &$0)
                    }
                }
            }
            object.array("qr") { list in
                for code in face.codes {
                    list.object {
                        $0.string("content", code.content)
                        $0.integer("version", code.version)
                        $0.string("level", code.level)
                        $0.number("module_mm", code.module.millimetres)
                        write(code.box, "box_mm", &$0)
                    }
                }
            }
        }
    }

    private static func write(
        _ place: (copy: Int, sheet: PagePlan, page: Int, placement: Placement), _ json: inout JSONWriter
    ) {
        json.object {
            $0.integer("copy", place.copy)
            $0.string("side", place.placement.side.rawValue)
            $0.integer("page", place.page)
            $0.integer("sheet", place.sheet.sheetIndex + 1)
            $0.string("sheet_side", place.sheet.side.rawValue)
            $0.integer("row", place.placement.cell.row + 1)
            $0.integer("column", place.placement.cell.column + 1)
            $0.integer("turn_degrees", turn(place.placement.transform))
            write(place.placement.trim, "trim_mm", &$0)
            write(place.placement.clip, "bleed_mm", &$0)
        }
    }

    private static func turn(_ transform: Transform) -> Int {
        switch (transform.a.rounded(), transform.b.rounded()) {
        case (0, 1): 90
        case (-1, 0): 180
        case (0, -1): 270
        default: 0
        }
    }

    private static func write(_ rect: Rect, _ name: String, _ json: inout JSONWriter) {
        json.array(name) { list in
            for length in [rect.minX, rect.minY, rect.width, rect.height] { list.number(nil, length.millimetres) }
        }
    }

    /// Ends the report and puts it in its place. After an error it holds the problems and no cards; a record of earlier prints is then left as it was. Throws ``FileAccess/FileError``.
    consuming func finish(_ outcome: Outcome) throws(FileError) {
        if outcome.hasErrors {
            if job.report == nil { return }
            file = try ReplacedFile(path: path)
            json = JSONWriter()
            missingWords = 0
            Self.writeHead(&json, setup, job, pages: 0)
        }
        Self.writeTail(
            &json, missingWords: missingWords, outcome.diagnostics, unchanged: outcome.hasErrors ? [] : unchanged)
        try file.write(Array((json.take() + "\n").utf8))
        try file.commit()
    }
}
