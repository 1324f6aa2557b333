public import Diagnostics
public import FileAccess

/// What came of a job.
public struct Outcome: Sendable {
    /// The deck's id, where the deck could be read that far.
    public var deck: String?
    /// Cards printed, copies included.
    public var cards: Int
    public var sheets: Int
    public var pages: Int
    /// The files that were written.
    public var outputs: [String]
    /// Why a file could not be written; the problems found up to then are there all the same.
    public var failure: FileError?
    /// Every problem found, in the deck's order.
    public var diagnostics: [Diagnostic]

    public var hasErrors: Bool { diagnostics.contains(where: \.isError) }

    init() {
        (cards, sheets, pages) = (0, 0, 0)
        (outputs, diagnostics) = ([], [])
    }

    /// Keeps what ended the run, in the form that fits it.
    mutating func note(_ error: any Error) {
        switch error {
        case let error as DiagnosticError: diagnostics += error.diagnostics
        case let error as FileError: if failure == nil { failure = error }
        default:
            diagnostics.append(Diagnostic(.error, "the cards could not be finished: \(error)"))
        }
    }
}
