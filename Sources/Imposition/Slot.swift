public import Geometry

/// Where one side of a card lies on a page.
public struct SlotFace: Hashable, Sendable {
    /// Where the card is cut.
    public var trim: Rect
    /// Clockwise quarter turns of the card, 0…3.
    public var turns: Int
    /// Where the face may paint: the trim, grown by the bleed as far as neither a neighbour nor an unprintable edge is in the way.
    public var clip: Rect

    public init(trim: Rect, turns: Int, clip: Rect) {
        self.trim = trim
        self.turns = turns
        self.clip = clip
    }

    /// As much of a clip as the printer can print; the trim always stays whole, also where rounding puts it a hair outside.
    func limited(to printable: Rect) -> SlotFace {
        let left = min(trim.minX, max(clip.minX, printable.minX))
        let top = min(trim.minY, max(clip.minY, printable.minY))
        let right = max(trim.maxX, min(clip.maxX, printable.maxX))
        let bottom = max(trim.maxY, min(clip.maxY, printable.maxY))
        return SlotFace(
            trim: trim, turns: turns, clip: Rect(x: left, y: top, width: right - left, height: bottom - top))
    }

    /// What lies behind it on the page's back, once the paper is turned; see ``TurnAxis``.
    func behind(_ axis: TurnAxis, on sheet: Size, printable: Rect) -> SlotFace {
        SlotFace(
            trim: axis.mirrored(trim, on: sheet), turns: axis.backTurns(turns), clip: axis.mirrored(clip, on: sheet)
        ).limited(to: printable)
    }
}

/// A place for one card on a sheet, as who looks at the sheet's front sees it.
public struct Slot: Hashable, Sendable {
    public var cell: Cell
    /// Which of the request's card sizes.
    public var format: Int
    public var front: SlotFace
    /// Where the back of a card lies that is folded; on the same page as its front.
    public var foldedBack: SlotFace?

    public init(cell: Cell, format: Int, front: SlotFace, foldedBack: SlotFace? = nil) {
        self.cell = cell
        self.format = format
        self.front = front
        self.foldedBack = foldedBack
    }

    /// Around what is cut out as one piece.
    public var piece: Rect { foldedBack.map { front.trim.union($0.trim) } ?? front.trim }

    /// The middle of the fold, across the piece; nil where nothing is folded.
    public var fold: (from: Point, to: Point)? {
        guard let back = foldedBack?.trim else { return nil }
        let (front, piece) = (front.trim, piece)
        if front.minY.isClose(to: back.minY) {
            let x = (min(front.maxX, back.maxX) + max(front.minX, back.minX)) / 2
            return (Point(x: x, y: piece.minY), Point(x: x, y: piece.maxY))
        }
        let y = (min(front.maxY, back.maxY) + max(front.minY, back.minY)) / 2
        return (Point(x: piece.minX, y: y), Point(x: piece.maxX, y: y))
    }
}
