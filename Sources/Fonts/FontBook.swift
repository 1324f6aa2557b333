public import Diagnostics
internal import FileAccess
internal import HarfBuzz
public import ICU
internal import Synchronization

/// The fonts that may be used, and which of them sets which language and script. Nothing that a system has installed is ever looked at.
///
/// Making a book reads the choice files and lists the folders; a font file is opened when text first needs it.
/// Files that a choice file names are used where it says, and there alone. All others found in the folders are the user's: they come before
/// the rules for a script wherever they have the characters, and before those for a language where they say that they are made for it.
public final class FontBook: Sendable {
    static let extensions = ["ttf", "otf", "ttc", "otc"]

    /// The user's choice files, in order of preference.
    private let overlays: [FontChoice]
    private let base: FontChoice
    private let slots: [FaceName: FontSlot]
    /// Paths of the user's files, in order of preference.
    private let userFiles: [String]
    private let state = Mutex(State())

    private struct OwnFont: Sendable {
        var slot: FontSlot
        var nature: FontNature
    }

    private struct State: Sendable {
        var ownFonts: [OwnFont]?
        var userProblems: [Diagnostic] = []
        var candidates: [Request: FontCandidates] = [:]
    }

    private struct Request: Hashable, Sendable {
        var language: String
        var script: Script
        var weight: FontWeight
    }

    /// A book of the fonts in `folders`, the first of which is preferred where two have a file of the same name.
    ///
    /// - Parameters:
    ///   - choiceFile: The rules for all languages and the last resort.
    ///   - overlays: A user's own choice files, the most important first: their rules come before all others.
    ///
    /// Throws ``Diagnostics/DiagnosticError`` where a choice file is missing or wrong, and where a rule has no font that is there.
    public init(choiceFile: String, overlays: [String] = [], folders: [String]) throws(DiagnosticError) {
        base = try FontChoice(FontBook.read(choiceFile), file: choiceFile)
        var added: [FontChoice] = []
        for file in overlays { added.append(try FontChoice(FontBook.read(file), file: file, isOverlay: true)) }
        self.overlays = added
        let choices = added + [base]
        var paths: [String: String] = [:]
        var found: [String] = []
        for folder in folders {
            for name in (try? Files.list(folder)) ?? []
            where FontBook.extensions.contains(Paths.fileExtension(of: name)) {
                guard paths[name] == nil else { continue }
                paths[name] = Paths.join(folder, name)
                found.append(name)
            }
        }
        let named = Set(choices.flatMap(\.faces).map(\.file))
        userFiles = found.filter { !named.contains($0) }.compactMap { paths[$0] }
        var slots: [FaceName: FontSlot] = [:]
        for face in choices.flatMap(\.faces) where slots[face] == nil {
            if let path = paths[face.file] { slots[face] = FontSlot(path: path, name: face) }
        }
        self.slots = slots
        for (choice, file) in zip(choices, overlays + [choiceFile]) {
            for rule in choice.rules + [choice.others] {
                guard !rule.regular.isEmpty, !rule.regular.contains(where: { slots[$0] != nil }) else { continue }
                throw DiagnosticError(
                    Diagnostic(
                        .missingInput, at: Place(file: file, line: rule.line),
                        "no font file '\(rule.regular[0].file)' in \(FontBook.list(folders))",
                        hint: file == choiceFile
                            ? "run 'make setup', which fetches the fonts" : "put the file into the folder of this one"))
            }
        }
    }

    private static func read(_ choiceFile: String) throws(DiagnosticError) -> [UInt8] {
        do {
            return try Files.read(choiceFile, limit: 1 << 20)
        } catch {
            throw DiagnosticError(
                Diagnostic(
                    .missingInput, at: Place(file: choiceFile), "the font choice cannot be read: \(error.reason)",
                    hint: "run 'make setup', or name the folder that has it with --fonts"))
        }
    }

    private static func list(_ folders: [String]) -> String {
        folders.isEmpty ? "no folder at all" : folders.map { "'\($0)'" }.joined(separator: ", ")
    }

    /// What is wrong with the choice files, the user's font files (all are opened for it) and the fonts used up to now, in an order that does not depend on who asked when.
    ///
    /// A broken file is a warning, a licence that forbids embedding an error.
    public var diagnostics: [Diagnostic] {
        _ = ownFonts()
        let used = slots.values.compactMap { slot in slot.problem.map { (slot.path, slot.name.index, $0) } }
            .sorted { ($0.0, $0.1, $0.2.reason) < ($1.0, $1.1, $1.2.reason) }
            .map { FontBook.diagnostic(path: $0.0, $0.2) }
        return (overlays + [base]).flatMap(\.warnings) + state.withLock(\.userProblems) + used
    }

