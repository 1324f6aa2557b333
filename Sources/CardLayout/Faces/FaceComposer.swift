internal import Artwork
internal import DeckModel
internal import Diagnostics
internal import DisplayList
internal import Geometry
internal import Typesetting

/// Lays out one face: walks the elements of an arrangement and collects what they paint and what is wrong with them.
///
/// Each kind of element has its own file beside this one.
struct FaceComposer {
    let layouter: CardLayouter
    let content: CardContent
    let arrangement: Arrangement
    /// The picture's colour, that grounds and patterns are mixed from.
    var mainColor: Color
    var items: [Item] = []
    var texts: [SetText] = []
    var codes: [PlacedCode] = []
    var pictures: [PlacedArt] = []
    var diagnostics: [Diagnostic] = []
    /// Where the thing is in the scene, as far as the sticker tells.
    var thing = PhotoFocus.center
    /// The card's first sticker: what comes after it shows the same picture, only smaller, so that it is stored once.
    var frontSticker: BoxedSticker?
    /// The sizes of the words of elements that have one size on all cards.
    var sizes: [DeckSizes.Field: Length] = [:]
    let isBack: Bool
    /// Whether it is the back of all cards.
    let isShared: Bool
    /// Whether a word did not fit at its smallest readable size.
    var isOverfull = false

    var template: Template { layouter.template }
    var palette: Palette { layouter.template.palette }

    init(
        _ layouter: CardLayouter, _ content: CardContent, arrangement: Arrangement, isBack: Bool = false,
        isShared: Bool = false
    ) {
        self.isBack = isBack
        self.isShared = isShared
        self.layouter = layouter
        self.content = content
        self.arrangement = arrangement
        let palette = layouter.template.palette
        mainColor = isShared ? palette.back : Self.color(of: content.card.kind, in: palette)
    }

    /// Takes over what the card's other face has found out about its pictures.
    mutating func follow(_ other: FaceComposer) {
        (mainColor, thing, frontSticker) = (other.mainColor, other.thing, other.frontSticker)
    }

    var face: CardFace {
        CardFace(
            frame: Frame(boxes: template.boxes, items: items), arrangement: arrangement.name, texts: texts,
            codes: codes, pictures: pictures)
    }

    mutating func compose() {
        // The ground takes its tint from the sticker, which is painted after it.
        let stickers = prepareStickers()
        for element in arrangement.elements {
            paint(as: .element(element.name)) { $0.compose(element, stickers) }
        }
    }

    private mutating func compose(_ element: Element, _ stickers: [String: PreparedSticker]) {
        switch element.kind {
        case .ground(let ground): compose(ground)
        case .pattern(let pattern): compose(pattern)
        case .panel: composePanel(in: element.box)
        case .sticker: if let sticker = stickers[element.name] { place(sticker, in: element.box) }
        case .print(let print): compose(print, in: element.box)
        case .headword(let headword): compose(headword, element)
        case .words(let words): compose(words, element)
        case .code(let code): compose(code, in: element.box)
        case .mark: composeMark(in: element.box)
        case .label(let label): compose(label, in: element.box)
        }
    }

    /// Puts what `draw` paints into a group that says what it is for; nothing painted is no group.
    mutating func paint(as role: Role, _ draw: (inout FaceComposer) -> Void) {
        var outer: [Item] = []
        swap(&items, &outer)
        draw(&self)
        swap(&items, &outer)
        if !outer.isEmpty { items.append(.group(Group(role: role, items: outer))) }
    }

    /// Composes what has one size on all cards, and nothing else.
    mutating func composeWords() {
        for element in arrangement.elements where element.hasOneSize {
            switch element.kind {
            case .headword(let headword): compose(headword, element)
            case .words(let words): compose(words, element)
            default: continue
            }
        }
    }

    /// The size to begin with; and, where it has one size on all cards, the size that was found.
    func largest(_ element: Element, _ range: SizeRange, isReading: Bool = false) -> Length {
        guard element.hasOneSize else { return range.largest }
        return layouter.sizes.largest(
            DeckSizes.Field(isBack: isBack, element: element.name, isReading: isReading), range)
    }

    mutating func noteSize(_ size: Length, _ element: Element, isReading: Bool = false) {
        guard element.hasOneSize else { return }
        sizes[DeckSizes.Field(isBack: isBack, element: element.name, isReading: isReading)] = size
    }

    /// Notes a problem of this card.
    mutating func report(
        _ severity: Diagnostic.Severity, field: String?, line: Int32? = nil, column: Int32? = nil, _ message: String,
        hint: String? = nil
    ) {
        let place = Place(
            file: layouter.deckFile, line: Int(line ?? content.card.line), column: Int(column ?? content.card.column))
        diagnostics.append(
            Diagnostic(severity, at: place, card: content.card.id, field: field, message, hint: hint))
    }

    /// The colour of a part of speech.
    static func color(of kind: PartOfSpeech?, in palette: Palette) -> Color {
        switch kind {
        case .noun: palette.noun
        case .verb: palette.verb
        case .adjective: palette.adjective
        default: palette.other
        }
    }
}
