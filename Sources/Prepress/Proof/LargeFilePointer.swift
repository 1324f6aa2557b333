/// What git holds in place of a file that Git LFS keeps (Git LFS specification, version 1).
struct LargeFilePointer: Hashable, Sendable {
    /// SHA-256 of the file, 64 hexadecimal digits.
    let identifier: String

    /// Reads a pointer; nil for any other content.
    init?(_ content: [UInt8]) {
        guard content.count < 1024 else { return nil }
        let lines = String(decoding: content, as: UTF8.self).split(separator: "\n")
        guard lines.first == "version https://git-lfs.github.com/spec/v1",
            let line = lines.first(where: { $0.hasPrefix("oid sha256:") })
        else { return nil }
        identifier = String(line.dropFirst("oid sha256:".count))
        guard identifier.utf8.count == 64, identifier.allSatisfy(\.isHexDigit) else { return nil }
    }

    /// Where the file is in the folder of such files.
    var place: String { "\(identifier.prefix(2))/\(identifier.dropFirst(2).prefix(2))/\(identifier)" }
}
