public import Artwork
public import DeckModel
public import Diagnostics
internal import DisplayList
internal import Geometry
internal import ICU
public import Typesetting

/// Turns a card into its two faces by a template. A value without state: workers share it.
public struct CardLayouter: Sendable {
    public struct Options: Hashable, Sendable {
        /// Leaves out grounds and patterns.
        public var savesInk: Bool

        public init(savesInk: Bool = false) {
            self.savesInk = savesInk
        }
    }

    let template: Template
    let typesetter: Typesetter
    let studio: ArtworkStudio
    let options: Options
    let deckTitle: String
    let deckFile: String
    let headwordLanguage: String
    /// What the deck's languages call themselves: ICU reads files for each name.
    let languageNames: [String: String]
    private(set) var sizes = DeckSizes()
    /// The back of all cards, where the template has one.
    private var sharedBack: CardFace?
    /// What is wrong with what all cards share.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Measures the deck's words where the template wants one size for all cards.
    public init(
        deck: Deck, template: Template, typesetter: Typesetter, studio: ArtworkStudio, options: Options = Options()
    ) {
        self.template = template
        self.typesetter = typesetter
        self.studio = studio
        self.options = options
        deckFile = deck.file
        headwordLanguage = deck.languages.first ?? "und"
        deckTitle = deck.title(for: headwordLanguage)
        languageNames = Dictionary(
            deck.languages.map { ($0, languageOwnName($0)) }, uniquingKeysWith: { first, _ in first })
        sizes = DeckSizes(self, deck: deck)
        composeSharedBack()
    }

    private mutating func composeSharedBack() {
        guard template.backs == .shared, let arrangement = template.back.first else { return }
        let content = CardContent(card: Card(id: "", words: []), number: 0, headwordLanguage: headwordLanguage)
        var composer = FaceComposer(self, content, arrangement: arrangement, isBack: true, isShared: true)
        composer.compose()
        sharedBack = composer.face
        diagnostics = composer.diagnostics.map {
            Diagnostic($0.severity, at: Place(file: deckFile), field: $0.field, $0.message, hint: $0.hint)
        }
    }

    /// Both faces of a card; `number` is its place in the deck, from 1. Problems are in the result; nothing is thrown.
    public func faces(of card: Card, number: Int) -> CardFaces {
        let content = CardContent(card: card, number: number, headwordLanguage: headwordLanguage)
        let front = compose(template.front, content)
        // The front's sticker tells the back where the thing is in its photo and which colour it has.
        let back = template.backs == .own ? compose(template.back, content, after: front) : nil
        func diagnostics(_ faces: [FaceComposer]) -> [Diagnostic] {
            var seen: Set<Diagnostic> = []
            return faces.flatMap(\.diagnostics).filter { seen.insert($0).inserted }
                + SoftPictures.warnings(faces.flatMap(\.pictures), of: card)
        }
        return CardFaces(
            front: front.face, back: back?.face ?? sharedBack,
            diagnostics: diagnostics([front] + (back.map { [$0] } ?? [])), frontDiagnostics: diagnostics([front]))
    }

    /// The first arrangement made for the card that holds all its words; where none does, the first made for it, with its complaints.
    private func compose(
        _ arrangements: [Arrangement], _ content: CardContent, after other: FaceComposer? = nil
    ) -> FaceComposer {
        var first: FaceComposer?
        for arrangement in arrangements where content.meets(arrangement.condition) {
            var composer = FaceComposer(self, content, arrangement: arrangement, isBack: other != nil)
            if let other { composer.follow(other) }
            composer.compose()
            if !composer.isOverfull { return composer }
            if first == nil { first = composer }
        }
        if let first { return first }
        var empty = FaceComposer(
            self, content, arrangement: Arrangement(name: "none", condition: .init(), elements: []))
        empty.report(
            .error, field: nil, "template '\(template.name)' has no arrangement for this card",
            hint: "add one without \"when\" as the last of the side")
        return empty
    }
}
