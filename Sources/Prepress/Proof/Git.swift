internal import Diagnostics
internal import Subprocess

/// Runs `git`, a program of its own, in a folder. Nothing is fetched, nothing is changed.
struct Git: Sendable {
    let folder: String

    struct Answer: Sendable {
        var isDone: Bool
        var output: [UInt8]
        /// The first line of what it complains of.
        var complaint: String

        var lines: [String] {
            String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
                .map(String.init)
        }
    }

    /// What git answers to a question. Throws `DiagnosticError` where there is no `git`.
    func ask(_ words: String...) async throws -> Answer {
        do {
            let result = try await Subprocess.run(
                .name("git"), arguments: Arguments(arguments(words)), environment: Self.environment,
                output: .bytes(limit: 1 << 28), error: .string(limit: 1 << 20))
            return Answer(
                isDone: result.terminationStatus.isSuccess, output: result.standardOutput,
                complaint: Self.firstLine(result.standardError))
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw Self.missingProgram
        }
    }

    /// Reads objects and hands each to `body`, in the order given. Throws `DiagnosticError` where there is no `git` or an
    /// object is not there, or what `body` throws.
    func read(objects: [String], _ body: (_ index: Int, _ content: [UInt8]) throws -> Void) async throws {
        guard !objects.isEmpty else { return }
        let input = objects.joined(separator: "\n") + "\n"
        do {
            _ = try await Subprocess.run(
                .name("git"), arguments: Arguments(arguments(["cat-file", "--batch"])), environment: Self.environment,
                input: .string(input), output: .sequence, error: .discarded
            ) { execution in
                var reader = GitObjectReader(execution.standardOutput)
                for (index, object) in objects.enumerated() {
                    guard let content = try await reader.next() else {
                        throw DiagnosticError(
                            Diagnostic(
                                .missingInput, "git cannot read the object \(object.prefix(12))",
                                hint: "'git fsck' checks the repository"))
                    }
                    try body(index, content)
                }
            }
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw Self.missingProgram
        }
    }

    private func arguments(_ words: [String]) -> [String] { ["--no-pager", "-C", folder] + words }

    /// A repository of which parts are elsewhere is not completed: nothing here asks the network.
    private static let environment = Environment.inherit.updating([
        "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C",
    ])

    private static func firstLine(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : line
    }

    private static var missingProgram: DiagnosticError {
        DiagnosticError(
            Diagnostic(
                .missingInput, "revisions are read by the program 'git', which is not here",
                hint: "install it: 'apt install git', or 'brew install git' on macOS"))
    }
}
