internal import FileAccess
internal import JSONSource
internal import TypesettingConformance

enum UnicodeReport {
    static func write(_ folder: String) throws {
        func file(_ name: String) throws -> UnicodeTestFile { try UnicodeTestFile(Paths.join(folder, name)) }
        let results = [
            BidiConformance.characters(try file("BidiCharacterTest.txt")),
            BidiConformance.classes(try file("BidiTest.txt")),
            BreakConformance.lines(try file("auxiliary/LineBreakTest.txt")),
            BreakConformance.graphemes(try file("auxiliary/GraphemeBreakTest.txt")),
        ]
        var writer = JSONWriter()
        writer.array { list in
            for result in results {
                list.object { member in
                    member.string("file", result.file)
                    member.string("version", result.version)
                    member.integer("cases", result.cases)
                    member.integer("passed", result.passed)
                    member.integer("equivalent", result.equivalent)
                    member.integer("skipped", result.skipped)
                    member.array("failures") { failures in
                        for failure in result.failures {
                            failures.object {
                                $0.string("rule", failure.rule)
                                $0.string("reason", failure.reason)
                                $0.integer("count", failure.count)
                                $0.string("example", failure.example)
                            }
                        }
                    }
                }
            }
        }
        Output.write(writer.take() + "\n", to: Output.standardOutput)
    }
}
