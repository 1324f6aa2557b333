public import Diagnostics

/// Both sides of a card with all that was found wrong while they were laid out.
public struct CardFaces: Sendable {
    public var front: CardFace
    /// Nil where the template leaves backs empty.
    public var back: CardFace?
    public var diagnostics: [Diagnostic]
    /// Those of them that matter where only fronts are printed.
    public var frontDiagnostics: [Diagnostic]

    /// The sides that there are with their names, the front first.
    public var sides: [(name: String, face: CardFace)] { [("front", front)] + (back.map { [("back", $0)] } ?? []) }
}
