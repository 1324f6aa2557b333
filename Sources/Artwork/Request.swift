internal import Codecs
internal import Geometry

/// What is asked for: the same request of the same content has the same answer.
struct Request: Hashable, Sendable {
    enum Purpose: Hashable, Sendable {
        case sticker(box: Size, style: StickerStyle)
        case photo(size: Size, focus: PhotoFocus)
    }

    var file: String
    var purpose: Purpose

    /// Raised whenever the same request gets another answer than before, so that older cache files are passed over.
    static let version: UInt8 = 9

    /// The name of the answer: the hash of the content and everything that shapes it.
    func key(content hash: ContentHash, options: ArtworkOptions) -> ContentHash {
        var writer = RecordWriter()
        writer.put(Request.version)
        writer.put(hash.high)
        writer.put(hash.low)
        writer.put(options.dpi)
        writer.put(options.isLossless)
        switch purpose {
        case .sticker(let box, let style):
            writer.put(UInt8(1))
            writer.put(box)
            writer.put(style.border.points)
            writer.put(style.shadow)
            writer.put(style.fillShare)
        case .photo(let size, let focus):
            writer.put(UInt8(2))
            writer.put(size)
            switch focus {
            case .center: writer.put(UInt8(0))
            case .around(let thing, let sourceAspect):
                writer.put(UInt8(1))
                writer.put(thing)
                writer.put(sourceAspect)
            }
        }
        return ContentHash(of: writer.bytes)
    }

    /// The name of a part of the answer.
    static func pictureKey(_ key: ContentHash, part: UInt8) -> String {
        var writer = RecordWriter()
        writer.put(key.high)
        writer.put(key.low)
        writer.put(part)
        return ContentHash(of: writer.bytes).text
    }
}
