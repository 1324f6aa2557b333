internal import CCairo

/// Pixels in memory.
public final class ImageSurface: Surface {
    public enum Format: Sendable {
        /// Premultiplied, 8 bits each.
        case argb
        /// Opaque, 8 bits each.
        case rgb

        var cairo: cairo_format_t { self == .argb ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24 }
    }

    public let width: Int
    public let height: Int

    /// Transparent or black pixels. Throws ``CairoError``, also where a side is longer than Cairo's 32,767.
    public init(_ format: Format, width: Int, height: Int) throws(CairoError) {
        guard (1...32_767).contains(width), (1...32_767).contains(height) else {
            throw CairoError("make a picture of \(width) × \(height) pixels", status: CAIRO_STATUS_INVALID_SIZE)
        }
        self.width = width
        self.height = height
        try super.init(
            cairo_image_surface_create(format.cairo, Int32(width), Int32(height)), action: "make a picture")
    }

    /// Pixels of 8 bits in the order red, green, blue, opacity, premultiplied, rows from the top. Throws ``CairoError``,
    /// also where there are not `width * height * 4` bytes.
    public convenience init(premultipliedRGBA bytes: [UInt8], width: Int, height: Int) throws(CairoError) {
        try self.init(.argb, width: width, height: height)
        guard bytes.count == width * height * 4 else {
            throw CairoError("make a picture", reason: "\(bytes.count) bytes for \(width) × \(height) pixels")
        }
        changePixels { row, column, pixel in
            let at = (row * width + column) * 4
            pixel =
                UInt32(bytes[at + 3]) << 24 | UInt32(bytes[at]) << 16 | UInt32(bytes[at + 1]) << 8
                | UInt32(bytes[at + 2])
        }
    }

    /// Gives each pixel, 0xAARRGGBB, to `body` to be changed.
    public func changePixels(_ body: (_ row: Int, _ column: Int, _ pixel: inout UInt32) -> Void) {
        cairo_surface_flush(handle)
        guard let data = cairo_image_surface_get_data(handle) else { return }
        let stride = Int(cairo_image_surface_get_stride(handle))
        for row in 0..<height {
            // Rows are aligned for 32 bits (`cairo_format_stride_for_width`).
            UnsafeMutableRawPointer(data + row * stride).withMemoryRebound(to: UInt32.self, capacity: width) { line in
                for column in 0..<width { body(row, column, &line[column]) }
            }
        }
        cairo_surface_mark_dirty(handle)
    }

    /// All pixels as 0xAARRGGBB, premultiplied, rows from the top.
    public func pixels() -> [UInt32] {
        cairo_surface_flush(handle)
        guard let data = cairo_image_surface_get_data(handle) else { return [] }
        let stride = Int(cairo_image_surface_get_stride(handle))
        return [UInt32](unsafeUninitializedCapacity: width * height) { buffer, count in
            guard let base = buffer.baseAddress else { return }
            for row in 0..<height {
                UnsafeMutableRawPointer(base + row * width).copyMemory(from: data + row * stride, byteCount: width * 4)
            }
            count = width * height
        }
    }

    /// Surfaces with the same name are stored once in a file; their pixels are not compared
    /// (`CAIRO_MIME_TYPE_UNIQUE_ID`). Throws ``CairoError``.
    public func setUniqueName(_ name: String) throws(CairoError) {
        let bytes = Array(name.utf8)
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
        copy.update(from: bytes, count: bytes.count)
        let status = cairo_surface_set_mime_data(
            handle, CAIRO_MIME_TYPE_UNIQUE_ID, copy, UInt(bytes.count), { $0?.deallocate() }, copy)
        if status != CAIRO_STATUS_SUCCESS {
            copy.deallocate()
            throw CairoError("name a picture", status: status)
        }
    }

    /// The picture as a PNG file. Throws ``CairoError``.
    public func png() throws -> [UInt8] {
        let sink = MemorySink()
        let output = SinkBox(sink)
        let status = withExtendedLifetime(output) {
            cairo_surface_write_to_png_stream(
                handle, SinkBox.write, Unmanaged.passUnretained(output).toOpaque())
        }
        try CairoError.check(status, "write a PNG")
        return sink.bytes
    }
}
