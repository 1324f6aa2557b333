/// Art as a file stores it: scaled, compressed, with nothing left of where it came from.
public enum PreparedPicture: Sendable {
    case raster(PreparedRaster)
    /// A PDF file of one page whose media box is the picture.
    case vector(pdf: [UInt8])
}

/// Compressed pixels: a colour plane and, if any of it is see-through, an opacity plane.
public struct PreparedRaster: Sendable {
    /// Compressed samples of 8 bits, rows from the top.
    public struct Plane: Sendable {
        public enum Encoding: UInt8, Sendable {
            /// A JPEG file without any application segment (PDF: DCTDecode).
            case jpeg = 1
            /// A zlib stream (RFC 1950) of rows, each led by a PNG filter byte (PDF: FlateDecode with /Predictor 15).
            case deflate = 2
            /// One sample as it is, for all of the picture: it shows through the opacity plane.
            case flat = 3
        }

        public var encoding: Encoding
        /// Samples a row.
        public var width: Int
        /// Rows.
        public var height: Int
        /// 1 for grey or opacity, 3 for sRGB.
        public var components: Int
        public var bytes: [UInt8]

        public init(encoding: Encoding, width: Int, height: Int, components: Int, bytes: [UInt8]) {
            self.encoding = encoding
            self.width = width
            self.height = height
            self.components = components
            self.bytes = bytes
        }
    }

    /// Colours, not multiplied by opacity.
    public var color: Plane
    /// Opacity, one component, 255 opaque; nil where all is opaque.
    public var alpha: Plane?

    public init(color: Plane, alpha: Plane?) {
        self.color = color
        self.alpha = alpha
    }
}

/// Where prepared art is kept until it is written.
public protocol PictureStore: Sendable {
    /// The stored bytes of a picture. May be called from any thread, more than once.
    func prepared(_ picture: Picture) throws -> PreparedPicture
}
