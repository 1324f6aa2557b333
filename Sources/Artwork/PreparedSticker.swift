public import DisplayList
public import Geometry

/// A sticker, scaled, outlined and placed in its box.
public struct PreparedSticker: Hashable, Sendable {
    /// Painted in order: shadow, backing of vector art, art. Areas are relative to the box's top left corner; only the shadow may overhang the box.
    public var layers: [PlacedPicture]
    /// The bounds of the white edge, relative to the box.
    public var outline: Rect
    /// The most characteristic colour of the art; nil where it is all grey, white or black.
    public var mainColor: Color?
    /// Pixels of the source per inch of paper; nil for vector art, which is sharp at any size.
    public var printedPixelsPerInch: Double?
    /// The bounds of the visible part in the source picture.
    public var visibleShare: UnitRect
    /// Width over height of the source picture.
    public var sourceAspect: Double
    /// What its owner should know, such as letters that depend on the machine.
    public var notes: [String]
    /// Width of the white edge.
    public var edge: Length
    /// Which art it is; its visible part is shown.
    public var source: ArtSource

    public init(
        layers: [PlacedPicture], outline: Rect, mainColor: Color?, printedPixelsPerInch: Double?,
        visibleShare: UnitRect, sourceAspect: Double, notes: [String] = [], edge: Length, source: ArtSource
    ) {
        self.layers = layers
        self.outline = outline
        self.mainColor = mainColor
        self.printedPixelsPerInch = printedPixelsPerInch
        self.visibleShare = visibleShare
        self.sourceAspect = sourceAspect
        self.notes = notes
        self.edge = edge
        self.source = source
    }
}
