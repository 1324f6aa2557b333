internal import ICU

/// The hyphenation patterns of a language: a file as LibreOffice has them (libhyphen, "README.hyphen"): the charset, settings and
/// patterns, in up to two levels, of which the first parts compounds.
struct HyphenationPatterns: Sendable {
    private var levels: [PatternLevel] = []
    /// The least letters before and after a break, of a word and of a part of a compound.
    private var least = (left: 2, right: 2)
    private var leastOfPart = (left: 2, right: 2)

    /// The file's content; nil where its charset is not known.
    init?(_ bytes: [UInt8], longestOnly: Bool) {
        let head = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        let charset = String(decoding: head, as: UTF8.self)
        guard let text = decodedText(bytes, charset: charset.replacingPrefix("microsoft-cp", with: "windows-")) else {
            return nil
        }
        var level = PatternLevel(longestOnly: longestOnly)
        for line in text.unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" }).dropFirst() {
            let line = Substring(line)
            guard let first = line.unicodeScalars.first, first != "%", first != "#" else { continue }
            let words = line.split { $0 == " " || $0 == "\t" }
            let number = words.dropFirst().first.flatMap { Int($0) }
            switch words.first {
            case "LEFTHYPHENMIN": least.left = number ?? least.left
            case "RIGHTHYPHENMIN": least.right = number ?? least.right
            case "COMPOUNDLEFTHYPHENMIN": leastOfPart.left = number ?? leastOfPart.left
            case "COMPOUNDRIGHTHYPHENMIN": leastOfPart.right = number ?? leastOfPart.right
            case "NOHYPHEN": continue
            case "NEXTLEVEL":
                levels.append(level)
                level = PatternLevel(longestOnly: longestOnly)
            case let pattern?: level.add(pattern)
            case nil: continue
            }
        }
        levels.append(level)
    }

    /// The letters of a word, in small letters, before which it may be parted.
    func breaks(in word: [Unicode.Scalar]) -> [Int] {
        var found: Set<Int> = []
        var parts = [0..<word.count]
        for level in levels {
            var smaller: [Range<Int>] = []
            for part in parts {
                let values = level.values(in: word[part])
                var start = part.lowerBound
                for at in part.dropFirst() where values[at - part.lowerBound] % 2 == 1 {
                    // A break that would change letters is left alone: what stands on a card is what its deck says.
                    guard values[at - part.lowerBound] & PatternLevel.changesLetters == 0,
                        at - part.lowerBound >= leastOfPart.left, part.upperBound - at >= leastOfPart.right
                    else { continue }
                    found.insert(at)
                    smaller.append(start..<at)
                    start = at
                }
                smaller.append(start..<part.upperBound)
            }
            parts = smaller
        }
        return found.filter { $0 >= least.left && word.count - $0 >= least.right }.sorted()
    }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}
