#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file that is replaced whole or not at all: written beside its target under a temporary name, synced, then renamed over it.
///
/// `rename(2)` replaces in one step; a reader sees the old file or the new one. Until ``commit()`` the target is as it was.
public struct ReplacedFile: ~Copyable {
    public let path: String
    /// The temporary file, in the target's folder; others may write it by name.
    public let temporaryPath: String
    private let descriptor: Int32
    private var isCommitted = false

    /// Creates the temporary file. Throws ``FileError``.
    public init(path: String) throws(FileError) {
        // A link is written through, not replaced.
        let target = Files.resolved(path) ?? path
        self.path = target
        var template = Array("\(Paths.join(Paths.folder(of: target), ".\(Paths.name(of: target))")).XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        temporaryPath = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        guard descriptor >= 0 else { throw .last(.create, target) }
        let mask = umask(0)
        umask(mask)
        fchmod(descriptor, 0o666 & ~mask)
    }

    deinit {
        close(descriptor)
        if !isCommitted { unlink(temporaryPath) }
    }

    /// Appends bytes. Throws ``FileError``.
    public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        try Output.write(bytes, to: descriptor, name: path)
    }

    /// Appends bytes. Throws ``FileError``.
    public func write(_ bytes: [UInt8]) throws(FileError) {
        var failure: FileError?
        bytes.withUnsafeBytes { buffer in
            do throws(FileError) { try Output.write(buffer, to: descriptor, name: path) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Takes the target's place, after a sync to the disk unless the file may be lost with the power, as in a cache. Throws ``FileError``; the target is then as it was.
    public consuming func commit(isSynced: Bool = true) throws(FileError) {
        guard !isSynced || fsync(descriptor) == 0 else { throw .last(.write, path) }
        guard rename(temporaryPath, path) == 0 else { throw .last(.replace, path) }
        isCommitted = true
    }
}
