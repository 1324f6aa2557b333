internal import FileAccess

/// The versions of font files that capprint is tested with: `SHA256SUMS` as `sha256sum` writes it.
public struct PinnedFonts: Sendable {
    private var sums: [String: String] = [:]

    /// Reads the list; one that is not there pins nothing.
    public init(file: String) {
        guard let bytes = try? Files.read(file, limit: 1 << 20) else { return }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            if parts.count == 2 { sums[String(parts[1].drop { $0 == " " || $0 == "*" })] = parts[0].lowercased() }
        }
    }

    /// Whether a file is the version that is pinned; nil where none of its name is.
    public func isPinned(_ file: String) -> Bool? {
        guard let sum = sums[Paths.name(of: file)], let mapped = try? MappedFile(path: file) else { return nil }
        return mapped.withBytes(SHA256.digest) == sum
    }
}
