internal import ICU

/// What a line of the choice file says, for languages and scripts.
struct HyphenationRule: Sendable {
    var tags: [Tag]
    /// A file of patterns.
    var patterns: String?
    /// Whether at each place of a word only the longest stretch counts that a pattern of the file begins with.
    var longestOnly = false
    /// How words fall into syllables where patterns do not tell, or tell only where lines may end.
    var vowels: VowelRule?
    /// Whether each word is one syllable.
    var isMonosyllabic = false
    /// The sign at the end of a line whose word goes on.
    var hyphen: Unicode.Scalar?

    /// A language, `und` for any, in a script, and in a region where that matters.
    struct Tag: Sendable {
        var language: String
        var script: String
        var region: String?

        init?(_ text: String) {
            let parts = text.split(separator: "-")
            guard let first = parts.first, (2...3).contains(first.utf8.count) else { return nil }
            language = first.lowercased()
            let scripts = parts.dropFirst().filter { $0.utf8.count == 4 }
            region = parts.dropFirst().first { $0.utf8.count == 2 || $0.utf8.count == 3 }?.uppercased()
            script = scripts.first.map(String.init) ?? Language(text).script
            guard !script.isEmpty, parts.count == 1 + scripts.count + (region == nil ? 0 : 1) else { return nil }
        }

        func matches(_ wanted: Language) -> Bool {
            (language == "und" || language == wanted.language) && script == wanted.script
                && (region == nil || region == wanted.region)
        }
    }

    func applies(to language: Language) -> Bool { tags.contains { $0.matches(language) } }
}
