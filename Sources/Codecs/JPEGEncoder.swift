internal import CShims

/// Writes JPEG files without any application segment: nothing in them but the picture.
public enum JPEGEncoder {
    /// Encodes grey (1 component) or sRGB (3) samples; `halvesChroma` stores colour at half the resolution. Throws ``CodecError/outOfMemory``.
    public static func encode(
        _ samples: [UInt8], width: Int, height: Int, components: Int, quality: Int, halvesChroma: Bool
    ) throws(CodecError) -> [UInt8] {
        guard width > 0, height > 0, width <= 65_500, height <= 65_500, samples.count == width * height * components
        else { throw .damaged("its size does not match its samples") }
        var size = 0
        guard
            let bytes = capprint_jpeg_encode(
                samples, UInt32(width), UInt32(height), Int32(components), Int32(quality), halvesChroma ? 2 : 1, &size)
        else { throw .outOfMemory }
        defer { capprint_jpeg_free(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: size))
    }
}
