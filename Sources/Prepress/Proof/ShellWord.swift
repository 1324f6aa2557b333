/// Words of a command that a person copies into a shell.
enum ShellWord {
    /// A path that no program takes for an option.
    static func path(_ path: String) -> String { path.hasPrefix("-") ? "./" + path : path }

    /// The word as it is, or in single quotes where a shell would read it otherwise (POSIX.1-2017, XCU 2.2.2).
    static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: "_./@%+=:,-".utf8.contains(byte)
                }
            }
        return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
