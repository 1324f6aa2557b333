import FileAccess

/// A folder for one test.
struct ScratchFolder {
    let path: String

    init() throws { path = try Files.makeTemporaryFolder() }

    /// Writes a file and answers its path.
    func put(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = try ReplacedFile(path: Paths.join(path, name))
        try file.write(bytes)
        let path = file.path
        try file.commit(isSynced: false)
        return path
    }

    func remove() {
        func clear(_ folder: String) {
            for name in (try? Files.list(folder)) ?? [] {
                let inner = Paths.join(folder, name)
                if FileStatus(path: inner)?.kind == .folder { clear(inner) } else { Files.remove(inner) }
            }
            Files.removeFolder(folder)
        }
        clear(path)
    }
}
