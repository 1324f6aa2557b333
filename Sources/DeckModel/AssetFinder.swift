import Diagnostics
import FileAccess

/// Finds the files that a deck names, and the ones that may have been meant.
struct AssetFinder {
    /// The deck's folder, links resolved; nil where there is none.
    let root: String?
    /// All files below the deck's folder, read when the first file is missing.
    private var files: [String]?
    /// What hints may still cost: a deck of many cards on the wrong disk should not be compared name by name with all it holds.
    private var comparisonsLeft = 200_000

    /// Longest path that is looked for, and how much of a deck's folder is read for hints.
    private static let pathLimit = 1024
    private static let fileLimit = 20_000
    private static let depthLimit = 8

    init(folder: String) {
        root = Files.resolved(folder)
    }

    /// Nil where the path leads to a file inside the deck's folder; else what is wrong, and whether that is a missing file.
    mutating func fault(in path: String, _ kind: AssetKind) -> (fault: Fault, isMissing: Bool)? {
        if let fault = AssetFinder.spellingFault(in: path) { return (fault, false) }
        guard let root, let real = Files.resolved(Paths.join(root, path)) else {
            return (Fault("no file \(Quotation.quoted(path)) in the deck's folder", hint: hint(for: path, kind)), true)
        }
        let prefix = root == "/" ? "/" : root + "/"
        guard real.utf8.starts(with: prefix.utf8) else {
            return (
                Fault(
                    "\(Quotation.quoted(path)) leads out of the deck's folder",
                    hint: "copy the file into the deck's folder"), false
            )
        }
        switch FileStatus(path: real)?.kind {
        case .file: return nil
        case .folder: return (Fault("\(Quotation.quoted(path)) is a folder", hint: "name a file in it"), false)
        default: return (Fault("\(Quotation.quoted(path)) is not a file"), false)
        }
    }

    /// What a path must not be, whatever is on the disk.
    private static func spellingFault(in path: String) -> Fault? {
        let bytes = path.utf8
        if bytes.isEmpty { return Fault("must not be empty", hint: "leave the field out where there is no file") }
        if bytes.count > pathLimit { return Fault("is longer than \(pathLimit) bytes") }
        if let fault = TextRule.characterFault(in: path, lineBreaks: false) { return fault }
        if WebAddress.isMeant(by: path) {
            return Fault("must be a file in the deck's folder, found an address")
        }
        if bytes.contains(UInt8(ascii: "\\")) {
            let hint = path.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
            return Fault("paths are written with '/', not with '\\'", hint: "write \(Quotation.quoted(hint))")
        }
        if bytes.first == UInt8(ascii: "/") || bytes.dropFirst().first == UInt8(ascii: ":") {
            return Fault(
                "\(Quotation.quoted(path)) is an absolute path",
                hint: "copy the file into the deck's folder and name it from there")
        }
        if bytes.split(separator: UInt8(ascii: "/")).contains(where: { $0.elementsEqual("..".utf8) }) {
            return Fault("\(Quotation.quoted(path)) holds '..'", hint: "copy the file into the deck's folder")
        }
        return nil
    }

    // MARK: Hints

    private mutating func hint(for path: String, _ kind: AssetKind) -> String? {
        guard let root, comparisonsLeft > 0 else { return nil }
        let all = self.files ?? AssetFinder.listing(of: root)
        self.files = all
        comparisonsLeft -= all.count
        let files = all.filter { kind.fault(extensionOf: $0) == nil && kind.doubt(extensionOf: $0) == nil }
        let folder = Paths.folder(of: path)
        let near = files.filter { Paths.folder(of: $0).utf8.elementsEqual(folder.utf8) }
        if all.contains(path) {
            return
                "there is one that looks the same but is stored with other code points (NFC and NFD): rename the file"
        }
        let found =
            sameName(as: path, in: near) ?? sameStem(as: path, in: near) ?? sameName(as: path, in: files)
            ?? nearest(to: path, in: near) ?? sameStem(as: path, in: files) ?? nearest(to: path, in: files)
        return found.map { "there is \(Quotation.quoted($0, limit: 200))" }
    }

    /// The file of the same name, be it in other case.
    private func sameName(as path: String, in files: [String]) -> String? {
        let name = Paths.name(of: path).lowercased()
        return files.first { Paths.name(of: $0).lowercased() == name }
    }

    /// The file of the same name with another extension.
    private func sameStem(as path: String, in files: [String]) -> String? {
        let stem = AssetFinder.stem(of: Paths.name(of: path).lowercased())
        return files.first { AssetFinder.stem(of: Paths.name(of: $0).lowercased()) == stem }
    }

    private mutating func nearest(to path: String, in files: [String]) -> String? {
        guard files.count <= comparisonsLeft else { return nil }
        comparisonsLeft -= files.count
        let names = files.map(Paths.name(of:))
        guard let name = Suggestion.nearest(to: Paths.name(of: path), among: names) else { return nil }
        return files.first { Paths.name(of: $0) == name }
    }

    private static func stem(of name: String) -> Substring {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name[...] }
        return name[..<dot]
    }

    /// Paths of the files below a folder, as far as the limits go; hidden ones and linked folders are left out.
    private static func listing(of root: String) -> [String] {
        var files: [String] = []
        var folders: [(path: String, depth: Int)] = [("", 0)]
        var seen = 0
        while let (folder, depth) = folders.popLast(), seen < fileLimit {
            let names = (try? Files.list(Paths.join(root, folder.isEmpty ? "." : folder))) ?? []
            for name in names where !name.utf8.starts(with: ".".utf8) && seen < fileLimit {
                seen += 1
                let path = folder.isEmpty ? name : "\(folder)/\(name)"
                let full = Paths.join(root, path)
                switch FileStatus(path: full)?.kind {
                case .file: files.append(path)
                case .folder where depth < depthLimit && Files.resolved(full)?.utf8.elementsEqual(full.utf8) == true:
                    folders.append((path, depth + 1))
                default: break
                }
            }
        }
        return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
