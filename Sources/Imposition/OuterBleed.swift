internal import Geometry

/// How far faces at the grid's edge may bleed outwards: the whole bleed, or so much less that crop marks still fit beside it.
struct OuterBleed: Hashable, Sendable {
    /// To the left and right.
    let level: Length
    /// Upwards and downwards.
    let upright: Length

    /// Without a mark a card cannot be cut; with a millimetre less bleed it can.
    private static let markRoom = Length.mm(1.3)
    private static let least = Length.mm(0.7)

    init(level: Length, upright: Length) {
        self.level = level
        self.upright = upright
    }

    init(grid: Rect, printable: Rect, request: SheetRequest) {
        func bleed(_ room: Length) -> Length {
            guard request.registration == nil else { return min(request.bleed, RegistrationMarks.bleed) }
            guard request.marks != .none, room < request.bleed + OuterBleed.markRoom,
                room + .tolerance >= CutLines.least
            else { return request.bleed }
            // In the narrowest strips the mark comes first: it is as short as a mark may be.
            let mark =
                room + .tolerance >= OuterBleed.least + OuterBleed.markRoom ? OuterBleed.markRoom : CutLines.least
            return min(request.bleed, max(.zero, room - mark))
        }
        // The grid is centred, margins need not be: the narrower side decides for both.
        level = bleed(min(grid.minX - printable.minX, printable.maxX - grid.maxX))
        upright = bleed(min(grid.minY - printable.minY, printable.maxY - grid.maxY))
    }
}
