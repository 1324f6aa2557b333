import FileAccess

/// A page as poppler draws it.
struct PortablePixmap {
    struct Unreadable: Error {}

    private let width: Int
    private let bytes: ArraySlice<UInt8>

    init(page file: String, dpi: Int) throws {
        let result = try Tool.run("pdftoppm -r \(dpi) -singlefile '\(file)' '\(file)'")
        guard result.status == 0 else { throw Unreadable() }
        let all = try Files.read("\(file).ppm")
        // "P6", width, height, 255, each followed by one white space.
        var fields: [String] = []
        var at = 0
        while fields.count < 4 {
            let field = all[at...].prefix { $0 > 0x20 }
            fields.append(String(decoding: field, as: UTF8.self))
            at += field.count + 1
        }
        guard fields[0] == "P6", let width = Int(fields[1]) else { throw Unreadable() }
        self.width = width
        bytes = all[at...]
    }

    func color(x: Int, y: Int) -> [UInt8] {
        let at = bytes.startIndex + (y * width + x) * 3
        return Array(bytes[at..<(at + 3)])
    }
}

extension String {
    /// How often a part comes.
    func components(of part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count - 1
    }

    var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
