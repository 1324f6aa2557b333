/// The faces of one drawing: each is opened once, so that a file embeds it once. Belongs to one thread.
public final class FontLibrary {
    private struct Key: Hashable {
        var file: [UInt8]
        var index: Int
    }

    private var faces: [Key: FontFace] = [:]

    public init() {}

    /// The face at an index of a font file, opened the first time it is asked for. Throws ``CairoError``.
    public func face(file: String, index: Int) throws(CairoError) -> FontFace {
        let key = Key(file: Array(file.utf8), index: index)
        if let face = faces[key] { return face }
        let face = try FontFace(file: file, index: index)
        faces[key] = face
        return face
    }
}
