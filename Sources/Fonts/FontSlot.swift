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
            if let obstacle = standard.licence.obstacle { return .unusable(FontProblem(obstacle, isLicence: true)) }
            let regular = try settings(of: standard, .regular)
            let bold = try settings(of: standard, .bold)
            func font(_ settings: [VariationAxis.Setting]) throws(BrokenFontError) -> Font {
                settings.isEmpty ? standard : try Font(file: file, index: name.index, variations: settings)
            }
            let first = try font(regular)
            return .open(regular: first, bold: bold == regular ? first : try font(bold))
        } catch let error as FileError {
            return .unusable(FontProblem(error.reason, isLicence: false))
        } catch {
            return .unusable(FontProblem("\(error)", isLicence: false))
        }
    }

    /// Where on its axes the font is used; empty for one that is not variable, and for a variable one's default.
    private func settings(of font: Font, _ weight: FontWeight) throws(BrokenFontError) -> [VariationAxis.Setting] {
        let axes = font.face.axes
        var wanted: [VariationAxis.Setting]
        switch name.place {
        case .byWeight:
            guard !axes.isEmpty else { return [] }
            wanted = [VariationAxis.Setting(tag: "wght", value: weight == .bold ? 700 : 400)]
        case .instance(let name):
            let instances = font.face.namedInstances
            guard let instance = instances.first(where: { $0.name.lowercased() == name.lowercased() }) else {
                throw BrokenFontError(
                    instances.isEmpty
                        ? "it is not variable and has no instance '\(name)'"
                        : "it has no instance '\(name)', but \(instances.map(\.name).joined(separator: ", "))")
            }
            wanted = instance.settings
        case .axes(let settings):
            wanted = settings
            if let stranger = settings.first(where: { setting in !axes.contains { $0.tag == setting.tag } }) {
                throw BrokenFontError(
                    axes.isEmpty
                        ? "it is not variable and has no axis '\(stranger.tag)'"
                        : "it has no axis '\(stranger.tag)', but \(axes.map(\.tag).joined(separator: ", "))")
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
struct FontProblem: Hashable, Sendable {
    var reason: String
    /// A licence that forbids the use stops the printing; a broken file is passed over.
    var isLicence: Bool

    init(_ reason: String, isLicence: Bool) {
        self.reason = reason
        self.isLicence = isLicence
    }
}
