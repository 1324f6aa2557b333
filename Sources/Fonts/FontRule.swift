internal import ICU

/// Which faces set text of some languages and scripts, in order of preference.
struct FontRule: Hashable, Sendable {
    var tags: [FontTag]
    /// In the words of whoever wrote the rule.
    var why: String
    var regular: [FaceName]
    var bold: [FaceName]
    /// Where the rule stands.
    var file = ""
    var line = 0

    func faces(_ weight: FontWeight) -> [FaceName] { weight == .bold ? bold : regular }

    func applies(to language: Language, script: Script) -> Bool {
        tags.contains { $0.matches(language, script: script) }
    }

    /// Whether the rule applies because it names the language, not only the script.
    func isMade(for language: Language, script: Script) -> Bool {
        tags.contains { $0.language != "und" && $0.matches(language, script: script) }
    }
}

/// A BCP 47 prefix that a rule is for: language, script, region.
///
/// A script of Unicode's (`und-Latn`) is compared with the text's own; one that languages have (`zh-Hant`) with the language's;
/// without a script (`ja`) the text must be in a script of that language.
struct FontTag: Hashable, Sendable, CustomStringConvertible {
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

    var description: String { [language, script, region].compactMap { $0 }.joined(separator: "-") }

    func matches(_ language: Language, script: Script) -> Bool {
        if self.language != "und", self.language != language.language { return false }
        if let region, region != language.region { return false }
        guard let wanted = self.script else { return language.scripts.contains(script) }
        if wanted == script.description { return true }
        return wanted == language.script && language.scripts.contains(script)
    }
}
