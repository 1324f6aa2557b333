internal import ICU
internal import Typesetting

/// The files of "÷" and "×": LineBreakTest.txt (UAX #14) and GraphemeBreakTest.txt (UAX #29).
public enum BreakConformance {
    /// Whether capprint lets a line end where the file does.
    public static func lines(_ file: UnicodeTestFile) -> ConformanceResult {
        judge(file) { units in
            let analysis = TextAnalysis(units, tag: "und")
            return (
                Set(analysis.opportunities.map(\.offset)),
                Set(units.indices.filter { UnicodeText.lineBreaks(units, language: "und", style: .strict)[$0] })
            )
        }
    }

    /// Whether capprint takes for one character what the file does.
    public static func graphemes(_ file: UnicodeTestFile) -> ConformanceResult {
        judge(file) { units in
            let found = Set(units.indices.filter { $0 > 0 && TextAnalysis(units, tag: "und").graphemes[$0] })
            return (found, found)
        }
    }

    /// Emoji modifiers after other characters: UAX #14 would part them, UAX #29 takes both for one.
    public static let wholeCharacter = "a character as readers see it is never parted (UAX #29)"

    private static func judge(
        _ file: UnicodeTestFile, _ breaks: ([UInt16]) -> (set: Set<Int>, icu: Set<Int>)
    ) -> ConformanceResult {
        var result = ConformanceResult(file: file.name)
        result.version = file.header
        file.forEachLine { line in
            let halves = line.split(separator: "#", maxSplits: 1)
            let tokens = halves[0].split { $0 == " " || $0 == "\t" }
            // Marks stand at the even places, code points between them.
            let points = stride(from: 1, to: tokens.count, by: 2).map { String(tokens[$0]) }
            let (units, starts) = UnicodeTestFile.units(points.joined(separator: " "))
            let rules = halves.count > 1 ? rules(halves[1]) : []
            result.cases += 1
            let found = breaks(units)
            var isRight = true
            for (place, start) in starts.enumerated().dropFirst() {
                let isWanted = tokens[place * 2] == "÷"
                guard found.set.contains(start) != isWanted else { continue }
                isRight = false
                let isICU = found.icu.contains(start) != isWanted
                result.fail(
                    place < rules.count ? rules[place] : "?",
                    because: isICU ? "ICU's rules are tailored" : wholeCharacter, line)
            }
            if isRight { result.passed += 1 }
        }
        return result
    }

    /// The rule of each boundary, from a comment such as "÷ [0.2] SPACE (Other) ÷ [999.0] …".
    private static func rules(_ comment: Substring) -> [String] {
        comment.split(separator: "[").dropFirst().compactMap { part in
            part.split(separator: "]", maxSplits: 1).first.map(String.init)
        }
    }
}
