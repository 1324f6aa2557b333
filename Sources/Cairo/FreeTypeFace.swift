internal import CCairo

/// A FreeType face in a library of its own.
///
/// "a single `FT_Library` object across threads is possible also, as long as a mutex lock is used around FT_New_Face and FT_Done_Face" (freetype.h); Cairo may drop a face from
/// its cache while another thread draws, so that no two faces share one.
final class FreeTypeFace {
    let library: FT_Library
    let face: FT_Face
    /// The file where it is in memory: "you must not deallocate the memory before calling FT_Done_Face" (freetype.h).
    private let memory: UnsafeMutableBufferPointer<UInt8>?

    init(file: String, index: Int) throws(CairoError) {
        let library = try FreeTypeFace.library(for: file)
        var face: FT_Face?
        guard FT_New_Face(library, file, FT_Long(index), &face) == 0, let face else {
            FT_Done_FreeType(library)
            throw CairoError("open the font '\(file)'", reason: "it is missing or damaged")
        }
        self.library = library
        self.face = face
        memory = nil
    }

    init(bytes: [UInt8], name: String) throws(CairoError) {
        let library = try FreeTypeFace.library(for: name)
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
        _ = memory.initialize(from: bytes)
        var face: FT_Face?
        guard FT_New_Memory_Face(library, memory.baseAddress, FT_Long(bytes.count), 0, &face) == 0, let face else {
            FT_Done_FreeType(library)
            memory.deallocate()
            throw CairoError("open the font '\(name)'", reason: "it is damaged")
        }
        self.library = library
        self.face = face
        self.memory = memory
    }

    private static func library(for file: String) throws(CairoError) -> FT_Library {
        var library: FT_Library?
        guard FT_Init_FreeType(&library) == 0, let library else {
            throw CairoError("open the font '\(file)'", status: CAIRO_STATUS_NO_MEMORY)
        }
        return library
    }

    deinit {
        FT_Done_Face(face)
        FT_Done_FreeType(library)
        memory?.deallocate()
    }

    /// Puts a variable font to a place on its axes; those not named stay at their default.
    func set(_ variations: [FontFace.Variation], file: String) throws(CairoError) {
        guard !variations.isEmpty else { return }
        var description: UnsafeMutablePointer<FT_MM_Var>?
        guard FT_Get_MM_Var(face, &description) == 0, let description else {
            throw CairoError("vary the font '\(file)'", reason: "it is no variable font")
        }
        defer { FT_Done_MM_Var(library, description) }
        var coordinates = (0..<Int(description.pointee.num_axis)).map { at -> FT_Fixed in
            let axis = description.pointee.axis[at]
            let tag = String(
                decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: axis.tag >> $0) }, as: UTF8.self)
            guard let wanted = variations.first(where: { $0.tag == tag }) else { return axis.def }
            // 16.16 fixed point.
            return FT_Fixed((wanted.value * 65_536).rounded())
        }
        guard FT_Set_Var_Design_Coordinates(face, FT_UInt(coordinates.count), &coordinates) == 0 else {
            throw CairoError("vary the font '\(file)'", reason: "it does not take its place on the axes")
        }
    }
}
