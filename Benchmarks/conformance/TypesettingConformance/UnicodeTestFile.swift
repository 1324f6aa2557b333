public import FileAccess

/// A test file of the Unicode Character Database: its lines without comments and blanks.
public struct UnicodeTestFile {
    public let name: String
    let header: String
    private let text: String

    /// Throws where it cannot be read.
    public init(_ path: String) throws(FileError) {
        name = Paths.name(of: path)
        text = String(decoding: try Files.read(path, limit: 1 << 26), as: UTF8.self)
        header = text.prefix { $0 != "\n" }.drop { $0 == "#" || $0 == " " }.description
    }

    /// Calls `body` with each line that is no comment.
    func forEachLine(_ body: (Substring) -> Void) {
        for line in text.split(separator: "\n") where !line.utf8.isEmpty && line.utf8.first != 0x23 { body(line) }
    }

    /// Code points as hexadecimal numbers with spaces between them, as UTF-16; the places where each begins.
    static func units(_ field: some StringProtocol) -> (units: [UInt16], starts: [Int]) {
        var (units, starts): ([UInt16], [Int]) = ([], [])
        for part in field.split(separator: " ") {
            // Unpaired surrogates occur in these files and are no scalars.
            guard let value = UInt32(part, radix: 16) else { continue }
            starts.append(units.count)
            if value > 0xFFFF {
                units += [UInt16(0xD7C0 + (value >> 10)), UInt16(0xDC00 + (value & 0x3FF))]
            } else {
                units.append(UInt16(value))
            }
        }
        return (units, starts)
    }
}
