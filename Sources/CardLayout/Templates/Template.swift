public import DisplayList
public import Geometry

/// How a card looks: its size and, for each side, what stands where. Read from a data file; everything in it is resolved.
public struct Template: Sendable {
    public var name: String
    /// One line for people.
    public var summary: String
    /// The trimmed card.
    public var size: Size
    /// How far colour runs beyond the trim.
    public var bleed: Length
    /// How the bleed is made of what ends at the trim; nil where the elements run into the bleed themselves.
    public var edgeBleed: EdgeBleed?
    /// How far from the trim nothing is read, scanned or outlined.
    public var safe: Length
    /// Radius of the trimmed corners.
    public var cornerRadius: Length
    public var palette: Palette
    /// The arrangements of the front, in order of preference.
    public var front: [Arrangement]
    /// The arrangements of the back, in order of preference; none where ``backs`` says so, one without a condition where all cards share it.
    public var back: [Arrangement]
    public var backs: Backs
    /// The file it was read from.
    public var file: String

    /// The boxes of each face of this template.
    public var boxes: PageBoxes {
        let trim = Rect(origin: .zero, size: size)
        return PageBoxes(
            trim: trim, bleed: trim.inset(by: -bleed), safe: trim.inset(by: safe), cornerRadius: cornerRadius)
    }
}
