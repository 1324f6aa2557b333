internal import Diagnostics
internal import FileAccess
internal import JSONSource

/// A deck as it is at a git revision, exported to a scratch folder with the files that it names.
struct DeckAtRevision: Sendable {
    /// The job with deck, templates and fonts of the revision.
    let job: Job
    /// What is worth knowing about templates and fonts.
    let notes: [String]
    private let scratch: String
    private let name: String
    /// The top folder of the repository.
    private let root: String

    /// Exports the deck, and those of the given template and font folders that lie in the same repository.
    ///
    /// Throws `DiagnosticError` where the revision or the deck is not there, `FileError` where the scratch folder cannot be
    /// written.
    init(
        _ revision: String, _ job: Job, templates: [String], fonts: [String], scratch: String
    ) async throws {
        let file = SnapshotFiles(deck: job.deck, reference: nil).deck
        let git = try await GitRevision(revision, around: file)
        guard let path = git.path(of: file) else {
            throw DiagnosticError(
                Diagnostic(.missingInput, "no file or folder \(Quotation.quoted(job.deck, limit: 200))"))
        }
        let folder = path.contains("/") ? Paths.folder(of: path) : ""
        let entries = try await git.entries(below: folder)
        guard let deck = entries.first(where: { $0.path == path }) else {
            let other = entries.first { Paths.fileExtension(of: $0.path) == "json" }?.path
            throw DiagnosticError(
                Diagnostic(
                    .missingInput, "\(Quotation.quoted(path, limit: 200)) was not there at \(revision)",
                    hint: other.map { "\(Quotation.quoted($0, limit: 200)) was" } ?? "name a later revision"))
        }
        try await git.write([deck], below: scratch)
        let target = Paths.join(scratch, path)
        // A deck that cannot be read is told of when it is laid out.
        var names: Set<String> = []
        if let bytes = try? Files.read(target), let value = try? JSONParser.parse(bytes, file: target) {
            Self.collect(value, folder: folder, &names)
        }
        try await git.write(entries.filter { $0 != deck && names.contains($0.path) }, below: scratch)

        var result = job
        result.deck = target
        var notes: [String] = []
        func exported(_ given: [String]) async throws -> [String] {
            var folders: [String] = []
            for path in given {
                guard let inside = git.path(of: path) else {
                    folders.append(path)
                    continue
                }
                let entries = try await git.entries(below: inside)
                guard !entries.isEmpty else {
                    notes.append(
                        "\(Quotation.quoted(path, limit: 200)) was not there at \(revision); it is used as it is now")
                    folders.append(path)
                    continue
                }
                try await git.write(entries, below: scratch)
                folders.append(Paths.join(scratch, inside))
                // Fonts that git does not keep are taken from where they are.
                let fonts: Set = ["ttf", "otf", "ttc", "otc"]
                if inside != "", entries.contains(where: { Paths.name(of: $0.path) == "fonts.json" }),
                    !entries.contains(where: { fonts.contains(Paths.fileExtension(of: $0.path)) })
                {
                    folders.append(path)
                }
            }
            return folders
        }
        result.resources = Resources(templates: try await exported(templates), fonts: try await exported(fonts))
        if job.template.contains("/") || job.template.hasSuffix(".json"), let inside = git.path(of: job.template),
            let entry = try await git.entries(below: inside).first(where: { $0.path == inside })
        {
            try await git.write([entry], below: scratch)
            result.template = Paths.join(scratch, inside)
        }
        self.job = result
        self.notes = notes
        self.scratch = scratch
        name = revision
        root = git.root
    }

    /// Every text of the document as a path from the repository's top: what a deck names is among them.
    private static func collect(_ value: JSONValue, folder: String, _ names: inout Set<String>) {
        switch value.kind {
        case .string(let text):
            if let path = GitRevision.normalized(Paths.join(folder, text)), !text.hasPrefix("/") { names.insert(path) }
        case .array(let values): for value in values { collect(value, folder: folder, &names) }
        case .object(let members): for member in members { collect(member.value, folder: folder, &names) }
        default: break
        }
    }

    /// Where the repository has an exported file, whether or not it is there now.
    func original(_ path: String) -> String {
        path.hasPrefix(scratch + "/") ? Paths.join(root, String(path.dropFirst(scratch.count + 1))) : path
    }

    /// The diagnostics with the files named as git names them: `main:kitchen/deck.json`.
    func named(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.place?.file.replace(scratch + "/", with: name + ":")
            diagnostic.message.replace(scratch + "/", with: name + ":")
            diagnostic.hint?.replace(scratch + "/", with: name + ":")
            return diagnostic
        }
    }
}
