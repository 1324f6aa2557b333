#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file could not be read or written: which, while doing what, and the system's reason (errno).
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Action: String, Hashable, Sendable {
        case open, read, write, create, replace, remove, list, inspect
    }

    public var action: Action
    public var path: String
    /// The system's error number (errno).
    public var code: Int32

    public init(_ action: Action, _ path: String, code: Int32) {
        self.action = action
        self.path = path
        self.code = code
    }

    /// Whether the reason is that there is no such file or folder.
    public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

    /// The system's words for the reason.
    public var reason: String { String(cString: strerror(code)) }

    public var description: String { "cannot \(action.rawValue) '\(path)': \(reason)" }

    /// The error of the system call that has just failed.
    static func last(_ action: Action, _ path: String) -> FileError { FileError(action, path, code: errno) }
}
