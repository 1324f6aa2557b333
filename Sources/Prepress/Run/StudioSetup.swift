internal import Artwork
internal import CardLayout
internal import DeckModel
internal import Diagnostics
internal import FileAccess
internal import Fonts
internal import Hyphenation
internal import Typesetting

/// What it takes to lay out a deck's cards, on sheets or one by one.
struct StudioSetup: Sendable {
    let deck: Deck
    let template: Template
    let fonts: FontBook
    let hyphenator: Hyphenator
    let typesetter: Typesetter
    let studio: ArtworkStudio
    let layouter: CardLayouter

    /// Reads deck, template and fonts; adds what it found to the outcome. Throws `DiagnosticError` with the problems of all three where there are errors.
    ///
    /// `other` is a deck of the same job, whose fonts and pictures this one shares.
    init(_ job: Job, sharing other: StudioSetup? = nil, _ outcome: inout Outcome) throws {
        let (deck, found) = DeckReader.read(path: job.deck)
        outcome.deck = deck?.id
        outcome.diagnostics += found
        let library = TemplateLibrary(folders: job.resources.templateFolders)
        let template = Self.collect(&outcome) { try library.template(job.template) }
        let fonts = other?.fonts ?? Self.collect(&outcome) { try job.resources.fontBook() }
        let hyphenator =
            other?.hyphenator
            ?? Self.collect(&outcome) {
                guard let choice = Resources.file("hyphenation.json", in: job.resources.hyphenationFolders) else {
                    throw DiagnosticError(
                        Diagnostic(
                            .missingInput, "there is no Hyphenation folder with a hyphenation.json",
                            hint: "run capprint from its own folder or an installed place, or set CAPPRINT_HOME"))
                }
                return try Hyphenator(choiceFile: choice, folders: job.resources.hyphenationFolders)
            }
        guard let deck, let template, let fonts, let hyphenator else { throw DiagnosticError([]) }
        self.deck = deck
        self.template = template
        self.fonts = fonts
        self.hyphenator = hyphenator
        typesetter = other?.typesetter ?? Typesetter(fonts: fonts, hyphenator: hyphenator)
        studio =
            try other?.studio
            ?? ArtworkStudio(
                options: ArtworkOptions(dpi: job.dpi, isLossless: job.isLossless, cacheFolder: job.cacheFolder))
        if other == nil, let failure = studio.cacheFailure {
            outcome.diagnostics.append(
                Diagnostic(
                    .warning, "prepared pictures are not kept for the next run: \(failure)",
                    hint: "name a folder that can be written to with --cache, or say --no-cache"))
        }
        layouter = CardLayouter(
            deck: deck, template: template, typesetter: typesetter, studio: studio,
            options: .init(savesInk: job.savesInk))
        outcome.diagnostics += layouter.diagnostics
    }

    /// The value, or nil with its problems noted.
    private static func collect<Value>(_ outcome: inout Outcome, _ make: () throws -> Value) -> Value? {
        do {
            return try make()
        } catch let error as DiagnosticError {
            outcome.diagnostics += error.diagnostics
        } catch {
            outcome.diagnostics.append(Diagnostic(.error, "\(error)"))
        }
        return nil
    }
}
