/// Sheets in a row that are alike, and which cards they carry: arithmetic over card numbers.
struct SheetRun: Hashable, Sendable {
    /// Which of the plan's sheets they are.
    var kind: Int
    /// The sheets' numbers, from 0.
    var sheets: Range<Int>
    var shares: [Share]

    /// The cards of one size on these sheets.
    struct Share: Hashable, Sendable {
        /// The cards' numbers.
        var faces: Range<Int>
        /// The slots for them on each sheet, in reading order.
        var slots: [Int]
    }

    /// The same run after other sheets and cards.
    func moved(by printed: (faces: Int, sheets: Int), kind: Int) -> SheetRun {
        SheetRun(
            kind: kind, sheets: sheets.lowerBound + printed.sheets..<sheets.upperBound + printed.sheets,
            shares: shares.map {
                Share(
                    faces: $0.faces.lowerBound + printed.faces..<$0.faces.upperBound + printed.faces, slots: $0.slots)
            })
    }

    /// The card in the n-th of a share's slots on a sheet of the run, counted from 0; nil where the cards have run out.
    func face(_ share: Share, place: Int, sheet: Int, order: CardOrder) -> Int? {
        let offset =
            switch order {
            case .sheets: sheet * share.slots.count + place
            case .stacks: place * sheets.count + sheet
            }
        return offset < share.faces.count ? share.faces.lowerBound + offset : nil
    }

    /// The sheet of the run and the slot that a card of a share has.
    func place(of face: Int, in share: Share, order: CardOrder) -> (sheet: Int, slot: Int) {
        let offset = face - share.faces.lowerBound
        return switch order {
        case .sheets: (offset / share.slots.count, share.slots[offset % share.slots.count])
        case .stacks: (offset % sheets.count, share.slots[offset / sheets.count])
        }
    }
}
