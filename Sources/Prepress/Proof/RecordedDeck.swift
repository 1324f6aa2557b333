internal import CardLayout
internal import DeckModel
internal import Diagnostics
internal import DisplayList
internal import FileAccess
internal import Fonts
internal import Geometry
internal import Raster
internal import Snapshots

/// A deck laid out card by card, and how each card looks. Drawings are not kept: a card that is to be seen is laid out again.
struct RecordedDeck: Sendable {
    let reference: Reference
    let deck: Deck
    private let setup: StudioSetup
    /// Places in the deck, from 0, of the cards that are printed.
    private let places: [String: Int]

    private static let dpi = 300.0
    /// The most that one task lays out.
    private static let cardsPerTask = 64

    /// Lays out the cards that have copies. Adds what it found to the outcome; throws `DiagnosticError` where it cannot be laid out without errors.
    init(_ job: Job, _ outcome: inout Outcome) async throws {
        // How many pixels an inch a print has is not how its cards look, but moves the edges of stickers by less than one of them.
        var job = job
        job.dpi = Self.dpi
        let setup = try StudioSetup(job, &outcome)
        let deck = setup.deck
        let printed = deck.cards.indices.filter { deck.cards[$0].copies > 0 }
        let shapes = FontShapes()
        let count = max(1, min(Self.cardsPerTask, printed.count / (4 * max(1, job.workers))))
        var cards: [ReferenceCard] = []
        var fonts: [ReferenceFont] = []
        cards.reserveCapacity(printed.count)
        try await OrderedTasks.run(
            count: (printed.count + count - 1) / count, workers: job.workers,
            { task in
                try Part(printed[task * count..<min((task + 1) * count, printed.count)], setup, shapes)
            },
            { part in
                cards += part.cards
                fonts = ReferenceFont.merged(fonts + part.fonts)
                outcome.diagnostics += part.diagnostics
            })
        outcome.diagnostics += setup.fonts.diagnostics
        outcome.cards = cards.count
        // Everything that is wrong is in the outcome.
        guard !outcome.hasErrors else { throw DiagnosticError([]) }
        let template = setup.template
        reference = Reference(
            look: ReferenceLook(
                deck: deck.id, template: SnapshotFiles.template(job.template, besideDeck: deck.folder),
                savesInk: job.savesInk, trim: template.size, bleed: template.bleed,
                cornerRadius: template.cornerRadius, fonts: fonts),
            cards: cards)
        places = Dictionary(printed.map { (deck.cards[$0].id, $0) }) { first, _ in first }
        self.deck = deck
        self.setup = setup
    }

    /// The cards of one task.
    private struct Part: Sendable {
        var cards: [ReferenceCard] = []
        var fonts: [ReferenceFont] = []
        var diagnostics: [Diagnostic] = []

        init(_ indices: ArraySlice<Int>, _ setup: StudioSetup, _ shapes: FontShapes) throws {
            var recorder = ReferenceRecorder(shapes: shapes)
            for index in indices {
                let card = setup.deck.cards[index]
                let faces = setup.layouter.faces(of: card, number: index + 1)
                diagnostics += faces.diagnostics
                cards.append(
                    try recorder.card(
                        id: card.id,
                        faces: faces.sides.map { ($0.name, $0.face.arrangement, $0.face.frame) }))
            }
            fonts = recorder.fonts
        }
    }

    /// Where a card stands in the deck; nil where it is not printed.
    func place(of card: String) -> Place? { places[card].map { deck.cards[$0].place } }

    /// A side of a card, `front` or `back`; nil where there is none.
    func frame(card: String, side: String) -> Frame? {
        guard let index = places[card] else { return nil }
        let faces = setup.layouter.faces(of: deck.cards[index], number: index + 1)
        return faces.sides.first { $0.name == side }?.face.frame
    }

    /// A side of a card, trimmed, as a PNG file; nil where there is none. Throws as `FrameRenderer`.
    func png(card: String, side: String, dpi: Double) throws -> [UInt8]? {
        try frame(card: card, side: side).map {
            try FrameRenderer.png($0, dpi: dpi, area: .trim, pictures: StudioPixels(studio: setup.studio, dpi: dpi))
        }
    }

    /// A side of a card, trimmed, as pixels; nil where there is none. Throws as `FrameRenderer`.
    func pixels(card: String, side: String, dpi: Double) throws -> RasterImage? {
        try frame(card: card, side: side).map {
            try FrameRenderer.pixels($0, dpi: dpi, area: .trim, pictures: StudioPixels(studio: setup.studio, dpi: dpi))
        }
    }
}
