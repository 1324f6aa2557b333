internal import FileAccess

extension MappedFile {
    /// Whether a face's tables lie inside the file and those that a drawing needs are there (OpenType 1.9, "Table Directory").
    /// HarfBuzz itself makes an empty face of a broken file, and a painter might fail on it much later.
    ///
    /// Tells whether the glyphs are colour pictures.
    func checkTables(index: Int) throws(BrokenFontError) -> Bool {
        var hasPictures = false
        let reason = withBytes { bytes -> String? in
            let reader = BigEndianReader(bytes: bytes)
            guard let start = reader.faceOffset(index) else { return "it is no TrueType or OpenType font" }
            guard let count = reader.uint16(start + 4) else { return "it is cut short" }
            var tags: [String] = []
            for table in 0..<count {
                let record = start + 12 + 16 * table
                guard let tag = reader.uint32(record), let offset = reader.uint32(record + 8),
                    let length = reader.uint32(record + 12), offset + length <= bytes.count
                else { return "it is cut short" }
                tags.append(
                    String(decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: tag >> $0) }, as: UTF8.self))
                if tags.last == "head", reader.uint32(offset + 12) != 0x5F0F_3CF5 { return "its header is damaged" }
            }
            for needed in ["head", "hhea", "hmtx", "maxp", "cmap"] where !tags.contains(needed) {
                return "it has no '\(needed)' table"
            }
            hasPictures = tags.contains("sbix") || (tags.contains("CBDT") && tags.contains("CBLC"))
            if !hasPictures, tags.contains("COLR") {
                return "its colours are layers (COLR), which are not drawn; look for its version with pictures (CBDT)"
            }
            guard hasPictures || tags.contains("glyf") || tags.contains("CFF ") || tags.contains("CFF2") else {
                return "it has black and white pictures instead of outlines"
            }
            return nil
        }
        if let reason { throw BrokenFontError(reason) }
        return hasPictures
    }
}

private struct BigEndianReader {
    let bytes: UnsafeRawBufferPointer

    func uint16(_ at: Int) -> Int? {
        guard at >= 0, at <= bytes.count - 2 else { return nil }
        return Int(bytes[at]) << 8 | Int(bytes[at + 1])
    }

    func uint32(_ at: Int) -> Int? {
        guard let high = uint16(at), let low = uint16(at + 2) else { return nil }
        return high << 16 | low
    }

    /// Where a face's table directory begins; a collection lists them (`ttcf`).
    func faceOffset(_ index: Int) -> Int? {
        switch uint32(0) {
        case 0x7474_6366:
            guard let count = uint32(8), index >= 0, index < count else { return nil }
            return uint32(12 + 4 * index)
        case 0x0001_0000, 0x4F54_544F, 0x7472_7565: return index == 0 ? 0 : nil
        default: return nil
        }
    }
}
