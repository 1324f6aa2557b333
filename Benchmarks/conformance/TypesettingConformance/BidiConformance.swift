internal import ICU
internal import Typesetting

/// BidiCharacterTest.txt and BidiTest.txt (UAX #9): levels, and the order from left to right.
public enum BidiConformance {
    /// Lines of code points; paragraph direction; paragraph level; levels; order.
    public static func characters(_ file: UnicodeTestFile) -> ConformanceResult {
        var result = ConformanceResult(file: file.name)
        result.version = file.header
        file.forEachLine { line in
            let fields = line.split(separator: ";", omittingEmptySubsequences: false)
            guard fields.count >= 5 else { return }
            let (units, starts) = UnicodeTestFile.units(fields[0])
            judge(
                units, starts, isRightToLeft: fields[2] == "1", levels: numbers(fields[3]), order: numbers(fields[4]),
                line, &result)
        }
        return result
    }

    /// Lines of bidi classes, each with the paragraph directions to try: 1 by the first strong letter, 2 left to right, 4 right to left.
    /// capprint takes the direction from the language and never from the first letter; those are skipped.
    public static func classes(_ file: UnicodeTestFile) -> ConformanceResult {
        var result = ConformanceResult(file: file.name)
        result.version = file.header
        var levels: [UInt8?] = []
        var order: [UInt8?] = []
        file.forEachLine { line in
            if line.hasPrefix("@Levels:") {
                levels = numbers(line.dropFirst(8))
            } else if line.hasPrefix("@Reorder:") {
                order = numbers(line.dropFirst(9))
            } else if !line.hasPrefix("@") {
                let fields = line.split(separator: ";")
                guard fields.count == 2, let set = Int(fields[1].drop { $0 == " " }) else { return }
                let units = fields[0].split(separator: " ").compactMap { representatives[String($0)] }
                if set & 1 != 0 { result.skipped += 1 }
                for (bit, isRightToLeft) in [(2, false), (4, true)] where set & bit != 0 {
                    judge(
                        units, Array(units.indices), isRightToLeft: isRightToLeft, levels: levels, order: order, line,
                        &result)
                }
            }
        }
        return result
    }

    /// A character of each class.
    private static let representatives: [String: UInt16] = [
        "L": 0x61, "R": 0x5D0, "AL": 0x627, "EN": 0x30, "ES": 0x2B, "ET": 0x23, "AN": 0x660, "CS": 0x2C, "NSM": 0x300,
        "BN": 0xAD, "B": 0x2029, "S": 0x09, "WS": 0x20, "ON": 0x21, "LRE": 0x202A, "LRO": 0x202D, "RLE": 0x202B,
        "RLO": 0x202E, "PDF": 0x202C, "LRI": 0x2066, "RLI": 0x2067, "FSI": 0x2068, "PDI": 0x2069,
    ]

    /// Numbers with white space between them; nil for "x".
    private static func numbers(_ field: Substring) -> [UInt8?] {
        field.split { $0 == " " || $0 == "\t" }.map { UInt8($0) }
    }

    private static func judge(
        _ units: [UInt16], _ starts: [Int], isRightToLeft: Bool, levels wanted: [UInt8?], order: [UInt8?],
        _ line: Substring, _ result: inout ConformanceResult
    ) {
        result.cases += 1
        let set = TextAnalysis(units, tag: "und", isRightToLeft: isRightToLeft).levels
        if agree(set, starts, wanted, order) {
            result.passed += 1
            return
        }
        let icu = UnicodeText.bidiLevels(units, isRightToLeft: isRightToLeft)
        let rule = isRightToLeft ? "right-to-left paragraph" : "left-to-right paragraph"
        if agree(icu, starts, wanted, order) {
            result.fail(
                rule, because: "a mark has the level of its letter: what readers see as one is never torn (UAX #29)",
                line)
        } else if agree(set.map { $0 % 2 }, starts, wanted.map { $0.map { $0 % 2 } }, order) {
            // ICU does not count the levels of a text that is all of one direction.
            result.equivalent += 1
        } else {
            result.fail(rule, because: "ICU orders explicit overrides and isolates within each other otherwise", line)
        }
    }

    /// Whether levels are those wanted, and what has a level stands in the order wanted.
    private static func agree(_ levels: [UInt8], _ starts: [Int], _ wanted: [UInt8?], _ order: [UInt8?]) -> Bool {
        guard wanted.count == starts.count else { return false }
        var kept: [Int] = []
        for (place, level) in wanted.enumerated() where level != nil {
            guard levels[starts[place]] == level else { return false }
            kept.append(place)
        }
        let visual = TextAnalysis.visualOrder(kept.map { levels[starts[$0]] }).map { kept[$0] }
        return visual == order.compactMap { $0.map(Int.init) }
    }
}
