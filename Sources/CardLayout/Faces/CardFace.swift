public import DisplayList
public import Geometry

/// One side of one card, finished, and what there is to say about it.
public struct CardFace: Sendable {
    public var frame: Frame
    /// The arrangement of the template that was used.
    public var arrangement: String
    public var texts: [SetText]
    public var codes: [PlacedCode]
    public var pictures: [PlacedArt]
}

/// A text as it stands on a face.
public struct SetText: Hashable, Sendable {
    /// `text`, `reading`, `name`, `gender`, `example`, `caption`, `number`, `title`.
    public var field: String
    public var language: String
    public var text: String
    /// Names of the fonts that set it, in order of use.
    public var fonts: [String]
    public var size: Length
    public var lines: Int
    /// Around the ink of the letters, in the face's coordinates; for a caption around its place.
    public var box: Rect
}

/// A QR code as it stands on a face.
public struct PlacedCode: Hashable, Sendable {
    public var content: String
    /// Of the symbol (ISO/IEC 18004): 1 is 21 modules a side.
    public var version: Int
    /// Error correction: L, M, Q or H.
    public var level: String
    /// Side of one module.
    public var module: Length
    /// The square with its quiet zone.
    public var box: Rect
}

/// A picture as it stands on a face.
public struct PlacedArt: Hashable, Sendable {
    /// `sticker` or `photo`.
    public var field: String
    /// Pixels per inch of the source at the printed size; nil for drawings.
    public var pixelsPerInch: Double?
    public var box: Rect
}
