public import Geometry

/// What a sheet of cards should be.
public struct SheetRequest: Hashable, Sendable {
    public var paper: Paper
    public var orientation: Orientation
    /// The edge on which the printer leaves no ink, of the sheet as it is read (after orientation).
    public var margins: Insets
    /// A card's size after cutting (trim), held upright.
    public var card: Size
    /// How far a card's colour runs beyond its trim.
    public var bleed: Length
    /// The distance between neighbours' trims; at zero neighbours share one cut.
    public var gap: Length
    public var flip: DuplexFlip
    public var hasMarks: Bool
    public var hasSlug: Bool
    public var hasRuler: Bool
    /// Whether cards may lie on their side where that holds more. Only asked where the orientation is given: the automatic one turns the sheet instead.
    public var canTurnCards: Bool

    public init(
        paper: Paper, orientation: Orientation = .automatic, margins: Insets = Insets(all: .mm(5)), card: Size,
        bleed: Length = .mm(3), gap: Length = .zero, flip: DuplexFlip = .long, hasMarks: Bool = true,
        hasSlug: Bool = true, hasRuler: Bool = true, canTurnCards: Bool = true
    ) {
        self.paper = paper
        self.orientation = orientation
        self.margins = margins
        self.card = card
        self.bleed = bleed
        self.gap = gap
        self.flip = flip
        self.hasMarks = hasMarks
        self.hasSlug = hasSlug
        self.hasRuler = hasRuler
        self.canTurnCards = canTurnCards
    }
}
