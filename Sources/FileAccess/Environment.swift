#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What the process was started with.
public enum Environment {
    /// An environment variable that is set and not empty.
    public static func value(_ name: String) -> String? {
        guard let value = getenv(name), value[0] != 0 else { return nil }
        return String(cString: value)
    }

    /// The running program's own file, links resolved.
    public static var programPath: String? {
        #if canImport(Glibc)
            return Files.resolved("/proc/self/exe")
        #else
            var size: UInt32 = 4096
            var buffer = [CChar](repeating: 0, count: Int(size))
            guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
            return buffer.withUnsafeBufferPointer { Files.resolved(String(cString: $0.baseAddress!)) }
        #endif
    }

    /// Processors that this process may use.
    public static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
