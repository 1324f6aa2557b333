public import Geometry

/// Prepared art, named: what it is made of lies in a ``PictureStore``, so a drawing stays small however many pictures it shows.
public struct Picture: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// Pixels, with or without transparency.
        case raster
        /// Drawing commands that stay sharp at any size: one page of PDF.
        case vector
    }

    public var kind: Kind
    /// XXH3-128 of source bytes and preparation, hexadecimal digits: same key, same look. Names it in caches and files.
    public var key: String
    /// Columns and rows of a raster picture; for a vector picture the size of its page in 1/100 pt.
    public var pixelWidth: Int
    public var pixelHeight: Int

    public init(kind: Kind, key: String, pixelWidth: Int, pixelHeight: Int) {
        self.kind = kind
        self.key = key
        self.pixelWidth = pixelWidth
        self.pixelHeight = pixelHeight
    }
}

/// A picture stretched over an area.
public struct PlacedPicture: Hashable, Sendable {
    public var picture: Picture
    public var area: Rect

    public init(_ picture: Picture, area: Rect) {
        self.picture = picture
        self.area = area
    }
}
