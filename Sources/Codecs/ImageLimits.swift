/// What a picture may be at most before anything is decoded, so that a small file cannot ask for all memory.
public enum ImageLimits {
    /// Pixels a side.
    public static let side = 16_384
    /// Pixels in all.
    public static let pixels = 120_000_000
    /// Bytes of an SVG file.
    public static let vectorBytes = 10_000_000
    /// Elements of an SVG file.
    public static let vectorElements = 200_000

    /// Throws ``CodecError/tooLarge(width:height:)`` or, for an empty picture, ``CodecError/damaged(_:)``.
    static func check(width: Int, height: Int) throws(CodecError) {
        guard width > 0, height > 0 else { throw .damaged("it has no pixels") }
        guard width <= side, height <= side, width * height <= pixels else {
            throw .tooLarge(width: width, height: height)
        }
    }
}
