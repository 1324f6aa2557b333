internal import FileAccess

/// The file that a run writes: replaced whole or not at all.
enum OutputFile: ~Copyable {
    case replaced(ReplacedFile)
    /// For standard output, devices and pipes: whole in a scratch folder before the first byte goes out.
    case spooled(folder: String, to: String?)

    /// Nil where the job writes nothing. Throws ``FileAccess/FileError``.
    ///
    /// `scratch` is a folder that outlives the file and goes with the run.
    init?(_ destination: Job.Destination, deckID: String, scratch: String) throws(FileError) {
        switch destination {
        case .nowhere: return nil
        case .standardOutput: self = .spooled(folder: scratch, to: nil)
        case .file(let path):
            if FileStatus(path: path)?.kind == .other {
                self = .spooled(folder: scratch, to: path)
            } else {
                self = .replaced(try ReplacedFile(path: path))
            }
        case .folder(let folder):
            try Files.makeFolder(folder)
            let path = Paths.join(folder, "\(deckID).pdf")
            self = .replaced(try ReplacedFile(path: path))
        }
    }

    /// The path that a job's output has, as its user named it; nil for none and for standard output.
    static func path(_ destination: Job.Destination, deckID: String) -> String? {
        switch destination {
        case .nowhere, .standardOutput: nil
        case .file(let path): path
        case .folder(let folder): Paths.join(folder, "\(deckID).pdf")
        }
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
