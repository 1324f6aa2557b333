public import Geometry

/// What sheets of cards should be.
public struct SheetRequest: Hashable, Sendable {
    public var paper: Paper
    public var orientation: Orientation
    /// The edge on which the printer leaves no ink, of the sheet as it is read (after orientation).
    public var margins: Insets
    /// The places that the sheets have already; nil for plain paper. Paper, orientation, margins and gap are then those of the stock.
    public var stock: Stock?
    /// The cards' sizes: one, or several that share sheets.
    public var formats: [CardFormat]
    /// The distance between neighbours' trims; at zero neighbours share one cut.
    public var gap: Length
    public var flip: DuplexFlip
    /// Puts backs beside their fronts; nil prints them on the paper's other side.
    public var fold: Fold?
    public var passes: PrintPasses
    public var order: CardOrder
    /// Places that stay empty on every sheet, counted from 1 in reading order.
    public var skipped: Set<Int>
    /// Places that stay empty on the first sheet: they are used up.
    public var used: Set<Int>
    public var marks: MarkStyle
    /// Marks for a cutting machine, on fronts; nil for none.
    public var registration: RegistrationMarks?
    /// Whether backs carry marks too.
    public var hasMarksOnBacks: Bool
    public var hasSlug: Bool
    public var hasRuler: Bool
    /// Whether cards may lie on their side where that holds more. All of them only where the orientation is given: the automatic one turns the sheet
    /// instead.
    public var canTurnCards: Bool

    public init(
        paper: Paper, orientation: Orientation = .automatic, margins: Insets = Insets(all: .mm(5)),
        formats: [CardFormat], gap: Length = .zero, flip: DuplexFlip = .long, fold: Fold? = nil,
        passes: PrintPasses = .together, order: CardOrder = .sheets, skipped: Set<Int> = [], used: Set<Int> = [],
        marks: MarkStyle = .crop, hasMarksOnBacks: Bool = true, hasSlug: Bool = true, hasRuler: Bool = true,
        canTurnCards: Bool = true, stock: Stock? = nil, registration: RegistrationMarks? = nil
    ) {
        self.paper = paper
        self.orientation = orientation
        self.margins = margins
        self.formats = formats
        self.gap = gap
        self.flip = flip
        self.fold = fold
        self.passes = passes
        self.order = order
        self.skipped = skipped
        self.used = used
        self.marks = marks
        self.hasMarksOnBacks = hasMarksOnBacks
        self.hasSlug = hasSlug
        self.hasRuler = hasRuler
        self.canTurnCards = canTurnCards
        self.stock = stock
        self.registration = registration
    }

    /// Cards of one size.
    public init(
        paper: Paper, orientation: Orientation = .automatic, margins: Insets = Insets(all: .mm(5)), card: Size,
        bleed: Length = .mm(3), gap: Length = .zero, flip: DuplexFlip = .long
    ) {
        self.init(
            paper: paper, orientation: orientation, margins: margins,
            formats: [CardFormat(size: card, bleed: bleed)], gap: gap, flip: flip)
    }

    /// The largest bleed of its cards.
    var bleed: Length { formats.map(\.bleed).max() ?? .zero }
}
