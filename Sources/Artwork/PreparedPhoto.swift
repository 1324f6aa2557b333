public import DisplayList

/// A scene photo, cropped and scaled.
public struct PreparedPhoto: Hashable, Sendable {
    public var picture: Picture
    /// Pixels of the source per inch of paper.
    public var printedPixelsPerInch: Double
    /// Which art it is and which part of it is shown.
    public var source: ArtSource

    public init(picture: Picture, printedPixelsPerInch: Double, source: ArtSource) {
        self.picture = picture
        self.printedPixelsPerInch = printedPixelsPerInch
        self.source = source
    }
}
