internal import DisplayList

/// What a request gets.
enum Answer: Hashable, Sendable {
    case sticker(PreparedSticker)
    case photo(PreparedPhoto)

    var pictures: [Picture] {
        switch self {
        case .sticker(let sticker): sticker.layers.map(\.picture)
        case .photo(let photo): [photo.picture]
        }
    }
}

/// A prepared picture with its bytes.
struct FinishedPicture: Sendable {
    var picture: Picture
    var content: Content

    enum Content: Sendable {
        case raster(PreparedRaster)
        case vector(VectorArt)
    }
}

/// Vector art, as it is written to PDF and as it is rendered.
struct VectorArt: Sendable {
    var pdf: [UInt8]
    /// The drawing that the PDF was made from, deflated, and its length before.
    var source: [UInt8]
    var sourceCount: Int
    var placement: Placement

    /// Where the drawing lies on its page, in points: scaled to `width` × `height`, of which the page shows what begins at (x, y).
    struct Placement: Hashable, Sendable {
        var x: Double
        var y: Double
        var width: Double
        var height: Double
        var pageWidth: Double
        var pageHeight: Double
    }
}
