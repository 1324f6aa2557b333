internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What a person who stops the program (Ctrl-C, a closed terminal, `kill`) should not find afterwards: temporary files and folders.
public enum Interruption {
    /// Everything temporary that is there. Belongs to the process, as signals do: whoever stops it stops all of it.
    private static let temporary = Mutex<Set<String>>([])

    static func note(_ path: String) {
        temporary.withLock { _ = $0.insert(path) }
    }

    static func forget(_ path: String) {
        temporary.withLock { _ = $0.remove(path) }
    }

    /// Where the signals' handler writes; a handler may do little more than `write(2)` (`signal-safety(7)`).
    private static let alarm = Atomic<Int32>(-1)
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// From now on SIGINT, SIGTERM and SIGHUP remove what is temporary before they end the program. A signal that whoever started the program ignores stays ignored.
    public static func watch() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        alarm.store(ends[1], ordering: .sequentiallyConsistent)
        #if canImport(Glibc)
            var thread = pthread_t()
        #else
            var thread: pthread_t?
        #endif
        let reading = UnsafeMutableRawPointer(bitPattern: Int(ends[0]))
        guard pthread_create(&thread, nil, { Interruption.wait(on: Int32(Int(bitPattern: $0))) }, reading) == 0 else {
            return
        }
        // A reader that goes away is an error of writing, not the end of the program.
        signal(SIGPIPE, SIG_IGN)
        for number in signals {
            let before = signal(number) { caught in
                let code = errno
                var byte = UInt8(truncatingIfNeeded: caught)
                _ = write(Interruption.alarm.load(ordering: .sequentiallyConsistent), &byte, 1)
                errno = code
            }
            if let before, unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
                signal(number, SIG_IGN)
            }
        }
    }

    private static func wait(on descriptor: Int32) -> UnsafeMutableRawPointer? {
        var byte: UInt8 = 0
        while read(descriptor, &byte, 1) != 1 {
            if errno != EINTR { return nil }
        }
        // Inside the lock: whoever makes another temporary file meanwhile waits, and the program ends before it goes on.
        temporary.withLock { paths in
            for path in paths {
                if FileStatus(path: path)?.kind == .folder { Files.empty(path) } else { unlink(path) }
            }
            // The caller of the program is to see that it was stopped, and by what.
            signal(Int32(byte), SIG_DFL)
            kill(getpid(), Int32(byte))
        }
        return nil
    }
}
