import Diagnostics
import FileAccess

/// What a person at a terminal sees: messages and a progress bar on standard error, results on standard output.
struct Console {
    private let isTerminal = Output.isTerminal(Output.standardError)

    /// Throws `FileError` where standard output takes no more.
    func say(_ text: String) throws {
        try Output.write(Array((text + "\n").utf8), to: Output.standardOutput, name: "standard output")
    }

    func complain(_ text: String) {
        Output.write(text + "\n", to: Output.standardError)
    }

    func show(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty else { return }
        complain(diagnostics.map(\.description).joined(separator: "\n"))
        let errors = diagnostics.filter(\.isError).count
        let warnings = diagnostics.count - errors
        let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
            .map { Plural.counted($0.0, $0.1) }
        complain(counts.joined(separator: ", "))
    }

    /// A bar that is drawn over itself; nothing where no person looks.
    func showProgress(_ done: Int, of total: Int, label: String) {
        guard isTerminal, total > 0 else { return }
        let width = 24
        let filled = width * done / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        Output.write("\r\(bar) \(label) \(done)/\(total)", to: Output.standardError)
        if done == total { Output.write("\r\u{1B}[K", to: Output.standardError) }
    }
}
