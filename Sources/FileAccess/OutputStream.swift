#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file that is written from its start to its end, in blocks. Belongs to one thread.
public final class OutputStream {
    public let path: String
    /// How many bytes were written.
    public private(set) var count = 0
    private let descriptor: Int32
    private var block: [UInt8] = []
    private let onBlock: (UnsafeRawBufferPointer) -> Void

    private static let blockSize = 262_144

    /// Opens a file that is there, or makes one; what it held is gone. `onBlock` is shown all bytes, in order, before the system gets them. Throws
    /// ``FileError``.
    public init(path: String, onBlock: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }) throws(FileError) {
        self.path = path
        self.onBlock = onBlock
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .last(.create, path) }
        block.reserveCapacity(OutputStream.blockSize)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Appends bytes. Throws ``FileError``.
    public func write(_ bytes: [UInt8]) throws(FileError) {
        count += bytes.count
        if block.count + bytes.count > OutputStream.blockSize { try flush() }
        if bytes.count >= OutputStream.blockSize {
            try send(bytes)
        } else {
            block += bytes
        }
    }

    /// Appends ASCII text. Throws ``FileError``.
    public func write(_ text: String) throws(FileError) {
        count += text.utf8.count
        if block.count + text.utf8.count > OutputStream.blockSize { try flush() }
        block += text.utf8
    }

    /// Hands what is still in memory to the system. Throws ``FileError``.
    public func flush() throws(FileError) {
        try send(block)
        block.removeAll(keepingCapacity: true)
    }

    private func send(_ bytes: [UInt8]) throws(FileError) {
        var failure: FileError?
        bytes.withUnsafeBytes { buffer in
            onBlock(buffer)
            do throws(FileError) {
                try Output.write(buffer, to: descriptor, name: path)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }
}
