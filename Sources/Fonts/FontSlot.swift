internal import FileAccess
internal import Synchronization

/// A place in the book for one face, opened when it is first asked for.
final class FontSlot: Sendable {
    let path: String
    let index: Int
    private let state = Mutex<State>(.closed)

    private enum State: Sendable {
        case closed
        case open(Font)
        case unusable(FontProblem)
    }

    init(path: String, index: Int) {
        self.path = path
        self.index = index
    }

    /// The face; nil where the file cannot be used.
    var font: Font? {
        if case .open(let font) = opened() { font } else { nil }
    }

    /// Why the face cannot be used, if it was opened and cannot.
    var problem: FontProblem? {
        if case .unusable(let problem) = state.withLock({ $0 }) { problem } else { nil }
    }

    private func opened() -> State {
        state.withLock { state in
            if case .closed = state { state = open() }
            return state
        }
    }

    private func open() -> State {
        do {
            let font = try Font(file: try MappedFile(path: path), index: index)
            if let obstacle = font.licence.obstacle { return .unusable(FontProblem(obstacle, isLicence: true)) }
            return .open(font)
        } catch let error as FileError {
            return .unusable(FontProblem(error.reason, isLicence: false))
        } catch {
            return .unusable(FontProblem("\(error)", isLicence: false))
        }
    }
}

/// Why a font file is not used.
struct FontProblem: Hashable, Sendable {
    var reason: String
    /// A licence that forbids the use stops the printing; a broken file is passed over.
    var isLicence: Bool

    init(_ reason: String, isLicence: Bool) {
        self.reason = reason
        self.isLicence = isLicence
    }
}
