#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file without a name: it is gone when its owner is, also if the program is killed (`mkstemp(3)`, then `unlink(2)`).
public final class ScratchFile {
    /// Open for reading and writing while this object lives.
    public let descriptor: Int32
    private let folder: String
    private var buffer: [UInt8] = []

    private static let bufferSize = 262_144

    /// Makes the file in a folder. Throws ``FileError``.
    public init(folder: String) throws(FileError) {
        var template = Array(Paths.join(folder, ".capprint-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        self.folder = folder
        guard descriptor >= 0 else { throw .last(.create, folder) }
        let name = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        unlink(name)
        buffer.reserveCapacity(ScratchFile.bufferSize)
    }

    deinit {
        close(descriptor)
    }

    /// Appends bytes, in blocks. Throws ``FileError``.
    public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        if buffer.count + bytes.count > ScratchFile.bufferSize { try flush() }
        if bytes.count >= ScratchFile.bufferSize {
            try Output.write(bytes, to: descriptor, name: folder)
        } else {
            buffer.append(contentsOf: bytes)
        }
    }

    /// Appends bytes, in blocks. Throws ``FileError``.
    public func write(_ bytes: [UInt8]) throws(FileError) {
        if buffer.count + bytes.count > ScratchFile.bufferSize { try flush() }
        buffer += bytes
    }

    /// Hands what is still in memory to the system. Throws ``FileError``.
    public func flush() throws(FileError) {
        var failure: FileError?
        buffer.withUnsafeBytes { rest in
            do throws(FileError) {
                try Output.write(rest, to: descriptor, name: folder)
            } catch {
                failure = error
            }
        }
        buffer.removeAll(keepingCapacity: true)
        if let failure { throw failure }
    }
}
