/// What a machine does along a line. Its program tells the kinds apart by the names of the layers.
public enum CutLayer: String, Hashable, Sendable, CaseIterable {
    case cut = "CUT"
    /// Pressed, not cut: where the card is folded.
    case crease = "CREASE"
    /// Neither: what the printer has printed, to lay the lines over it.
    case print = "PRINT"
}
