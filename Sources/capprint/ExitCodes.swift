import ArgumentParser
import Diagnostics
import FileAccess

/// Exit codes that scripts can rely on, after sysexits.h.
enum ExitCodes {
    static let badDeck = ExitCode(65)
    static let missingInput = ExitCode(66)
    static let cannotCreate = ExitCode(73)
    static let cannotWrite = ExitCode(74)

    /// The code for a run's problems; nil where none of them is an error.
    static func code(for diagnostics: [Diagnostic]) -> ExitCode? {
        let errors = diagnostics.filter(\.isError)
        guard !errors.isEmpty else { return nil }
        if errors.allSatisfy({ $0.severity == .wrongUse }) { return .validationFailure }
        return errors.allSatisfy { $0.severity == .missingInput } ? missingInput : badDeck
    }

    static func code(for error: FileError) -> ExitCode {
        switch error.action {
        case .create, .replace: cannotCreate
        case .write, .remove: cannotWrite
        case .open, .read, .list, .inspect: missingInput
        }
    }
}
