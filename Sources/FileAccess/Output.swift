#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Writing to open streams.
public enum Output {
    public static let standardOutput: Int32 = 1
    public static let standardError: Int32 = 2

    /// Writes all of the bytes to a descriptor, however often the system takes only part. Throws ``FileError``.
    public static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, name: String) throws(FileError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = UnsafeRawBufferPointer(rebasing: rest).withMemoryRebound(to: UInt8.self) {
                systemWrite(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw .last(.write, name)
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Writes text to a descriptor; a closed one is not worth a message.
    public static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { try? write(UnsafeRawBufferPointer($0), to: descriptor, name: "output") }
    }

    /// Whether the descriptor is a person's terminal (`isatty(3)`).
    public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    private static func systemWrite(_ descriptor: Int32, _ buffer: UnsafePointer<UInt8>?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, buffer, count)
        #else
            Darwin.write(descriptor, buffer, count)
        #endif
    }
}

extension Output {
    /// Writes all of the bytes. Throws ``FileError``.
    public static func write(_ bytes: [UInt8], to descriptor: Int32, name: String) throws(FileError) {
        var failure: FileError?
        bytes.withUnsafeBytes { buffer in
            do throws(FileError) { try write(buffer, to: descriptor, name: name) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Copies a file's content to a device or pipe that is there. Throws ``FileError``.
    public static func copy(_ path: String, toExisting device: String) throws(FileError) {
        let descriptor = open(device, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last(.open, device) }
        defer { close(descriptor) }
        try copy(path, to: descriptor, name: device)
    }

    /// Copies a file's content to a descriptor, a piece at a time. Throws ``FileError``.
    public static func copy(_ path: String, to descriptor: Int32, name: String = "output") throws(FileError) {
        let file = try MappedFile(path: path)
        var failure: FileError?
        file.withBytes { buffer in
            do throws(FileError) { try write(buffer, to: descriptor, name: name) } catch { failure = error }
        }
        if let failure { throw failure }
    }
}
