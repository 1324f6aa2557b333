public import Geometry

/// Text set as large as a box allows.
public struct FittedText: Hashable, Sendable {
    public var paragraph: Paragraph
    /// Whether it fits the box; where not, the paragraph is set at the smallest size and leaves the box.
    public var fits: Bool
    /// The size at which it fits: the paragraph's, or a smaller one where it does not fit.
    public var fittingSize: Length

    public init(paragraph: Paragraph, fits: Bool, fittingSize: Length) {
        self.paragraph = paragraph
        self.fits = fits
        self.fittingSize = fittingSize
    }
}
