internal import CCairo

/// One face of a font file, for drawing. Belongs to one thread.
public final class FontFace {
    let handle: OpaquePointer

    /// Opens a face. Throws ``CairoError``.
    init(file: String, index: Int) throws(CairoError) {
        let face = try FreeTypeFace(file: file, index: index)
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

/// A FreeType face in a library of its own.
///
/// "a single `FT_Library` object across threads is possible also, as long as a mutex lock is used around FT_New_Face and FT_Done_Face" (freetype.h); Cairo may drop a face from
/// its cache while another thread draws, so that no two faces share one.
private final class FreeTypeFace {
    let library: FT_Library
    let face: FT_Face

    init(file: String, index: Int) throws(CairoError) {
        var library: FT_Library?
        guard FT_Init_FreeType(&library) == 0, let library else {
            throw CairoError("open the font '\(file)'", status: CAIRO_STATUS_NO_MEMORY)
        }
        var face: FT_Face?
        guard FT_New_Face(library, file, FT_Long(index), &face) == 0, let face else {
            FT_Done_FreeType(library)
            throw CairoError("open the font '\(file)'", reason: "it is missing or damaged")
        }
        self.library = library
        self.face = face
    }

    deinit {
        FT_Done_Face(face)
        FT_Done_FreeType(library)
    }
}
