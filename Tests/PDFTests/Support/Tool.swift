import FileAccess

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Other people's tools that judge what is written: a missing tool is a failure.
enum Tool {
    struct Result {
        var status: Int32
        var output: String
    }

    /// Runs a command line and waits for it; standard error comes with the output.
    static func run(_ command: String) throws -> Result {
        guard let pipe = popen("(\(command)) 2>&1", "r") else { throw FileError(.open, command, code: errno) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&block, 1, block.count, pipe)
            if count == 0 { break }
            bytes += block[..<count]
        }
        let status = pclose(pipe)
        return Result(status: status >> 8 & 0xFF, output: String(decoding: bytes, as: UTF8.self))
    }
}
