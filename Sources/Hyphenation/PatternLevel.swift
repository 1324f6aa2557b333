/// Patterns in a tree of letters: a word is asked for all of them that occur in it in one walk from each of its letters
/// (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983).
struct PatternLevel: Sendable {
    /// From a place in the tree and a letter to the next place.
    private var next: [UInt64: Int32] = [:]
    /// Where the values of the pattern that ends at a place begin, -1 where none ends.
    private var ends: [Int32] = [-1]
    /// The values between the letters of each pattern, each list after its length.
    private var values: [UInt8] = []

    /// Whether at each place of a word only the longest stretch counts that a pattern begins with, as libhyphen reads
    /// (`hnj_hyphen_hyph_`: its states fall back only where a letter leads nowhere).
    private let longestOnly: Bool

    init(longestOnly: Bool) {
        self.longestOnly = longestOnly
    }

    /// Set beside a value whose break changes letters, as Hungarian `asszony` becomes `asz-szony`.
    static let changesLetters: UInt8 = 0x80

    /// Adds a pattern as LibreOffice writes it: `.un1a`, letters with the value of the place before them; `/` and what follows says how
    /// letters change.
    mutating func add(_ pattern: Substring) {
        var letters: [Unicode.Scalar] = []
        var digits: [UInt8] = [0]
        var change: UInt8 = 0
        for scalar in pattern.unicodeScalars {
            if scalar == "/" {
                change = PatternLevel.changesLetters
                break
            }
            if ("0"..."9").contains(scalar) {
                digits[digits.count - 1] = UInt8(scalar.value - 0x30)
            } else {
                letters.append(scalar)
                digits.append(0)
            }
        }
        guard !letters.isEmpty, digits.count < 128 else { return }
        var place = 0
        for letter in letters { place = step(from: place, letter) }
        ends[place] = Int32(values.count)
        values.append(UInt8(digits.count))
        values += digits.map { $0 == 0 ? 0 : $0 | change }
    }

    private mutating func step(from place: Int, _ letter: Unicode.Scalar) -> Int {
        let key = PatternLevel.key(place, letter)
        if let known = next[key] { return Int(known) }
        ends.append(-1)
        next[key] = Int32(ends.count - 1)
        return ends.count - 1
    }

    private static func key(_ place: Int, _ letter: Unicode.Scalar) -> UInt64 {
        UInt64(place) << 32 | UInt64(letter.value)
    }

    /// The value before each letter of a word in small letters, the highest of all patterns that occur in it; odd allows a break.
    func values(in word: ArraySlice<Unicode.Scalar>) -> [UInt8] {
        let text: [Unicode.Scalar] = ["."] + word + ["."]
        var found = [UInt8](repeating: 0, count: text.count + 1)
        // Up to which letter a longer stretch has already reached.
        var reached = 0
        for start in text.indices {
            var place = 0
            for at in start..<text.count {
                guard let step = next[PatternLevel.key(place, text[at])] else { break }
                place = Int(step)
                if longestOnly {
                    guard at >= reached else { continue }
                    reached = at + 1
                }
                guard ends[place] >= 0 else { continue }
                raise(&found, from: start, by: Int(ends[place]))
            }
        }
        // Without the full stop at the start.
        return Array(found[1..<found.count - 1])
    }

    private func raise(_ found: inout [UInt8], from start: Int, by list: Int) {
        for index in 0..<Int(values[list]) {
            let value = values[list + 1 + index]
            if value & 0x7F > found[start + index] & 0x7F { found[start + index] = value }
        }
    }
}
