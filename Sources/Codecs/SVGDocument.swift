internal import CShims

/// An SVG drawing (librsvg). Not for use from several threads: "a single RsvgHandle must not be used from several threads at once".
public struct SVGDocument: ~Copyable {
    private let handle: OpaquePointer
    /// The picture's own size in CSS pixels; 512 × 512 where it names none.
    public let width: Double
    public let height: Double

    /// Opens a drawing. It can read no other file. Throws ``CodecError/damaged(_:)``.
    public init(_ bytes: [UInt8]) throws(CodecError) {
        var message = [CChar](repeating: 0, count: 300)
        guard let handle = capprint_svg_open(bytes, bytes.count, &message, message.count) else {
            let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw .damaged(String(decoding: text, as: UTF8.self))
        }
        var (width, height) = (0.0, 0.0)
        let isKnown =
            capprint_svg_size(handle, &width, &height) != 0 && width > 0 && height > 0 && width.isFinite
            && height.isFinite
        guard isKnown else {
            capprint_svg_close(handle)
            throw .unsupported("an SVG that says neither its size nor a viewBox; give it one of them")
        }
        self.handle = handle
        self.width = width
        self.height = height
    }

    deinit { capprint_svg_close(handle) }

    /// Renders the picture scaled to `width` × `height` pixels; the result shows it from (x, y) on. Colours multiplied by opacity. Throws ``CodecError``.
    public func render(x: Double, y: Double, width: Double, height: Double, columns: Int, rows: Int) throws(CodecError)
        -> [UInt8]
    {
        try ImageLimits.check(width: columns, height: rows)
        var pixels = [UInt8](repeating: 0, count: columns * rows * 4)
        let isDone = capprint_svg_render(handle, x, y, width, height, &pixels, Int32(columns), Int32(rows))
        guard isDone != 0 else { throw .damaged("it cannot be drawn") }
        pixels.withUnsafeMutableBytes { bytes in
            // Cairo's words are alpha, red, green, blue from the top bits down.
            for place in stride(from: 0, to: bytes.count, by: 4) {
                let word = bytes.load(fromByteOffset: place, as: UInt32.self)
                bytes[place] = UInt8(truncatingIfNeeded: word &>> 16)
                bytes[place + 1] = UInt8(truncatingIfNeeded: word &>> 8)
                bytes[place + 2] = UInt8(truncatingIfNeeded: word)
                bytes[place + 3] = UInt8(truncatingIfNeeded: word &>> 24)
            }
        }
        return pixels
    }

    /// The picture scaled to `width` × `height` points, from (x, y) on, as a PDF of one page. Throws ``CodecError/damaged(_:)``.
    public func pdf(x: Double, y: Double, width: Double, height: Double, pageWidth: Double, pageHeight: Double)
        throws(CodecError) -> [UInt8]
    {
        var size = 0
        guard let bytes = capprint_svg_pdf(handle, x, y, width, height, pageWidth, pageHeight, &size) else {
            throw .damaged("it cannot be drawn")
        }
        defer { capprint_svg_free(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: size))
    }
}
