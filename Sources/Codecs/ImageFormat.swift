/// A picture format, told from the content and not from the name.
public enum ImageFormat: String, Hashable, Sendable {
    case png, jpeg, webp, heif, svg

    /// The format of a file by its first bytes. Throws ``CodecError/notAPicture(looksLike:)``.
    public static func detect(_ bytes: [UInt8]) throws(CodecError) -> ImageFormat {
        if starts(bytes, with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if starts(bytes, with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if starts(bytes, with: "RIFF"), starts(bytes, with: "WEBP", at: 8) { return .webp }
        if starts(bytes, with: "ftyp", at: 4) {
            let brands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"]
            if brands.contains(where: { starts(bytes, with: $0, at: 8) }) { return .heif }
            throw .notAPicture(looksLike: "a video")
        }
        if isMarkup(bytes) { return .svg }
        throw .notAPicture(looksLike: resemblance(of: bytes))
    }

    private static func starts(_ bytes: [UInt8], with text: String, at offset: Int = 0) -> Bool {
        starts(bytes, with: Array(text.utf8), at: offset)
    }

    private static func starts(_ bytes: [UInt8], with lead: [UInt8], at offset: Int = 0) -> Bool {
        bytes.count >= offset + lead.count && bytes[offset..<offset + lead.count].elementsEqual(lead)
    }

    /// Whether it is XML text whose first element is `svg`, with any prefix.
    private static func isMarkup(_ bytes: [UInt8]) -> Bool {
        var start = starts(bytes, with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[start]) { start += 1 }
        guard start < bytes.count, bytes[start] == UInt8(ascii: "<") else { return false }
        return MarkupScanner.firstElement(in: bytes) == "svg"
    }

    private static func resemblance(of bytes: [UInt8]) -> String? {
        let known: [(lead: [UInt8], name: String)] = [
            (Array("%PDF".utf8), "a PDF"), (Array("GIF8".utf8), "a GIF"), (Array("BM".utf8), "a BMP"),
            (Array("II*\0".utf8), "a TIFF"), (Array("MM\0*".utf8), "a TIFF"), (Array("8BPS".utf8), "a Photoshop file"),
            (Array("PK\u{3}\u{4}".utf8), "a ZIP archive"), ([0x1F, 0x8B], "a compressed file (perhaps .svgz)"),
            ([0xFF, 0x0A], "a JPEG XL"), ([0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20], "a JPEG XL"),
            ([0, 0, 0, 0x0C, 0x6A, 0x50, 0x20, 0x20], "a JPEG 2000"), (Array("<!DOCTYPE html".utf8), "a web page"),
            (Array("<html".utf8), "a web page"), (Array("version https://git-lfs".utf8), "a Git LFS pointer"),
            (Array("OggS".utf8), "an Ogg sound"), (Array("ID3".utf8), "an MP3 sound"), (Array("{".utf8), "JSON"),
        ]
        return known.first { starts(bytes, with: $0.lead) }?.name
    }
}
