internal import FileAccess

/// The file that a run writes: replaced whole or not at all.
enum OutputFile: ~Copyable {
    case replaced(ReplacedFile)
    /// For standard output: whole in a folder of its own before the first byte goes out.
    case spooled(folder: String)

    /// Nil where the job writes nothing. Throws ``FileAccess/FileError``.
    init?(_ destination: Job.Destination, deckID: String) throws(FileError) {
        switch destination {
        case .nowhere: return nil
        case .standardOutput: self = .spooled(folder: try Files.makeTemporaryFolder())
        case .file(let path): self = .replaced(try ReplacedFile(path: path))
        case .folder(let folder):
            try Files.makeFolder(folder)
            self = .replaced(try ReplacedFile(path: Paths.join(folder, "\(deckID).pdf")))
        }
    }

    /// The file to write to.
    var temporaryPath: String {
        switch self {
        case .replaced(let file): file.temporaryPath
        case .spooled(let folder): Paths.join(folder, "output.pdf")
        }
    }

    /// Puts the finished file in its place; its path, nil for standard output. Throws ``FileAccess/FileError``.
    consuming func commit() throws(FileError) -> String? {
        switch consume self {
        case .replaced(let file):
            let path = file.path
            try file.commit()
            return path
        case .spooled(let folder):
            defer { Files.removeFolder(folder) }
            try Output.copy(Paths.join(folder, "output.pdf"), to: Output.standardOutput)
            return nil
        }
    }
}
