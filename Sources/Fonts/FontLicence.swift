/// What a font's licence bits allow (OpenType 1.9, table OS/2, `fsType`).
struct FontLicence: Hashable, Sendable {
    var bits: Int

    /// Why a PDF may not carry the font, as the end of a sentence about it; nil where it may.
    var obstacle: String? {
        // "Restricted License" counts only where no milder permission is set beside it.
        if bits & 0x000E == 0x0002 { return "its licence forbids embedding" }
        if bits & 0x0100 != 0 { return "its licence forbids embedding a part of it" }
        if bits & 0x0200 != 0 { return "its licence allows embedding of its bitmaps only" }
        return nil
    }
}
