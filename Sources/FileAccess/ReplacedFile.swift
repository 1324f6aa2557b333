internal import Synchronization

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
    /// The permissions of the file that is replaced; nil where there is none.
    private let mode: mode_t?
    private var isCommitted: Bool

    /// Creates the temporary file. Throws ``FileError``.
    public init(path: String) throws(FileError) {
        let found = ReplacedFile.target(of: path)
        let target = (try? found.get().path) ?? path
        self.path = target
        mode = try? found.get().mode
        let stem = Paths.join(Paths.folder(of: target), ".\(Paths.name(of: target)).\(getpid())")
        var name = stem
        var descriptor: Int32 = -1
        // Nothing may be thrown before every property has its value: there is a deinit.
        if case .success = found {
            repeat {
                name = "\(stem)-\(ReplacedFile.count.add(1, ordering: .relaxed).newValue)"
                descriptor = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            } while descriptor < 0 && errno == EEXIST
        }
        self.descriptor = descriptor
        temporaryPath = name
        isCommitted = false
        _ = try found.get()
        guard descriptor >= 0 else { throw .last(.create, target) }
        Interruption.note(temporaryPath)
    }

    /// Numbers the temporary files of this process, so that no two have one name.
    private static let count = Atomic<Int>(0)

    /// The file that a path leads to, and the permissions that it has; a failure where it is no plain file.
    private static func target(of path: String) -> Result<(path: String, mode: mode_t?), FileError> {
        // A link is written through, not replaced.
        let target = Files.resolved(path) ?? path
        var old = stat()
        if stat(target, &old) == 0 {
            // Renaming over a device or pipe would take it away from everyone.
            switch old.st_mode & S_IFMT {
            case S_IFREG: return .success((target, old.st_mode & 0o777))
            case S_IFDIR: return .failure(FileError(.replace, target, code: EISDIR))
            default: return .failure(FileError(.replace, target, code: ENOTSUP))
            }
        }
        if lstat(target, &old) == 0 { return .failure(FileError(.replace, target, code: ENOENT)) }
        return .success((target, nil))
    }

    deinit {
        close(descriptor)
        if !isCommitted { unlink(temporaryPath) }
        Interruption.forget(temporaryPath)
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
        if let mode { fchmod(descriptor, mode) }
        guard !isSynced || fsync(descriptor) == 0 else { throw .last(.write, path) }
        guard rename(temporaryPath, path) == 0 else { throw .last(.replace, path) }
        isCommitted = true
    }
}
