internal import CardLayout
internal import DeckModel
internal import Diagnostics
internal import FileAccess
internal import Geometry
internal import Imposition
internal import JSONSource

/// Writes the report of a run as it goes: `docs/report.schema.json`, version 1. Cards stream; nothing is kept but the card at hand.
struct ReportWriter: ~Copyable {
    /// A card whose copies may not all have been seen.
    private struct Open {
        var card: Int
        var faces: CardFaces
        var placements: [(copy: Int, side: Side, page: Int, placement: Placement)] = []
    }

    private let setup: RunSetup
    private let job: Job
    private let path: String
    private var file: ReplacedFile
    private var json = JSONWriter()
    private var open: Open?
    private var missingWords = 0

    /// Nil where the job wants no report. Throws ``FileAccess/FileError``.
    init?(path: String?, setup: RunSetup, job: Job) throws(FileError) {
        guard let path else { return nil }
        self.setup = setup
        self.job = job
        self.path = path
        file = try ReplacedFile(path: path)
        Self.writeHead(&json, setup, job, pages: setup.pageCount)
    }

    private static func writeHead(_ json: inout JSONWriter, _ setup: RunSetup, _ job: Job, pages: Int) {
        let (deck, plan) = (setup.deck, setup.plan)
        writeHead(
            &json, job, deckID: deck.id, title: deck.title(for: deck.languages.first ?? "und"), file: deck.file,
            languages: deck.languages)
        json.object("sheet") {
            $0.string("paper", job.paper)
            $0.number("width_mm", plan.sheetSize.width.millimetres)
            $0.number("height_mm", plan.sheetSize.height.millimetres)
            $0.string("orientation", plan.sheetSize.width > plan.sheetSize.height ? "landscape" : "portrait")
            $0.integer("columns", plan.columns)
            $0.integer("rows", plan.rows)
            $0.string("duplex", job.flip.rawValue)
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

    private static func writeTail(_ json: inout JSONWriter, missingWords: Int, _ problems: [Diagnostic]) {
        json.close("]")
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

    /// Adds the cards of the next sheet.
    mutating func add(_ sheet: SheetFaces) throws(FileError) {
        let pages = setup.pagePlans(ofSheet: sheet.sheet)
        for (index, printed) in sheet.cards.enumerated() {
            if open?.card != printed.card {
                closeCard()
                open = Open(card: printed.card, faces: printed.faces)
            }
            for (page, number) in pages {
                guard let placement = page.placements.first(where: { $0.face == sheet.first + index }) else { continue }
                open?.placements.append((printed.copy + 1, page.side, number + 1, placement))
            }
        }
        try file.write(Array(json.take().utf8))
    }

    private mutating func closeCard() {
        guard let done = open else { return }
        open = nil
        let card = setup.deck.cards[done.card]
        missingWords += setup.deck.languages.count - card.words.count
        let hasBack = done.placements.contains { $0.side == .back }
        json.object { object in
            object.string("id", card.id)
            object.integer("copies", card.copies)
            object.object("faces") {
                Self.write(done.faces.front, "front", &$0)
                if hasBack { Self.write(done.faces.back, "back", &$0) }
            }
            object.array("placements") { list in
                for place in done.placements { Self.write(place, &list) }
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
        _ place: (copy: Int, side: Side, page: Int, placement: Placement), _ json: inout JSONWriter
    ) {
        json.object {
            $0.integer("copy", place.copy)
            $0.string("side", place.side == .front ? "front" : "back")
            $0.integer("page", place.page)
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

    /// Ends the report and puts it in its place. After an error it holds the problems and no cards. Throws ``FileAccess/FileError``.
    consuming func finish(_ outcome: Outcome) throws(FileError) {
        if outcome.hasErrors {
            file = try ReplacedFile(path: path)
            json = JSONWriter()
            missingWords = 0
            Self.writeHead(&json, setup, job, pages: 0)
        } else {
            closeCard()
        }
        Self.writeTail(&json, missingWords: missingWords, outcome.diagnostics)
        try file.write(Array((json.take() + "\n").utf8))
        try file.commit()
    }
}
