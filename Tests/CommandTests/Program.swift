import Foundation
import Testing

/// Runs programs as a user would.
enum Program {
    struct Result {
        var status: Int32
        var output: Data
        var errors: String

        var text: String { String(decoding: output, as: UTF8.self) }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The built program: it lies beside the test bundle.
    private static var capprint: URL {
        get throws {
            let own = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            let candidates = [own, root.appending(path: ".build/debug")].map { $0.appending(path: "capprint") }
            return try #require(candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) })
        }
    }

    /// Runs capprint with a cache of its own, so that tests neither see nor leave anything in the user's.
    static func capprint(
        _ arguments: String..., in folder: URL? = nil, environment: [String: String] = [:]
    ) throws -> Result {
        try capprint(arguments, in: folder, environment: environment)
    }

    /// - Parameter input: What a person types; nil for nothing at all.
    static func capprint(
        _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:], input: String? = nil
    ) throws -> Result {
        try run(capprint, arguments, in: folder, environment: own(environment), input: input)
    }

    /// Runs a shell script of the project, which finds capprint by the variable `CAPPRINT`.
    static func script(
        _ path: String, _ arguments: [String], in folder: URL, environment: [String: String] = [:]
    ) throws -> Result {
        try run(
            URL(filePath: "/bin/sh"), [root.appending(path: path).path] + arguments, in: folder,
            environment: own(["CAPPRINT": capprint.path].merging(environment) { $1 }))
    }

    /// The variables of this process, with a cache of the tests' own and others as asked.
    private static func own(_ environment: [String: String]) -> [String: String] {
        var all = ProcessInfo.processInfo.environment
        all["CAPPRINT_HOME"] = root.path
        all["CAPPRINT_CACHE"] =
            FileManager.default.temporaryDirectory.appending(
                path: "capprint-test-cache-\(ProcessInfo.processInfo.processIdentifier)"
            ).path
        all["SOURCE_DATE_EPOCH"] = nil
        // What a person does at home is tried in continuous integration too.
        all["CI"] = nil
        all.merge(environment) { $1 }
        return all
    }

    /// Runs capprint where no file may grow beyond a number of kilobytes, as on a full disk.
    static func capprint(limitedTo kilobytes: Int, _ arguments: String...) throws -> Result {
        let script = "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$0\" \"$@\""
        var environment = ProcessInfo.processInfo.environment
        environment["CAPPRINT_HOME"] = root.path
        environment["CI"] = nil
        return try run(
            URL(filePath: "/usr/bin/env"), ["bash", "-c", script, capprint.path] + arguments, in: nil,
            environment: environment)
    }

    /// Runs an outside tool that `make setup` installs.
    static func tool(_ name: String, _ arguments: String...) throws -> Result { try tool(name, arguments) }

    static func tool(_ name: String, _ arguments: [String]) throws -> Result {
        try run(URL(filePath: "/usr/bin/env"), [name] + arguments, in: nil, environment: nil)
    }

    private static func run(
        _ program: URL, _ arguments: [String], in folder: URL?, environment: [String: String]?, input: String? = nil
    ) throws -> Result {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        if let environment { process.environment = environment }
        process.standardInput = FileHandle.nullDevice
        // Files, not pipes: a full pipe would stop the program until it is read.
        let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let (output, errors) = (scratch.appending(path: "out"), scratch.appending(path: "err"))
        for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        if let input {
            let file = scratch.appending(path: "in")
            try Data(input.utf8).write(to: file)
            process.standardInput = try FileHandle(forReadingFrom: file)
        }
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try Data(contentsOf: output),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
}

/// A folder that goes with its owner.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "capprint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func write(_ name: String, _ text: String) throws -> String {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file.path
    }
}
