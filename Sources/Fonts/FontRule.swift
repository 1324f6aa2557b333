internal import ICU

/// Which faces set text of some languages and scripts, in order of preference.
struct FontRule: Hashable, Sendable {
    var tags: [FontTag]
    var regular: [FaceName]
    var bold: [FaceName]

    func faces(_ weight: FontWeight) -> [FaceName] { weight == .bold ? bold : regular }

    func applies(to language: Language, script: Script) -> Bool {
        tags.contains { $0.matches(language, script: script) }
    }
}

/// A face as the choice file names it: a file, and with `#2` the third face of a collection.
struct FaceName: Hashable, Sendable {
    var file: String
    var index: Int

    /// nil where the text is no such name.
    init?(_ text: String) {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard !parts[0].isEmpty, !text.contains("/") else { return nil }
        guard FontBook.extensions.contains(where: { parts[0].lowercased().hasSuffix("." + $0) }) else { return nil }
        file = String(parts[0])
        index = 0
        if parts.count == 2 {
            guard let number = Int(parts[1]), (0...999).contains(number) else { return nil }
            index = number
        }
    }
}

/// A BCP 47 prefix that a rule is for: language, script, region.
///
/// A script of Unicode's (`und-Latn`) is compared with the text's own; one that languages have (`zh-Hant`) with the language's;
/// without a script (`ja`) the text must be in a script of that language.
struct FontTag: Hashable, Sendable {
    var language: String
    var script: String?
    var region: String?

    /// nil where the text is no such tag.
    init?(_ text: String) {
        var parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        func isLetters(_ text: String) -> Bool { text.utf8.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) } }
        guard let first = parts.first, (2...3).contains(first.utf8.count), isLetters(first) else { return nil }
        language = first.lowercased()
        parts.removeFirst()
        if let part = parts.first, part.utf8.count == 4, let script = Script(part) {
            self.script = script.description
            parts.removeFirst()
        }
        if let part = parts.first, (2...3).contains(part.utf8.count) {
            region = part.uppercased()
            parts.removeFirst()
        }
        guard parts.isEmpty else { return nil }
    }

    func matches(_ language: Language, script: Script) -> Bool {
        if self.language != "und", self.language != language.language { return false }
        if let region, region != language.region { return false }
        guard let wanted = self.script else { return language.scripts.contains(script) }
        if wanted == script.description { return true }
        return wanted == language.script && language.scripts.contains(script)
    }
}
