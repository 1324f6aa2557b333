internal import FileAccess

/// A finished file that waits to take its place; gone if it never does.
final class PendingFile {
    /// As its user named it.
    let path: String
    private var file: ReplacedFile?

    /// Throws `FileError`.
    init(path: String, bytes: [UInt8]) throws(FileError) {
        self.path = path
        let file = try ReplacedFile(path: path)
        try file.write(bytes)
        self.file = consume file
    }

    /// Throws `FileError`; the target is then as it was.
    func commit() throws(FileError) { try file.take()?.commit() }
}
