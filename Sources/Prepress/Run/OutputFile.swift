internal import FileAccess

/// The file that a run writes: replaced whole or not at all.
enum OutputFile: ~Copyable {
    case replaced(ReplacedFile)
    /// For standard output, devices and pipes: whole in a scratch folder before the first byte goes out.
    case spooled(folder: String, to: String?)

    /// Nil where the job writes nothing. Throws ``FileAccess/FileError``.
    ///
    /// `scratch` is a folder that outlives the file and goes with the run. `part` is added to the file's name where one job writes several.
    init?(_ destination: Job.Destination, deckID: String, part: String? = nil, scratch: String) throws(FileError) {
        switch destination {
        case .nowhere: return nil
        case .standardOutput: self = .spooled(folder: scratch, to: nil)
        case .file(let named):
            let path = Self.name(named, part)
            if FileStatus(path: path)?.kind == .other {
                self = .spooled(folder: scratch, to: path)
            } else {
                self = .replaced(try ReplacedFile(path: path))
            }
        case .folder(let folder):
            try Files.makeFolder(folder)
            let path = Self.name(Paths.join(folder, "\(deckID).pdf"), part)
            self = .replaced(try ReplacedFile(path: path))
        }
    }

    /// The paths that a job's outputs have, as its user named them; none for standard output.
    static func paths(_ destination: Job.Destination, deckID: String, separatesBacks: Bool) -> [String] {
        let path: String
        switch destination {
        case .nowhere, .standardOutput: return []
        case .file(let named): path = named
        case .folder(let folder): path = Paths.join(folder, "\(deckID).pdf")
        }
        return separatesBacks ? sides.map { name(path, $0) } : [path]
    }

    /// What is added to the names of files for fronts and for backs.
    static let sides = ["fronts", "backs"]

    /// `cards.pdf` as `cards-fronts.pdf`.
    private static func name(_ path: String, _ part: String?) -> String {
        guard let part else { return path }
        let ending = path.lowercased().hasSuffix(".pdf") ? path.suffix(4) : ""
        return "\(path.dropLast(ending.count))-\(part)\(ending)"
    }

    /// The file to write to.
    var temporaryPath: String {
        switch self {
        case .replaced(let file): file.temporaryPath
        case .spooled(let folder, _): Paths.join(folder, "output.pdf")
        }
    }

    /// Puts the finished file in its place. Throws ``FileAccess/FileError``.
    consuming func commit() throws(FileError) {
        switch consume self {
        case .replaced(let file): try file.commit()
        case .spooled(let folder, let path):
            let whole = Paths.join(folder, "output.pdf")
            if let path {
                try Output.copy(whole, toExisting: path)
            } else {
                try Output.copy(whole, to: Output.standardOutput)
            }
        }
    }
}
