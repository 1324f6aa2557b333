import FileAccess
import Testing

@Suite("Paths")
struct PathsTests {
    @Test(
        "joined, parted",
        arguments: [
            ("kitchen", "deck.json", "kitchen/deck.json"), ("kitchen/", "a/b", "kitchen/a/b"), ("", "a", "a"),
            ("a", "/b", "/b"),
            ("/", "b", "/b"),
        ])
    func join(_ folder: String, _ name: String, _ expected: String) {
        #expect(Paths.join(folder, name) == expected)
    }

    @Test(
        "folder, name and extension",
        arguments: [
            ("a/b/c.PNG", "a/b", "c.PNG", "png"), ("c.tar.gz", ".", "c.tar.gz", "gz"), ("/c", "/", "c", ""),
            ("/", "/", "/", ""),
            ("a/b/", "a", "b", ""), ("a/.hidden", "a", ".hidden", ""), ("a.b/c", "a.b", "c", ""), ("", ".", "", ""),
        ])
    func parts(_ path: String, _ folder: String, _ name: String, _ fileExtension: String) {
        #expect(Paths.folder(of: path) == folder)
        #expect(Paths.name(of: path) == name)
        #expect(Paths.fileExtension(of: path) == fileExtension)
    }
}

@Suite("Files")
final class FilesTests {
    let folder: String

    deinit { Files.removeFolder(folder) }

    init() throws {
        folder = try Files.makeTemporaryFolder()
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let file = try ReplacedFile(path: path)
        try file.write(bytes)
        try file.commit()
    }

    private func code(_ body: () throws(FileError) -> Void) -> FileError? {
        do throws(FileError) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    @Test("what is written is read, at any length", arguments: [0, 1, 65_535, 65_536, 65_537, 1_000_000])
    func roundTrip(_ count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let path = "\(folder)/file"
        try write(bytes, to: path)
        #expect(try Files.read(path) == bytes)
        #expect(FileStatus(path: path)?.size == count)
        #expect(try Files.read(path, limit: count) == bytes)
        if count > 0 {
            #expect(code { () throws(FileError) in _ = try Files.read(path, limit: count - 1) } != nil)
            #expect(try MappedFile(path: path).withBytes { Array($0) } == bytes)
        }
    }

    @Test("until it is committed, the old file stands and no other is left")
    func replacing() throws {
        let path = "\(folder)/file"
        try write([1], to: path)
        do {
            let file = try ReplacedFile(path: path)
            try file.write([2, 3])
            #expect(try Files.read(path) == [1])
            #expect(try Files.list(folder).count == 2)
        }
        #expect(try Files.read(path) == [1])
        #expect(try Files.list(folder) == ["file"])
        try write([2, 3], to: path)
        #expect(try Files.read(path) == [2, 3])
        #expect(try Files.list(folder) == ["file"])
    }

    @Test("errors name what was tried, where and why")
    func errors() {
        let missing = code { () throws(FileError) in _ = try Files.read("\(folder)/none") }
        #expect(missing?.isMissing == true)
        #expect(missing?.description == "cannot open '\(folder)/none': No such file or directory")
        #expect(code { () throws(FileError) in _ = try Files.read(folder) }?.action == .read)
        #expect(code { () throws(FileError) in _ = try Files.list("\(folder)/none") }?.isMissing == true)
        #expect(code { () throws(FileError) in _ = try ReplacedFile(path: "\(folder)/none/file") }?.action == .create)
        #expect(code { () throws(FileError) in _ = try MappedFile(path: folder) } != nil)
    }

    @Test("folders are made with those above them, names come in the order of their bytes")
    func folders() throws {
        try Files.makeFolder("\(folder)/a/b/c")
        try Files.makeFolder("\(folder)/a/b/c")
        for name in ["é", "Z", "a", "10", "9"] { try write([], to: "\(folder)/a/b/\(name)") }
        #expect(try Files.list("\(folder)/a/b") == ["10", "9", "Z", "a", "c", "é"])
        #expect(FileStatus(path: "\(folder)/a")?.kind == .folder)
        #expect(FileStatus(path: "\(folder)/none") == nil)
        #expect(Files.resolved("\(folder)/a/../a/./b") == Files.resolved(folder).map { "\($0)/a/b" })
        #expect(Files.resolved("\(folder)/none") == nil)
        try write([], to: "\(folder)/file")
        #expect(code { () throws(FileError) in try Files.makeFolder("\(folder)/file/x") } != nil)
        Files.remove("\(folder)/file")
        #expect(FileStatus(path: "\(folder)/file") == nil)
    }
}
