internal import DeckModel
internal import Diagnostics
internal import DisplayList
internal import FileAccess
internal import Fonts
internal import ICU
internal import Typesetting

/// Finds out which font sets which word of a deck, without laying out cards.
public struct FontsRun: Sendable {
    let deck: String
    let resources: Resources

    /// - Parameter deck: The deck's `deck.json` or its folder.
    public init(deck: String, resources: Resources) {
        self.deck = deck
        self.resources = resources
    }

    /// A text of the deck and how it is set.
    private struct Text {
        var text: String
        var language: String
        /// The language that it is reported under.
        var listed: String
        var weight: FontWeight
    }

    public func run() -> FontReport {
        var report = FontReport(file: deck)
        let (deck, found) = DeckReader.read(path: deck)
        report.diagnostics = found
        report.deck = deck?.id
        do {
            let fonts = try resources.fontBook()
            guard let deck else { return report }
            report.file = deck.file
            let pinned = PinnedFonts(
                file: resources.fontChoice.map { Paths.join(Paths.folder(of: $0.file), "SHA256SUMS") } ?? "")
            var collector = Collector(typesetter: Typesetter(fonts: fonts), pinned: pinned)
            for text in FontsRun.texts(of: deck) {
                collector.add(text.text, language: text.language, listed: text.listed, weight: text.weight)
            }
            (report.entries, report.missing) = (collector.entries, collector.missing)
            report.diagnostics += fonts.diagnostics
        } catch {
            report.diagnostics += error.diagnostics
        }
        return report
    }

    /// What cards print, language by language: words, readings, and what stands about the deck and its scenes. A card's first word
    /// is its headword, in bold.
    private static func texts(of deck: Deck) -> [Text] {
        let first = deck.languages.first ?? "und"
        var texts: [Text] = []
        for language in deck.languages {
            for card in deck.cards {
                guard let word = card.word(in: language) else { continue }
                let isHeadword =
                    language == first || (card.word(in: first) == nil && card.words.first?.language == language)
                texts.append(
                    Text(text: word.text, language: language, listed: language, weight: isHeadword ? .bold : .regular))
                if let reading = word.reading {
                    texts.append(
                        Text(text: reading, language: word.readingLanguage, listed: language, weight: .regular))
                }
                for run in word.ruby {
                    guard let reading = run.reading else { continue }
                    texts.append(Text(text: reading, language: language, listed: language, weight: .regular))
                }
            }
            guard language == first else { continue }
            let others = [deck.title(for: first)] + deck.cards.compactMap { $0.captured?.place }
            texts += others.map { Text(text: $0, language: first, listed: first, weight: .regular) }
        }
        return texts
    }
}

/// Sorts the pieces of texts by language, script and font.
private struct Collector {
    let typesetter: Typesetter
    let pinned: PinnedFonts
    private(set) var entries: [FontReport.Entry] = []
    private(set) var missing: [FontReport.Missing] = []
    private var places: [Key: Int] = [:]
    private var pins: [String: Bool?] = [:]

    private struct Key: Hashable {
        var language: String
        var script: Script
        var font: FontReference
        var choice: FontReport.Choice
    }

    init(typesetter: Typesetter, pinned: PinnedFonts) {
        self.typesetter = typesetter
        self.pinned = pinned
    }

    mutating func add(_ text: String, language: String, listed: String, weight: FontWeight) {
        let uses = typesetter.fontUses(of: text, style: TextStyle(language: language, weight: weight))
        if !uses.missing.isEmpty {
            missing.append(
                FontReport.Missing(language: listed, text: text, characters: uses.missing.map(\.scalar)))
        }
        for use in uses.pieces {
            guard let reason = use.reason, !use.text.allSatisfy(\.isWhitespace) else { continue }
            let choice = Collector.choice(reason)
            let key = Key(language: listed, script: use.script, font: use.font.reference, choice: choice)
            let place = places[key] ?? entries.count
            if place == entries.count {
                places[key] = place
                entries.append(entry(use, listed, choice))
            }
            if entries[place].texts.last != text { entries[place].texts.append(text) }
            guard let firstChoice = use.firstChoice, !use.lacking.isEmpty else { continue }
            let fallback = FontReport.Fallback(
                text: text, firstChoice: firstChoice.fullName, characters: use.lacking)
            if !entries[place].fallback.contains(fallback) { entries[place].fallback.append(fallback) }
        }
    }

    private static func choice(_ reason: FontReason) -> FontReport.Choice {
        let kind: FontReport.Choice.Kind =
            switch reason.kind {
            case .rule: .rule
            case .ownFont: .ownFont
            case .lastResort: .lastResort
            }
        return FontReport.Choice(
            kind: kind, tags: reason.tags, why: reason.why, file: reason.file, line: reason.line)
    }

    /// Whole numbers without a decimal point.
    private static func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }

    private mutating func entry(
        _ use: FontUse, _ language: String, _ choice: FontReport.Choice
    ) -> FontReport.Entry {
        let font = use.font.reference
        let isPinned = pins[font.file] ?? pinned.isPinned(font.file)
        pins[font.file] = isPinned
        return FontReport.Entry(
            language: language, languageName: languageName(language, in: "en"), script: use.script.description,
            scriptName: use.script.name, font: use.font.fullName, file: font.file, index: font.index,
            variations: font.variations.map { "\($0.tag)=\(Collector.number($0.value))" }, version: use.font.version,
            isPinned: isPinned, choice: choice, texts: [], fallback: [])
    }
}
