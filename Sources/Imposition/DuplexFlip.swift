public import Geometry

/// Which edge of the paper a printer, or a person, turns it over on to print the backs.
///
/// The names are those of printer dialogues and of the `Duplex` entry of PDF viewer preferences (ISO 32000-2, 12.2).
public enum DuplexFlip: String, Hashable, Sendable, CaseIterable {
    /// Turned about the long edge, as a book's page in portrait.
    case long
    /// Turned about the short edge, as a wall calendar's page in portrait.
    case short
    /// Not turned: only fronts are printed.
    case none

    /// From the coordinates of a sheet's back page to those of its front, as who holds the sheet to the light sees it; nil where it is not turned.
    public func seenThrough(_ sheet: Size) -> Transform? {
        switch axis(of: sheet) {
        case .vertical: Transform(a: -1, b: 0, c: 0, d: 1, tx: sheet.width, ty: .zero)
        case .horizontal: Transform(a: 1, b: 0, c: 0, d: -1, tx: .zero, ty: sheet.height)
        case nil: nil
        }
    }

    /// The axis that a sheet of this size is turned about, as seen by who reads its front; nil where it is not turned. A square sheet counts as portrait.
    func axis(of sheet: Size) -> TurnAxis? {
        let isPortrait = sheet.height >= sheet.width
        switch self {
        case .long: return isPortrait ? .vertical : .horizontal
        case .short: return isPortrait ? .horizontal : .vertical
        case .none: return nil
        }
    }
}

/// An axis in the plane of the paper that paper is turned about.
///
/// A printer that flips on an edge shows the back's page upright to who turns the paper over about that edge. So the point (x, y) of the front has behind it, in the back page's own coordinates, (width − x, y) for a vertical axis and (x, height − y) for a horizontal one.
///
/// Which way up is a card's back? A card is turned over sideways, about its own upright axis, so the up of its back must be the same direction in space as the up of its front. Written in the back page's coordinates, a direction (x, y) of the front becomes (−x, y) for a vertical axis and (x, −y) for a horizontal one. Up, (0, −1), stays up for a vertical axis and becomes down for a horizontal one: there the backs of upright cards are turned by half a turn. For cards that lie on their side, up points right, (1, 0): it becomes left for a vertical axis, so those backs are turned by three quarters instead of one, and stays right for a horizontal one. In quarter turns clockwise, t becomes −t and 2 − t.
enum TurnAxis {
    case vertical
    case horizontal

    /// Where a part of the front lies on the back page, in that page's own coordinates.
    func mirrored(_ rect: Rect, on sheet: Size) -> Rect {
        switch self {
        case .vertical: Rect(origin: Point(x: sheet.width - rect.maxX, y: rect.minY), size: rect.size)
        case .horizontal: Rect(origin: Point(x: rect.minX, y: sheet.height - rect.maxY), size: rect.size)
        }
    }

    /// The clockwise quarter turns of a card's back whose front has `turns`.
    func backTurns(_ turns: Int) -> Int {
        switch self {
        case .vertical: (4 - turns % 4) % 4
        case .horizontal: (6 - turns % 4) % 4
        }
    }
}
