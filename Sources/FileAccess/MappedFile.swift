#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file's bytes in memory without having been read: for files that the program owns, such as fonts (`mmap(2)`).
public final class MappedFile: Sendable {
    public let path: String
    public let count: Int
    /// Address of the first byte; the pages are read-only and stay mapped until `deinit`.
    private let address: UInt

    /// Maps a file. Throws ``FileError``.
    public init(path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .last(.open, path) }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { throw .last(.inspect, path) }
        guard info.st_mode & S_IFMT == S_IFREG, info.st_size > 0 else { throw FileError(.read, path, code: EINVAL) }
        count = Int(info.st_size)
        self.path = path
        guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
            throw .last(.read, path)
        }
        address = UInt(bitPattern: base)
    }

    deinit {
        munmap(UnsafeMutableRawPointer(bitPattern: address), count)
    }

    /// Gives the bytes to `body`; for the binding rooms. The pointer is good while this object lives.
    public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try body(UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count))
    }
}
