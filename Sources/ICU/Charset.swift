internal import CShims

/// Text in an older character set, by its name such as `ISO8859-2` or `KOI8-R`; nil where ICU does not know it (`ucnv_toUChars`).
public func decodedText(_ bytes: [UInt8], charset: String) -> String? {
    guard bytes.count <= UnicodeText.lengthLimit, charset.utf8.count < 60 else { return nil }
    if charset == "UTF-8" { return String(decoding: bytes, as: UTF8.self) }
    // No character of the charsets of files is more than two code units for each of its bytes.
    var units = [UInt16](repeating: 0, count: bytes.count * 2 + 8)
    let count = capprint_icu_decode(charset, bytes, Int32(bytes.count), &units, Int32(units.count))
    return count >= 0 ? String(decoding: units.prefix(Int(count)), as: UTF16.self) : nil
}
