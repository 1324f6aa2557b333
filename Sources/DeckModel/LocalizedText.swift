/// A text in one or several languages.
public struct LocalizedText: Sendable {
    /// In the order written; a text without a language goes for every language.
    public var entries: [(language: String?, text: String)]

    public init(_ entries: [(language: String?, text: String)] = []) {
        self.entries = entries
    }

    public init(_ text: String) {
        self.init([(nil, text)])
    }

    /// The text for the nearest language: the tag itself, then the tag shortened from its end (RFC 4647, 3.4, lookup), then another with the same first subtag, else the first text.
    public func text(for language: String) -> String? {
        var range = language.lowercased().split(separator: "-")
        while !range.isEmpty {
            let tag = range.joined(separator: "-")
            if let entry = entries.first(where: { $0.language?.lowercased() == tag }) { return entry.text }
            range.removeLast()
            // A single letter or digit introduces what follows it, it says nothing by itself.
            if range.last?.count == 1 { range.removeLast() }
        }
        let primary = LanguageTag.primary(language)
        let related = entries.first { $0.language.map(LanguageTag.primary) == primary }
        return (related ?? entries.first)?.text
    }
}
