import FileAccess
import Testing
import TypesettingConformance

/// Some lines of each file; `make conformance` asks for all of them.
@Suite("Unicode's own tests, a sample")
struct UnicodeSampleTests {
    private static let folder = Paths.join(
        Paths.folder(of: Paths.folder(of: Paths.folder(of: #filePath))), "Benchmarks/conformance/samples")

    private func file(_ name: String) throws -> UnicodeTestFile {
        try UnicodeTestFile(Paths.join(Self.folder, name))
    }

    @Test("Writing directions: levels and order (UAX #9)")
    func bidi() throws {
        for result in [
            BidiConformance.characters(try file("BidiCharacterTest.txt")),
            BidiConformance.classes(try file("BidiTest.txt")),
        ] {
            #expect(result.cases > 200)
            #expect(result.failures.isEmpty, "\(result.failures)")
            #expect(result.passed + result.equivalent == result.cases)
        }
    }

    @Test("Lines end where Unicode lets them (UAX #14)")
    func lines() throws {
        let result = BreakConformance.lines(try file("LineBreakTest.txt"))
        #expect(result.cases > 200)
        let wrong = result.failures.filter { $0.reason != BreakConformance.wholeCharacter }
        #expect(wrong.isEmpty, "\(wrong)")
        #expect(result.passed * 100 > result.cases * 94)
    }

    @Test("Characters as readers see them (UAX #29)")
    func graphemes() throws {
        let result = BreakConformance.graphemes(try file("GraphemeBreakTest.txt"))
        #expect(result.cases > 100)
        #expect(result.passed == result.cases, "\(result.failures)")
    }
}
