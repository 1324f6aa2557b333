internal import Geometry

/// How one row of a sheet is filled: with pieces of one form, side by side.
struct ShelfForm: Hashable, Sendable {
    /// Which of the request's card sizes.
    var format: Int
    var piece: CardPiece
    /// Whether pieces lie on their side, their top towards the right.
    var isTurned: Bool
    var columns: Int

    /// A piece as it lies.
    var cell: Size { isTurned ? piece.size.turned : piece.size }

    /// As many as fit beside one another.
    init(format: Int, piece: CardPiece, isTurned: Bool, room: Length, gap: Length) {
        self.format = format
        self.piece = piece
        self.isTurned = isTurned
        columns = 0
        columns = ShelfForm.count(cell.width, gap, in: room)
    }

    /// How many things of a length fit into a room with gaps between them; 0 where a measure is no usable number.
    static func count(_ side: Length, _ gap: Length, in room: Length) -> Int {
        let count = (room + gap + .tolerance) / (side + gap)
        return count.isFinite && count >= 1 ? Int(min(count, 100_000)) : 0
    }
}
