#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What a file is, how long and since when, so that unchanged files need not be read again.
public struct FileStatus: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case file, folder, other }

    public var kind: Kind
    /// Bytes.
    public var size: Int
    /// Device and inode number.
    public var identity: [UInt64]
    /// Last change of the content, nanoseconds since 1970.
    public var modified: Int64

    /// The status of the file at a path, links followed; nil where there is none (`stat(2)`).
    public init?(path: String) {
        var info = stat()
        guard stat(path, &info) == 0 else { return nil }
        switch info.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        default: kind = .other
        }
        size = Int(info.st_size)
        identity = [UInt64(info.st_dev), UInt64(info.st_ino)]
        #if canImport(Darwin)
            let time = info.st_mtimespec
        #else
            let time = info.st_mtim
        #endif
        modified = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
