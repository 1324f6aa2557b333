import Diagnostics
import FileAccess

/// Where the deck is that someone named on a command line.
enum DeckLocation {
    private static let deckFile = "deck.json"

    /// The deck file for a path to it or to its folder.
    static func file(for path: String) -> Result<String, DiagnosticError> {
        guard !path.isEmpty else { return missing("no deck is named", hint: "name a deck.json or its folder") }
        switch FileStatus(path: path)?.kind {
        case .file: return .success(path)
        case .folder:
            let file = Paths.join(path, deckFile)
            switch FileStatus(path: file)?.kind {
            case .file: return .success(file)
            case nil:
                let hint = near(deckFile, in: path).map { "there is \(Quotation.quoted($0, limit: 200))" }
                return missing("no \(deckFile) in the folder \(Quotation.quoted(path, limit: 200))", hint: hint)
            default: return missing("\(Quotation.quoted(file, limit: 200)) is not a file", hint: nil)
            }
        case .other: return missing("\(Quotation.quoted(path, limit: 200)) is not a file", hint: nil)
        case nil:
            let hint = meant(by: path).map { "did you mean \(Quotation.quoted($0, limit: 200))?" }
            return missing("no file or folder \(Quotation.quoted(path, limit: 200))", hint: hint)
        }
    }

    private static func missing(_ message: String, hint: String?) -> Result<String, DiagnosticError> {
        .failure(DiagnosticError(Diagnostic(.missingInput, message, hint: hint)))
    }

    /// The path with its first part that is not there replaced by a near one that is, if the rest is there then.
    private static func meant(by path: String) -> String? {
        guard path.utf8.count <= 4096 else { return nil }
        let parts = path.split(separator: "/").map(String.init)
        var known = path.hasPrefix("/") ? "/" : ""
        for (index, part) in parts.enumerated() {
            let next = Paths.join(known, part)
            if FileStatus(path: next) != nil {
                known = next
                continue
            }
            guard let found = near(part, in: known.isEmpty ? "." : known) else { return nil }
            let base = Paths.join(known, Paths.name(of: found))
            let whole = parts[(index + 1)...].reduce(base, Paths.join)
            return FileStatus(path: whole) != nil ? whole : base
        }
        return nil
    }

    /// What a folder holds that is nearest to a name: near in spelling, else for a deck file the first `.json`.
    private static func near(_ name: String, in folder: String) -> String? {
        let names = (try? Files.list(folder)) ?? []
        let found =
            Suggestion.nearest(to: name, among: Array(names.prefix(20_000)))
            ?? (Paths.fileExtension(of: name) == "json" ? names.first { Paths.fileExtension(of: $0) == "json" } : nil)
        return found.map { Paths.join(folder, $0) }
    }
}
