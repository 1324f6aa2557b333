/// Which art a picture shows, told without the picture: for comparing two drawings by their text alone.
public struct ArtSource: Hashable, Sendable {
    /// XXH3-64 of the file's bytes.
    public var fileHash: UInt64
    /// XXH3-64 of those decoded pixels that are shown: the same for a file that was only compressed anew, or changed where a crop
    /// leaves it out. Compared where ``fileHash`` differs.
    public var pixelHash: UInt64
    /// Columns and rows of what was decoded.
    public var width: Int
    public var height: Int
    /// 6 bits of a hash for each of 8 × 8 equal tiles, row by row: where two pictures differ.
    public var tiles: [UInt8]
    /// Which part of the art is shown: x, y, width, height as shares of its width and height.
    public var shown: [Double]

    /// How many ``tiles`` there are.
    public static let tileCount = 64

    public init(fileHash: UInt64, pixelHash: UInt64, width: Int, height: Int, tiles: [UInt8], shown: [Double]) {
        self.fileHash = fileHash
        self.pixelHash = pixelHash
        self.width = width
        self.height = height
        self.tiles = tiles
        self.shown = shown
    }
}
