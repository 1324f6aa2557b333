internal import FileAccess
internal import HarfBuzz
internal import Synchronization

/// A place in the book for one face, opened when it is first asked for. A variable one has a font for each weight.
final class FontSlot: Sendable {
    let path: String
    let name: FaceName
    private let state = Mutex<State>(.closed)

    private enum State: Sendable {
        case closed
        case open(regular: Font, bold: Font)
        case unusable(FontProblem)
    }

    init(path: String, name: FaceName) {
        self.path = path
        self.name = name
    }

    /// The face; nil where the file cannot be used.
    func font(_ weight: FontWeight) -> Font? {
        guard case .open(let regular, let bold) = opened() else { return nil }
        return weight == .bold ? bold : regular
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
            let file = try MappedFile(path: path)
            let standard = try Font(file: file, index: name.index)
            if let obstacle = standard.licence.obstacle { return .unusable(FontProblem(obstacle, .licence)) }
            let regular = try settings(of: standard, .regular)
            let bold = try settings(of: standard, .bold)
            func font(_ settings: [VariationAxis.Setting]) throws(BrokenFontError) -> Font {
                settings.isEmpty ? standard : try Font(file: file, index: name.index, variations: settings)
            }
            let first = try font(regular)
            return .open(regular: first, bold: bold == regular ? first : try font(bold))
        } catch let error as FileError {
            return .unusable(FontProblem(error.reason, .file))
        } catch let problem as FontProblem {
            return .unusable(problem)
        } catch {
            return .unusable(FontProblem("\(error)", .file))
        }
    }

    /// Where on its axes the font is used; empty for one that is not variable, and for a variable one's default.
    private func settings(of font: Font, _ weight: FontWeight) throws(FontProblem) -> [VariationAxis.Setting] {
        let axes = font.face.axes
        var wanted: [VariationAxis.Setting]
        switch name.place {
        case .byWeight:
            guard !axes.isEmpty else { return [] }
            wanted = [VariationAxis.Setting(tag: "wght", value: weight == .bold ? 700 : 400)]
        case .instance(let name):
            let instances = font.face.namedInstances
            guard let instance = instances.first(where: { $0.name.lowercased() == name.lowercased() }) else {
                throw FontProblem(
                    instances.isEmpty
                        ? "it is not variable and has no instance '\(name)'"
                        : "it has no instance '\(name)', but \(instances.map(\.name).joined(separator: ", "))", .rule)
            }
            wanted = instance.settings
        case .axes(let settings):
            wanted = settings
            if let stranger = settings.first(where: { setting in !axes.contains { $0.tag == setting.tag } }) {
                throw FontProblem(
                    axes.isEmpty
                        ? "it is not variable and has no axis '\(stranger.tag)'"
                        : "it has no axis '\(stranger.tag)', but \(axes.map(\.tag).joined(separator: ", "))", .rule)
            }
        }
        return axes.compactMap { axis in
            guard let setting = wanted.first(where: { $0.tag == axis.tag }) else { return nil }
            let value = min(max(setting.value, axis.least), axis.most)
            return value == axis.standard ? nil : VariationAxis.Setting(tag: axis.tag, value: value)
        }
    }
}

/// Why a font file is not used.
struct FontProblem: Error, Hashable, Sendable {
    enum Cause: Hashable, Sendable {
        /// The file is broken: it is passed over.
        case file
        /// A licence that forbids the use stops the printing.
        case licence
        /// A rule wants what the font does not have.
        case rule
    }

    var reason: String
    var cause: Cause

    init(_ reason: String, _ cause: Cause) {
        self.reason = reason
        self.cause = cause
    }
}
