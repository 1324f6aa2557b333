internal import FileAccess

/// What the process holds in memory, in kilobytes (Linux, `proc(5)`); nil elsewhere.
struct Memory {
    /// Its own: heap and stacks.
    var own: Int
    /// Pages of files, which the system can drop and read again.
    var mapped: Int

    static func now() -> Memory? {
        guard let bytes = try? Files.read("/proc/self/status") else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        func value(_ name: String) -> Int? {
            guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(name) }) else { return nil }
            return Int(line.split { $0 == " " || $0 == "\t" }.dropFirst().first ?? "")
        }
        guard let own = value("RssAnon:"), let mapped = value("RssFile:") else { return nil }
        return Memory(own: own, mapped: mapped)
    }
}
