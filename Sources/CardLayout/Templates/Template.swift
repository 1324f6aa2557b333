public import DisplayList
public import Geometry

/// How a card looks: its size and, for each side, what stands where. Read from a data file; everything in it is resolved.
public struct Template: Sendable {
    public var name: String
    /// One line for people.
    public var summary: String
    /// The trimmed card.
    public var size: Size
    /// How far colour runs beyond the trim.
    public var bleed: Length
    /// How the bleed is made of what ends at the trim; nil where the elements run into the bleed themselves.
    public var edgeBleed: EdgeBleed?
    /// How far from the trim nothing is read, scanned or outlined.
    public var safe: Length
    /// Radius of the trimmed corners.
    public var cornerRadius: Length
    public var palette: Palette
    /// The articles of languages, small letters, by the first part of their tags; an article that ends in an apostrophe stands right before its word.
    public var articles: [String: [String]]
    /// The arrangements of the front, in order of preference.
    public var front: [Arrangement]
    /// The arrangements of the back, in order of preference; none where ``backs`` says so, one without a condition where all cards share it.
    public var back: [Arrangement]
    public var backs: Backs
    /// The file it was read from.
    public var file: String

    /// The boxes of each face of this template.
    public var boxes: PageBoxes {
        let trim = Rect(origin: .zero, size: size)
        return PageBoxes(
            trim: trim, bleed: trim.inset(by: -bleed), safe: trim.inset(by: safe), cornerRadius: cornerRadius)
    }

    /// Where the article that a text begins with ends; nil where it has none, or nothing else.
    func articleEnd(in text: String, language: String) -> String.Index? {
        let tag = language.split(separator: "-").first.map { $0.lowercased() } ?? ""
        // People write both apostrophes.
        func plain(_ text: some StringProtocol) -> [Character] {
            text.lowercased().map { $0 == "\u{2019}" ? "'" : $0 }
        }
        for article in (articles[tag] ?? []).map(plain).sorted(by: { $0.count > $1.count }) {
            guard let end = text.index(text.startIndex, offsetBy: article.count, limitedBy: text.endIndex),
                end < text.endIndex,
                plain(text[..<end]) == article
            else { continue }
            if article.last == "'" || text[end].isWhitespace { return end }
        }
        return nil
    }
}
