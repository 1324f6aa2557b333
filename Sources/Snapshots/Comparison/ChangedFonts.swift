/// Fonts of one name and different content in two references.
struct ChangedFonts {
    private let hashes: [String: (old: String, new: String)]
    /// Their names in the order of the new reference.
    let names: [String]

    init(_ old: [ReferenceFont], _ new: [ReferenceFont]) {
        var hashes: [String: (old: String, new: String)] = [:]
        for font in new {
            guard let before = old.first(where: { $0.name == font.name }), before.contentHash != font.contentHash
            else { continue }
            hashes[font.name] = Self.short(before.contentHash, font.contentHash)
        }
        self.hashes = hashes
        names = new.map(\.name).filter { hashes[$0] != nil }
    }

    subscript(name: String) -> (old: String, new: String)? { hashes[name] }

    /// As many digits as people compare, more where these are the same.
    private static func short(_ old: String, _ new: String) -> (old: String, new: String) {
        let length = 8
        guard old.prefix(length) == new.prefix(length) else {
            return (String(old.prefix(length)), String(new.prefix(length)))
        }
        return (old, new)
    }
}
