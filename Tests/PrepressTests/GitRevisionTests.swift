import Diagnostics
import Testing

@testable import Prepress

@Suite("Files at a git revision")
struct GitRevisionTests {
    private static func listing(_ records: (mode: String, path: String)...) -> [UInt8] {
        records.flatMap { Array("\($0.mode) blob 0123\t\($0.path)".utf8) + [0] }
    }

    @Test("are listed with their paths, also such as begin with dots")
    func entries() throws {
        let found = try GitRevision.entries(
            Self.listing(("100644", "kitchen/deck.json"), ("120000", "..cup/....png")), at: "main")
        #expect(found.map(\.path) == ["kitchen/deck.json", "..cup/....png"])
        #expect(found.map(\.isLink) == [false, true])
    }

    @Test(
        "are refused where they lead elsewhere",
        arguments: ["../deck.json", "kitchen/../../cup.png", "/etc/cup.png", "a/../b", "./a", "a//b", "a/", ".."])
    func traversal(path: String) {
        let error = #expect(throws: DiagnosticError.self) {
            try GitRevision.entries(Self.listing(("100644", "deck.json"), ("100644", path)), at: "main")
        }
        #expect(error?.diagnostics.map(\.message) == ["'\(path)' at main is no path within the repository"])
    }
}
