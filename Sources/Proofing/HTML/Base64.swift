/// Bytes as letters (RFC 4648, 4), with padding.
enum Base64 {
    private static let letters = [UInt8]("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The text in pieces, so that a large picture never stands in memory a second time.
    static func encode<Failure: Error>(_ bytes: [UInt8], to sink: (String) throws(Failure) -> Void) throws(Failure) {
        // Whole groups of three but for the last piece.
        let step = 3 * 16_384
        var start = 0
        while start < bytes.count {
            let end = min(start + step, bytes.count)
            try sink(encode(bytes[start..<end]))
            start = end
        }
    }

    static func encode(_ bytes: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let left = bytes.endIndex - index
            let group =
                UInt32(bytes[index]) << 16 | (left > 1 ? UInt32(bytes[index + 1]) << 8 : 0)
                | (left > 2 ? UInt32(bytes[index + 2]) : 0)
            result.append(letters[Int(group >> 18)])
            result.append(letters[Int(group >> 12 & 63)])
            result.append(left > 1 ? letters[Int(group >> 6 & 63)] : UInt8(ascii: "="))
            result.append(left > 2 ? letters[Int(group & 63)] : UInt8(ascii: "="))
            index += 3
        }
        return String(decoding: result, as: UTF8.self)
    }
}
