public import DisplayList

/// A scene photo, cropped and scaled.
public struct PreparedPhoto: Hashable, Sendable {
    public var picture: Picture
    /// Pixels of the source per inch of paper.
    public var printedPixelsPerInch: Double

    public init(picture: Picture, printedPixelsPerInch: Double) {
        self.picture = picture
        self.printedPixelsPerInch = printedPixelsPerInch
    }
}
