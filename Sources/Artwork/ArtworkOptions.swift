/// How art is prepared for paper.
public struct ArtworkOptions: Hashable, Sendable {
    /// Pixels per inch of the prepared pictures.
    public var dpi: Double
    /// Whether colours are kept exactly (deflate) instead of closely (JPEG).
    public var isLossless: Bool
    /// Where prepared art is kept from run to run; nil for a temporary folder that ``ArtworkStudio/finish()`` removes.
    public var cacheFolder: String?

    public init(dpi: Double = 300, isLossless: Bool = false, cacheFolder: String? = nil) {
        self.dpi = dpi
        self.isLossless = isLossless
        self.cacheFolder = cacheFolder
    }
}