    private static func diagnostic(path: String, _ problem: FontProblem) -> Diagnostic {
        let place = Place(file: path)
        switch problem.cause {
        case .licence:
            return Diagnostic(
                .error, at: place, "the font cannot be used: \(problem.reason)",
                hint:
                    "take the file out of the folder and use a font with an open licence; if you may embed it, its maker has a file that says so"
            )
        case .file:
            return Diagnostic(
                .warning, at: place, "the font is left out: \(problem.reason)",
                hint: "take the file out of the folder, or get it anew")
        case .rule:
            return Diagnostic(
                .warning, at: place, "the font is left out: \(problem.reason)",
                hint: "name what it has after the '@' in fonts.json")
        }
    }

    /// The faces for text of a language in a script.
    ///
    /// - Parameters:
    ///   - language: BCP 47 tag.
    ///   - script: The script of the characters, not of the language; ``ICU/Script/emoji`` for what is shown as emoji.
    public func candidates(language: String, script: Script, weight: FontWeight) -> FontCandidates {
        let request = Request(language: language, script: script, weight: weight)
        if let known = state.withLock({ $0.candidates[request] }) { return known }
        let parsed = Language(language)
        let rules = base.rules.filter { $0.applies(to: parsed, script: script) }
        let forLanguage = rules.filter { $0.isMade(for: parsed, script: script) }
        let forScript = rules.filter { !$0.isMade(for: parsed, script: script) }
        let own = ownFonts().enumerated().map { place, own in
            (
                slot: own.slot, unlike: FontBook.distance(own.slot, weight), place: place,
                fitness: own.nature.fitness(for: parsed, script: script, hasRule: !forLanguage.isEmpty)
            )
        }
        .sorted { ($0.unlike, $0.place) < ($1.unlike, $1.place) }
        func owned(_ fitness: FontNature.Fitness) -> [FontCandidates.Candidate] {
            own.filter { $0.fitness == fitness }.map { own in
                FontCandidates.Candidate(slot: own.slot, reason: FontBook.ownReason(fitness))
            }
        }
        let overlaid = overlays.flatMap(\.rules).filter { $0.applies(to: parsed, script: script) }
        var chosen = candidates(overlaid, weight) + owned(.made)
        chosen += candidates(forLanguage, weight) + owned(.able) + candidates(forScript, weight)
        let candidates = FontCandidates(
            chosen: chosen, others: candidates((overlays + [base]).map(\.others), weight, .lastResort), weight: weight)
        state.withLock { state in
            // Tags come from decks; a deck that makes up tags shall not fill the memory.
            if state.candidates.count >= 4096 { state.candidates.removeAll() }
            state.candidates[request] = candidates
        }
        return candidates
    }

    private func candidates(
        _ rules: [FontRule], _ weight: FontWeight, _ kind: FontReason.Kind = .rule
    ) -> [FontCandidates.Candidate] {
        rules.flatMap { rule in
            let reason = FontReason(
                kind: kind, tags: rule.tags.map(\.description), why: rule.why, file: rule.file, line: rule.line)
            return rule.faces(weight).compactMap { face in
                slots[face].map { FontCandidates.Candidate(slot: $0, reason: reason) }
            }
        }
    }

    private static func ownReason(_ fitness: FontNature.Fitness) -> FontReason {
        FontReason(
            kind: .ownFont,
            why: fitness == .made
                ? "Your own font, which says that it is made for this language."
                : "Your own font, which has all the letters.")
    }

    /// How unlike a user's face is to what is wanted: weight first, then slope.
    private static func distance(_ slot: FontSlot, _ weight: FontWeight) -> Int {
        guard let font = slot.font(weight) else { return 4 }
        return (font.isBold == (weight == .bold) ? 0 : 2) + (font.isItalic ? 1 : 0)
    }

    /// The faces of the user's files, opened at the first call.
    private func ownFonts() -> [OwnFont] {
        state.withLock { state in
            if let fonts = state.ownFonts { return fonts }
            var fonts: [OwnFont] = []
            for path in userFiles {
                // A file that is no font has no faces; asking for its first one tells what is wrong with it.
                let count = (try? MappedFile(path: path)).map { Face.count(in: $0) } ?? 0
                for index in 0..<min(max(1, count), 64) {
                    let slot = FontSlot(path: path, name: FaceName(file: Paths.name(of: path), index: index))
                    if let font = slot.font(.regular) {
                        fonts.append(OwnFont(slot: slot, nature: FontNature(font)))
                    } else if index == 0, let problem = slot.problem {
                        state.userProblems.append(FontBook.diagnostic(path: path, problem))
                    }
                }
            }
            state.ownFonts = fonts
            return fonts
        }
    }
}
