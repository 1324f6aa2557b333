#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file open for reading; closed with its owner (`open(2)`).
public struct OpenFile: ~Copyable {
    public let descriptor: Int32

    /// Opens a plain file. Throws ``FileError``, also for folders, devices and pipes.
    public init(path: String) throws(FileError) {
        // Without blocking: a pipe that nobody writes to would hold the program for ever.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .last(.open, path) }
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { throw .last(.inspect, path) }
        if info.st_mode & S_IFMT == S_IFDIR { throw FileError(.read, path, code: EISDIR) }
        guard info.st_mode & S_IFMT == S_IFREG else { throw FileError(.read, path, code: EINVAL) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
