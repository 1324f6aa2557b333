internal import CCairo

/// One face of a font file, for drawing. Belongs to one thread.
public final class FontFace {
    /// A place on an axis of a variable font.
    public struct Variation: Hashable, Sendable {
        /// Four letters, such as `wght`.
        public var tag: String
        public var value: Double

        public init(tag: String, value: Double) {
            self.tag = tag
            self.value = value
        }
    }

    let handle: OpaquePointer

    /// Opens a face. Throws ``CairoError``.
    convenience init(file: String, index: Int, variations: [Variation]) throws(CairoError) {
        let face = try FreeTypeFace(file: file, index: index)
        // Cairo's own font options for variations do nothing to a face that was made from a FreeType face.
        try face.set(variations, file: file)
        try self.init(face, file: file)
    }

    /// A face whose file is in memory. Throws ``CairoError``.
    convenience init(bytes: [UInt8], name: String) throws(CairoError) {
        try self.init(try FreeTypeFace(bytes: bytes, name: name), file: name)
    }

    private init(_ face: FreeTypeFace, file: String) throws(CairoError) {
        let flags = Int32(FT_LOAD_NO_HINTING) | Int32(FT_LOAD_NO_BITMAP)
        guard let handle = cairo_ft_font_face_create_for_ft_face(face.face, flags) else {
            throw CairoError("use the font '\(file)'", status: CAIRO_STATUS_NO_MEMORY)
        }
        self.handle = handle
        try CairoError.check(cairo_font_face_status(handle), "use the font '\(file)'")
        // Cairo keeps used fonts a while after their last drawing: the FreeType face must live as long as Cairo's.
        let owner = Unmanaged.passRetained(face)
        let status = cairo_font_face_set_user_data(handle, FontFace.ownerKey, owner.toOpaque()) { pointer in
            if let pointer { Unmanaged<FreeTypeFace>.fromOpaque(pointer).release() }
        }
        if status != CAIRO_STATUS_SUCCESS {
            owner.release()
            throw CairoError("use the font '\(file)'", status: status)
        }
    }

    deinit {
        cairo_font_face_destroy(handle)
    }

    /// An address of its own, never read or written: Cairo tells user data apart by the key's address.
    private nonisolated(unsafe) static let ownerKey = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
}
