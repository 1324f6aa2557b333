public import Diagnostics
internal import FileAccess
internal import ICU
internal import JSONSource
internal import Synchronization

/// Where long words may be parted at the end of a line, language by language, by patterns in data files.
///
/// A file is read when a word of its language first needs it.
public final class Hyphenator: Sendable {
    private let rules: [HyphenationRule]
    private let folders: [String]
    private let file: String
    private let state = Mutex(State())

    private struct State: Sendable {
        /// By file name.
        var patterns: [String: HyphenationPatterns] = [:]
        /// Why files that were needed cannot be used.
        var problems: [String: String] = [:]
    }

    /// Shorter words, in letters with their vowel signs and marks, are never parted.
    private static let shortestWord = 8
    /// A part of a word has at least as many of them, whatever its language allows: fewer are no help to who learns to read.
    private static let shortestPart = 3
    /// And as many of what readers take for one character: a syllable of an Indic script alone is too little.
    private static let leastCharacters = 2

    /// Reads the choice file; the files of patterns lie in `folders`. Throws ``Diagnostics/DiagnosticError`` where the choice file is missing or wrong.
    public init(choiceFile: String, folders: [String]) throws(DiagnosticError) {
        file = choiceFile
        self.folders = folders
        let bytes: [UInt8]
        do {
            bytes = try Files.read(choiceFile, limit: 1 << 20)
        } catch {
            throw DiagnosticError(
                Diagnostic(
                    .missingInput, at: Place(file: choiceFile), "the hyphenation rules cannot be read: \(error.reason)",
                    hint: "get the file anew from where capprint came from"))
        }
        var reader = ObjectReader(try JSONParser.parse(bytes, file: choiceFile), file: choiceFile)
        _ = reader.string("$schema")
        _ = reader.integer("version", in: 1...1, required: true)
        rules = reader.objects("rules", required: true, Hyphenator.readRule) ?? []
        reader.finish()
        if reader.diagnostics.contains(where: \.isError) { throw DiagnosticError(reader.diagnostics) }
    }

    private static func readRule(_ reader: inout ObjectReader) -> HyphenationRule {
        _ = reader.string("why")
        var rule = HyphenationRule(tags: [])
        for (text, value) in reader.strings("for", required: true)?.0 ?? [] {
            if let tag = HyphenationRule.Tag(text) {
                rule.tags.append(tag)
            } else {
                reader.report(
                    at: value, "for", "'\(text)' is no language tag", hint: "such as 'de', 'sr-Latn' or 'und-Armn'")
            }
        }
        rule.patterns = reader.string("patterns")?.0
        rule.longestOnly = reader.bool("longestOnly")?.0 ?? false
        if let (text, _) = reader.string("vowels") { rule.vowels = VowelRule(vowels: Set(text.unicodeScalars)) }
        for name in ["together", "onsets"] {
            guard let (list, value) = reader.strings(name) else { continue }
            let letters = Set(list.map { Array($0.0.unicodeScalars) })
            if rule.vowels == nil { reader.report(at: value, name, "says something about 'vowels' only") }
            if name == "together" { rule.vowels?.together = letters } else { rule.vowels?.onsets = letters }
        }
        rule.vowels?.isOpen = reader.bool("open")?.0 ?? false
        rule.isMonosyllabic = reader.bool("monosyllabic")?.0 ?? false
        if let (text, value) = reader.string("hyphen") {
            rule.hyphen = text.unicodeScalars.first
            if text.unicodeScalars.count != 1 { reader.report(at: value, "hyphen", "must be one character") }
        }
        reader.finish()
        return rule
    }

    /// The sign at the end of a line whose word goes on, in a language: U+2010 where no rule has another.
    public func hyphen(language: String) -> Unicode.Scalar {
        let parsed = Language(language)
        return rules.first { $0.hyphen != nil && $0.applies(to: parsed) }?.hyphen ?? "\u{2010}"
    }

