/// How the pages of fronts and backs follow one another.
public enum PrintPasses: Hashable, Sendable {
    /// Front, back, front, back: for printers that turn the paper.
    case together
    /// All fronts, then all backs: the pile of fronts is turned and put in again by hand.
    case apart(PileOrder)
}

/// In which order sheets are fed when a pile is put in for its second side.
public enum PileOrder: String, Hashable, Sendable, CaseIterable {
    /// The sheet that was printed first.
    case same
    /// The sheet that was printed last: the usual way of printers that lay sheets down printed side first and draw them from the top of the tray.
    case reversed
}
