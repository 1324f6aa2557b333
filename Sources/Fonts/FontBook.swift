public import Diagnostics
internal import FileAccess
internal import HarfBuzz
public import ICU
internal import Synchronization

/// The fonts that may be used, and which of them sets which language and script. Nothing that a system has installed is ever looked at.
///
/// Making a book reads the choice file and lists the folders; a font file is opened when text first needs it.
/// Files that the choice file names are used where it says, and there alone. All others found in the folders are the user's:
/// they come first wherever they have the characters.
public final class FontBook: Sendable {
    static let extensions = ["ttf", "otf", "ttc", "otc"]

    private let choice: FontChoice
    private let slots: [FaceName: FontSlot]
    private let namedFiles: [String]
    /// Paths of the user's files, in order of preference.
    private let userFiles: [String]
    private let state = Mutex(State())

    private struct State: Sendable {
        var userSlots: [FontSlot]?
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
    /// Throws ``Diagnostics/DiagnosticError`` where the choice file is missing or wrong, and where a rule has no font that is there.
    public init(choiceFile: String, folders: [String]) throws(DiagnosticError) {
        choice = try FontChoice(FontBook.read(choiceFile), file: choiceFile)
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
        let named = Set(choice.files)
        userFiles = found.filter { !named.contains($0) }.compactMap { paths[$0] }
        namedFiles = choice.files
        var slots: [FaceName: FontSlot] = [:]
        for face in (choice.rules + [choice.others]).flatMap({ $0.regular + $0.bold }) where slots[face] == nil {
            if let path = paths[face.file] { slots[face] = FontSlot(path: path, index: face.index) }
        }
        self.slots = slots
        for rule in choice.rules + [choice.others] {
            guard !rule.regular.isEmpty, !rule.regular.contains(where: { slots[$0] != nil }) else { continue }
            throw DiagnosticError(
                Diagnostic(
                    .missingInput, at: Place(file: choiceFile),
                    "no font file '\(rule.regular[0].file)' in \(FontBook.list(folders))",
                    hint: "run 'make setup', which fetches the fonts"))
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

    /// What is wrong with the choice file, the user's font files (all are opened for it) and the fonts used up to now, in an order that does not depend on who asked when.
    ///
    /// A broken file is a warning, a licence that forbids embedding an error.
    public var diagnostics: [Diagnostic] {
        _ = userSlots()
        let used = slots.values.compactMap { slot in slot.problem.map { (slot.path, slot.index, $0) } }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
            .map { FontBook.diagnostic(path: $0.0, $0.2) }
        return choice.warnings + state.withLock(\.userProblems) + used
    }

    private static func diagnostic(path: String, _ problem: FontProblem) -> Diagnostic {
        problem.isLicence
            ? Diagnostic(
                .error, at: Place(file: path), "the font cannot be used: \(problem.reason)",
                hint: "take the file out of the folder, or use a font with an open licence")
            : Diagnostic(
                .warning, at: Place(file: path), "the font is left out: \(problem.reason)",
                hint: "take the file out of the folder, or get it anew")
    }

    /// The faces for text of a language in a script.
    ///
    /// - Parameters:
    ///   - language: BCP 47 tag.
    ///   - script: The script of the characters, not of the language.
    public func candidates(language: String, script: Script, weight: FontWeight) -> FontCandidates {
        let request = Request(language: language, script: script, weight: weight)
        if let known = state.withLock({ $0.candidates[request] }) { return known }
        let parsed = Language(language)
        let user = userSlots().filter { $0.font != nil }.enumerated().map { place, slot in
            (slot: slot, unlike: FontBook.distance(slot, weight), place: place)
        }
        let own = user.sorted { ($0.unlike, $0.place) < ($1.unlike, $1.place) }.map(\.slot)
        let rules = choice.rules.filter { $0.applies(to: parsed, script: script) }
        let candidates = FontCandidates(
            chosen: own + rules.flatMap { $0.faces(weight) }.compactMap { slots[$0] },
            others: choice.others.faces(weight).compactMap { slots[$0] })
        state.withLock { state in
            // Tags come from decks; a deck that makes up tags shall not fill the memory.
            if state.candidates.count >= 4096 { state.candidates.removeAll() }
            state.candidates[request] = candidates
        }
        return candidates
    }

    /// How unlike a user's face is to what is wanted: weight first, then slope.
    private static func distance(_ slot: FontSlot, _ weight: FontWeight) -> Int {
        guard let font = slot.font else { return 4 }
        return (font.isBold == (weight == .bold) ? 0 : 2) + (font.isItalic ? 1 : 0)
    }

    /// The faces of the user's files, opened at the first call.
    private func userSlots() -> [FontSlot] {
        state.withLock { state in
            if let slots = state.userSlots { return slots }
            var slots: [FontSlot] = []
            for path in userFiles {
                // A file that is no font has no faces; asking for its first one tells what is wrong with it.
                let count = (try? MappedFile(path: path)).map { Face.count(in: $0) } ?? 0
                for index in 0..<min(max(1, count), 64) {
                    let slot = FontSlot(path: path, index: index)
                    if slot.font != nil {
                        slots.append(slot)
                    } else if index == 0, let problem = slot.problem {
                        state.userProblems.append(FontBook.diagnostic(path: path, problem))
                    }
                }
            }
            state.userSlots = slots
            return slots
        }
    }
}
