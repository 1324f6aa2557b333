#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Reading files and folders (POSIX).
public enum Files {
    /// The whole content of a file. Throws ``FileError``; a file longer than `limit` bytes is refused with `EFBIG`.
    public static func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
        let (descriptor, size) = try openPlain(path, limit: limit)
        defer { close(descriptor) }
        return try readAll(descriptor, path: path, expected: size, limit: limit)
    }

    /// Shows the content of a file a block at a time, in order, without keeping it; how many bytes there were. Throws ``FileError``; a file longer
    /// than `limit` bytes is refused with `EFBIG`.
    public static func scan(
        _ path: String, limit: Int = .max, _ body: (UnsafeRawBufferPointer) -> Void
    ) throws(FileError) -> Int {
        let (descriptor, _) = try openPlain(path, limit: limit)
        defer { close(descriptor) }
        var count = 0
        var failure: FileError?
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { block in
            while failure == nil {
                let got = systemRead(descriptor, block.baseAddress, block.count)
                if got == 0 { break }
                if got < 0 {
                    if errno != EINTR { failure = .last(.read, path) }
                    continue
                }
                count += got
                if count > limit { failure = FileError(.read, path, code: EFBIG) }
                body(UnsafeRawBufferPointer(rebasing: block[..<got]))
            }
        }
        if let failure { throw failure }
        return count
    }

    /// Opens a file for reading; its size at present.
    private static func openPlain(_ path: String, limit: Int) throws(FileError) -> (descriptor: Int32, size: Int) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .last(.open, path) }
        var failure: FileError?
        var info = stat()
        if fstat(descriptor, &info) != 0 {
            failure = .last(.inspect, path)
        } else if info.st_mode & S_IFMT != S_IFREG {
            // Opened without blocking: a pipe that nobody writes to would hold the program for ever.
            failure = FileError(.read, path, code: info.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
        } else if Int(info.st_size) > limit {
            failure = FileError(.read, path, code: EFBIG)
        }
        if let failure {
            close(descriptor)
            throw failure
        }
        return (descriptor, Int(info.st_size))
    }

    private static func readAll(_ descriptor: Int32, path: String, expected: Int, limit: Int) throws(FileError)
        -> [UInt8]
    {
        var bytes: [UInt8] = []
        var failure: FileError?
        var done = false
        while !done, failure == nil {
            let chunk = max(65_536, expected + 1 - bytes.count)
            let part = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
                let got = systemRead(descriptor, buffer.baseAddress, chunk)
                count = max(0, got)
                if got < 0 {
                    if errno != EINTR { failure = .last(.read, path) }
                } else if got == 0 {
                    done = true
                }
            }
            if bytes.isEmpty { bytes = part } else { bytes += part }
            if bytes.count > limit { failure = FileError(.read, path, code: EFBIG) }
        }
        if let failure { throw failure }
        return bytes
    }

    private static func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, buffer, count)
        #else
            Darwin.read(descriptor, buffer, count)
        #endif
    }

    /// The names in a folder, sorted by their bytes, without `.` and `..`.
    public static func list(_ folder: String) throws(FileError) -> [String] {
        guard let stream = opendir(folder) else { throw .last(.list, folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The path with links and `.` and `..` resolved; nil where it leads nowhere (`realpath(3)`).
    public static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// Makes a folder and those above it.
    public static func makeFolder(_ path: String) throws(FileError) {
        if mkdir(path, 0o777) == 0 { return }
        let code = errno
        if code == EEXIST, FileStatus(path: path)?.kind == .folder { return }
        guard code == ENOENT else { throw FileError(.create, path, code: code) }
        let parent = Paths.folder(of: path)
        guard parent != path, parent != "." else { throw .last(.create, path) }
        try makeFolder(parent)
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last(.create, path) }
    }

    /// Throws ``FileError`` where files cannot be made in a folder (`access(2)`).
    public static func checkWritable(_ folder: String) throws(FileError) {
        guard access(folder, W_OK | X_OK) == 0 else { throw .last(.create, folder) }
    }

    /// Removes a file if it is there. What was wrong where it stays.
    @discardableResult
    public static func remove(_ path: String) -> FileError? {
        guard unlink(path) != 0 else { return nil }
        let error = FileError.last(.remove, path)
        return error.isMissing ? nil : error
    }

    /// A new, empty folder of this process alone below the system's temporary folder.
    public static func makeTemporaryFolder() throws(FileError) -> String {
        let base = Environment.value("TMPDIR") ?? "/tmp"
        var template = Array("\(base)/capprint-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .last(.create, base) }
        let path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        Interruption.note(path)
        return path
    }
}

extension Files {
    /// Removes a folder of files, such as ``makeTemporaryFolder()`` made; what is not there is gone already.
    public static func removeFolder(_ path: String) {
        empty(path)
        Interruption.forget(path)
    }

    /// Removes a folder with all that is in it.
    static func empty(_ path: String) {
        for name in (try? list(path)) ?? [] {
            let child = Paths.join(path, name)
            var info = stat()
            // Not followed: a link in the folder is removed, never what it points to.
            if lstat(child, &info) == 0, info.st_mode & S_IFMT == S_IFDIR { empty(child) } else { unlink(child) }
        }
        rmdir(path)
    }

    /// Replaces a file by these bytes, whole or not at all; its path, links resolved. Throws ``FileError``.
    public static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) -> String {
        let file = try ReplacedFile(path: path)
        let target = file.path
        try file.write(bytes)
        try file.commit()
        return target
    }
}
