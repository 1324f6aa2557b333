internal import Diagnostics
internal import FileAccess

/// Files as they are at a revision of a git repository.
struct GitRevision: Sendable {
    /// A file of the revision.
    struct Entry: Hashable, Sendable {
        /// From the repository's top folder.
        var path: String
        var object: String
        var isLink: Bool
    }

    /// As its user named it.
    let name: String
    /// The repository's top folder, links resolved.
    let root: String
    private let commit: String
    private let git: Git

    /// Finds the revision in the repository that holds a file or folder. Throws `DiagnosticError` where there is no
    /// repository or no such revision.
    init(_ name: String, around path: String) async throws {
        let folder = FileStatus(path: path)?.kind == .folder ? path : Paths.folder(of: path)
        let found = try await Git(folder: folder).ask("rev-parse", "--show-toplevel")
        guard found.isDone, let top = found.lines.first, let root = Files.resolved(top) else {
            throw DiagnosticError(
                Diagnostic(
                    .wrongUse, "\(Quotation.quoted(path, limit: 200)) lies in no git repository: \(found.complaint)",
                    hint: "compare two decks: capprint diff old/deck.json new/deck.json"))
        }
        git = Git(folder: root)
        let commit = try await git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}")
        guard commit.isDone, let hash = commit.lines.first, !hash.isEmpty else {
            let names = try await git.ask(
                "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
            throw DiagnosticError(
                Diagnostic(
                    .wrongUse, "there is no revision \(Quotation.quoted(name)) in the repository",
                    hint: Suggestion.hint(for: name, among: names.lines.filter { !$0.isEmpty })
                        ?? "'git log --oneline' shows which there are"))
        }
        self.name = name
        self.root = root
        self.commit = hash
    }

    /// The path of a file or folder from the repository's top; nil where it lies elsewhere.
    func path(of file: String) -> String? {
        // What is no longer there may have been there then: only its folder must exist.
        let known =
            Files.resolved(file) ?? Files.resolved(Paths.folder(of: file)).map { Paths.join($0, Paths.name(of: file)) }
        guard let known else { return nil }
        if known == root { return "" }
        return known.hasPrefix(root + "/") ? String(known.dropFirst(root.count + 1)) : nil
    }

    /// The files in a folder and those below; empty where it was not there.
    func entries(below folder: String) async throws -> [Entry] {
        let answer =
            folder.isEmpty
            ? try await git.ask("ls-tree", "-r", "-z", "--full-tree", commit)
            : try await git.ask("ls-tree", "-r", "-z", "--full-tree", commit, "--", folder)
        guard answer.isDone else {
            throw DiagnosticError(
                Diagnostic(
                    .error,
                    "git cannot list \(Quotation.quoted(name)): \(Quotation.quoted(answer.complaint, limit: 120))"))
        }
        return try Self.entries(answer.output, at: name)
    }

    /// Reads what `git ls-tree -z` lists. Throws `DiagnosticError` with the paths that lead out of the folder they are
    /// to be written to: git makes none, but a repository from elsewhere may hold them.
    static func entries(_ listing: [UInt8], at revision: String) throws(DiagnosticError) -> [Entry] {
        var found: [Entry] = []
        var problems: [Diagnostic] = []
        for record in listing.split(separator: 0) {
            guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else { continue }
            let words = record[..<tab].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            guard words.count == 3, words[1] == "blob" else { continue }
            let path = String(decoding: record[(tab + 1)...], as: UTF8.self)
            guard !path.isEmpty, normalized(path) == path else {
                problems.append(
                    Diagnostic(
                        .error, "\(Quotation.quoted(path, limit: 200)) at \(revision) is no path within the repository",
                        hint: "'git fsck' checks the repository; do not trust one that holds such a path"))
                continue
            }
            found.append(Entry(path: path, object: words[2], isLink: words[0] == "120000"))
        }
        guard problems.isEmpty else { throw DiagnosticError(problems) }
        return found
    }

    /// Writes files below a folder, each at its path in the repository, and where they are links also what those lead to
    /// within the repository. Throws `DiagnosticError` with those that are only pointers to Git LFS here.
    func write(_ entries: [Entry], below folder: String) async throws {
        var links: [String: String] = [:]
        var known = Set(entries.map(\.path))
        var next = entries
        for _ in 0...Self.longestChain where !next.isEmpty {
            let found = try await export(next, below: folder)
            links.merge(found) { first, _ in first }
            let targets = Set(found.values).subtracting(known)
            known.formUnion(targets)
            next = targets.isEmpty ? [] : try await self.entries(below: "").filter { targets.contains($0.path) }
        }
        for (link, target) in links.sorted(by: { $0.key < $1.key }) {
            var file = target
            var steps = 0
            while let further = links[file], steps < Self.longestChain {
                file = further
                steps += 1
            }
            // A link that leads nowhere is told of where the file is wanted.
            guard links[file] == nil else { continue }
            let bytes: [UInt8]
            do throws(FileError) {
                bytes = try Files.read(Paths.join(folder, file))
            } catch {
                if error.isMissing || FileStatus(path: error.path)?.kind == .folder { continue }
                throw error
            }
            try Self.write(bytes, to: Paths.join(folder, link))
        }
    }

    /// Links that lead to links: more are a circle.
    private static let longestChain = 8

    /// Writes files; links come back, each with the path in the repository that it leads to.
    private func export(_ entries: [Entry], below folder: String) async throws -> [String: String] {
        var links: [String: String] = [:]
        var absent: [Diagnostic] = []
        let storage = try await storageOfLargeFiles()
        try await git.read(objects: entries.map(\.object)) { index, content in
            let entry = entries[index]
            if entry.isLink {
                let target = String(decoding: content, as: UTF8.self)
                links[entry.path] = Self.normalized(Paths.join(Paths.folder(of: entry.path), target))
                return
            }
            var content = content
            if let pointer = LargeFilePointer(content) {
                do throws(FileError) {
                    content = try Files.read(Paths.join(storage, pointer.place))
                } catch {
                    guard error.isMissing else { throw error }
                    absent.append(
                        Diagnostic(
                            .missingInput,
                            "\(Quotation.quoted(entry.path, limit: 200)) at \(name) is kept by Git LFS, and is not on this machine",
                            hint: "'git lfs fetch origin \(name)' brings it"))
                    return
                }
            }
            try Self.write(content, to: Paths.join(folder, entry.path))
        }
        guard absent.isEmpty else { throw DiagnosticError(absent) }
        return links
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        try Files.makeFolder(Paths.folder(of: path))
        let file = try ReplacedFile(path: path)
        try file.write(bytes)
        try file.commit(isSynced: false)
    }

    private func storageOfLargeFiles() async throws -> String {
        let answer = try await git.ask("rev-parse", "--git-common-dir")
        return Paths.join(Paths.join(root, answer.lines.first ?? ".git"), "lfs/objects")
    }

    /// A path without `.` and `..`; nil where it leads out of its top folder.
    static func normalized(_ path: String) -> String? {
        guard !path.hasPrefix("/") else { return nil }
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return parts.joined(separator: "/")
    }
}