    /// The code units of a word before which it may be parted; none for short words and where a language has no patterns.
    ///
    /// - Parameter word: Letters and marks alone, UTF-16.
    public func breaks(in word: [UInt16], language: String) -> [Int] {
        let scalars = Array(String(decoding: word, as: UTF16.self).unicodeScalars)
        guard scalars.count >= Hyphenator.shortestWord, let patterns = patterns(for: language) else { return [] }
        let graphemes = UnicodeText.graphemeBoundaries(word)
        let characters = 1 + graphemes.dropFirst().lazy.filter { $0 }.count
        var found: [Int] = []
        var (offset, before) = (0, 0)
        let breaks = Set(patterns.breaks(in: scalars.map(Hyphenator.lowercased)))
        for (place, scalar) in scalars.enumerated() {
            let isWhole = place == 0 || graphemes[offset]
            if isWhole, breaks.contains(place), place >= Hyphenator.shortestPart,
                scalars.count - place >= Hyphenator.shortestPart, before >= Hyphenator.leastCharacters,
                characters - before >= Hyphenator.leastCharacters
            {
                found.append(offset)
            }
            if isWhole { before += 1 }
            offset += scalar.value > 0xFFFF ? 2 : 1
        }
        return found
    }

    /// The code units of a word before which a spoken syllable begins, the first aside: by the vowels of its language, else by its patterns, of short
    /// words too; nil where a language has neither.
    ///
    /// - Parameter word: Letters and marks alone, UTF-16, in NFC.
    public func syllableBreaks(in word: [UInt16], language: String) -> [Int]? {
        let parsed = Language(language)
        let spoken = rules.first { ($0.vowels != nil || $0.isMonosyllabic) && $0.applies(to: parsed) }
        if spoken?.isMonosyllabic == true { return [] }
        let scalars = Array(String(decoding: word, as: UTF16.self).unicodeScalars)
        let letters = scalars.map(Hyphenator.lowercased)
        guard let breaks = spoken?.vowels?.breaks(in: letters) ?? patterns(for: language)?.breaks(in: letters) else {
            return nil
        }
        let graphemes = UnicodeText.graphemeBoundaries(word)
        var offsets: [Int] = [0]
        for scalar in scalars { offsets.append(offsets[offsets.count - 1] + (scalar.value > 0xFFFF ? 2 : 1)) }
        return breaks.map { offsets[$0] }.filter { $0 < word.count && graphemes[$0] }
    }

    /// One small letter for one large one, so that places stay what they are.
    private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let mapped = scalar.properties.lowercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped.first ?? scalar : scalar
    }

    private func patterns(for language: String) -> HyphenationPatterns? {
        let parsed = Language(language)
        guard let rule = rules.first(where: { $0.patterns != nil && $0.applies(to: parsed) }), let name = rule.patterns
        else { return nil }
        return state.withLock { state -> HyphenationPatterns? in
            if let known = state.patterns[name] { return known }
            guard state.problems[name] == nil else { return nil }
            do throws(FileError) {
                guard let folder = folders.first(where: { FileStatus(path: Paths.join($0, name))?.kind == .file })
                else {
                    state.problems[name] = "there is no such file"
                    return nil
                }
                state.patterns[name] = HyphenationPatterns(
                    try Files.read(Paths.join(folder, name), limit: 1 << 24), longestOnly: rule.longestOnly)
                if state.patterns[name] == nil {
                    state.problems[name] = "its first line names no character set that is known"
                }
            } catch {
                state.problems[name] = error.reason
            }
            return state.patterns[name]
        }
    }

    /// What was wrong with the files that were needed, by name.
    public var diagnostics: [Diagnostic] {
        state.withLock(\.problems).sorted { $0.key < $1.key }.map { name, reason in
            Diagnostic(
                .warning, at: Place(file: file),
                "long words are not parted by '\(name)': \(reason)",
                hint: "run 'make setup', which fetches the patterns")
        }
    }
}
