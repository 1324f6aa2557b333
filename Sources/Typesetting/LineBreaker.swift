/// Parts a text into lines. Widths are in ems, so that what is found holds for every size.
struct LineBreaker {
    let text: ShapedText
    /// Where lines may end, the text's end last.
    private let ends: [End]

    private struct End {
        var offset: Int
        /// The pen's place where it begins its spaces.
        var content: Double
        /// How wide the hyphen is that a line shows there.
        var hyphen = 0.0
        /// How wide the word is that goes on after it; where none does, 0.
        var word = 0.0
    }

    /// Whether words that would fit a line may be parted too.
    private let partsEveryWord: Bool

    /// - Parameters:
    ///   - opportunities: Where lines may end, in order, the text's end not among them.
    ///   - partsEveryWord: Whether words that would fit a line may be parted too.
    ///   - hyphenWidth: How wide the hyphen is that a line shows where it ends inside a word at a code unit.
    init(
        _ text: ShapedText, _ opportunities: [BreakOpportunity], partsEveryWord: Bool, hyphenWidth: (Int) -> Double
    ) {
        self.text = text
        self.partsEveryWord = partsEveryWord
        var ends: [End] = []
        ends.reserveCapacity(opportunities.count + 1)
        var previous = 0
        // The ends since the last that is not inside a word.
        var inWord = 0
        func add(_ offset: Int, isHyphen: Bool) {
            var end = End(offset: offset, content: text.positions[text.contentEnd(previous..<offset)])
            if isHyphen {
                end.hyphen = hyphenWidth(offset)
                inWord += 1
            } else {
                let first = ends.count - inWord
                let start = first == 0 ? 0 : text.positions[ends[first - 1].offset]
                for index in first..<ends.count { ends[index].word = end.content - start }
                inWord = 0
            }
            ends.append(end)
            previous = offset
        }
        for place in opportunities { add(place.offset, isHyphen: place.quality == .hyphen) }
        add(text.units.count, isHyphen: false)
        self.ends = ends
    }

    /// Rounding in a sum of widths shall not break a line that is exactly as wide as its box.
    private static let slack = 1e-9

    private func start(_ piece: Int) -> Double { piece == 0 ? 0 : text.positions[ends[piece - 1].offset] }

    private func width(_ first: Int, _ last: Int) -> Double {
        max(0, ends[last].content - start(first)) + ends[last].hyphen
    }

    private func isUsable(_ end: Int, _ bound: Double) -> Bool {
        ends[end].word == 0 || partsEveryWord || ends[end].word > bound + LineBreaker.slack
    }

    /// Without the places inside words that are no wider than this.
    func partingOnly(widerThan width: Double) -> LineBreaker {
        LineBreaker(text, ends.filter { $0.word == 0 || $0.word > width + LineBreaker.slack }, partsEveryWord)
    }

    private init(_ text: ShapedText, _ ends: [End], _ partsEveryWord: Bool) {
        self.text = text
        self.ends = ends
        self.partsEveryWord = partsEveryWord
    }

    /// In how many lines the text can stand.
    var mostLines: Int { ends.count }

    var partsWords: Bool { ends.contains { $0.word > 0 } }

    /// The widest stretch that cannot be broken.
    var widestPiece: Double { ends.indices.reduce(0) { max($0, width($1, $1)) } }

    /// As few lines as can be: the last piece of each; and the width of the widest. Stops beyond `limit` lines with nil.
    private func greedy(_ bound: Double, limit: Int = .max) -> (lasts: [Int], widest: Double)? {
        var lasts: [Int] = []
        var widest = 0.0
        var first = 0
        var last: Int?
        for piece in ends.indices where isUsable(piece, bound) {
            if let end = last, width(first, piece) > bound + LineBreaker.slack {
                lasts.append(end)
                widest = max(widest, width(first, end))
                first = end + 1
                if lasts.count >= limit { return nil }
            }
            last = piece
        }
        lasts.append(ends.count - 1)
        return (lasts, max(widest, width(first, ends.count - 1)))
    }

    /// The least width in which the text stands in at most so many lines.
    func leastWidth(lines: Int) -> Double {
        let whole = width(0, ends.count - 1)
        guard lines > 1, ends.count > 1 else { return whole }
        var narrow = max(widestPiece, whole / Double(lines) - 1)
        if let found = greedy(narrow, limit: lines), found.widest <= narrow + LineBreaker.slack { return found.widest }
        var best = whole
        // Each try halves what is left; 40 leave less than a millionth of an em of any text.
        for _ in 0..<40 where best - narrow > 1e-7 {
            let middle = (narrow + best) / 2
            if let found = greedy(middle, limit: lines), found.widest <= middle + LineBreaker.slack {
                // Narrower than asked, a word might be parted that need not be here.
                best = ends.contains(where: { $0.word > 0 }) ? middle : min(middle, found.widest)
            } else {
                narrow = middle
            }
        }
        return best
    }

    /// The lines in a width: as few as can be, about equally long. A piece wider than the width has a line to itself.
    func lines(width bound: Double) -> [Range<Int>] {
        let fewest = greedy(bound)?.lasts ?? [ends.count - 1]
        let lasts = balanced(lines: fewest.count, width: bound) ?? fewest
        var first = 0
        return lasts.map { last in
            defer { first = ends[last].offset }
            return first..<ends[last].offset
        }
    }

    /// A text of more pieces or lines is read, not looked at: it is filled line by line.
    private static let mostPieces = 120
    private static let mostBalancedLines = 8

    /// The lines whose widths differ least (least sum of squares), with as few parted words as can be; nil where the text is long or no
    /// better than greedy.
    private func balanced(lines: Int, width bound: Double) -> [Int]? {
        guard lines > 1, lines <= LineBreaker.mostBalancedLines, ends.count > lines,
            ends.count <= LineBreaker.mostPieces,
            widestPiece <= bound + LineBreaker.slack
        else { return nil }
        let count = ends.count
        // cost[n]: of the first n pieces in the lines so far; choice[line][n]: the first piece of the last of them.
        var cost = [Double](repeating: .infinity, count: count + 1)
        cost[0] = 0
        var choice: [[Int]] = []
        for _ in 0..<lines {
            var next = [Double](repeating: .infinity, count: count + 1)
            var firsts = [Int](repeating: 0, count: count + 1)
            for end in 1...count where isUsable(end - 1, bound) {
                let parting = ends[end - 1].word > 0 ? bound * bound * Double(lines) : 0
                for first in stride(from: end - 1, through: 0, by: -1) {
                    let lineWidth = width(first, end - 1)
                    if lineWidth > bound + LineBreaker.slack { break }
                    let sum = cost[first] + lineWidth * lineWidth + parting
                    if sum < next[end] { (next[end], firsts[end]) = (sum, first) }
                }
            }
            cost = next
            choice.append(firsts)
        }
        guard cost[count].isFinite else { return nil }
        var lasts: [Int] = []
        var end = count
        for firsts in choice.reversed() {
            lasts.append(end - 1)
            end = firsts[end]
        }
        return lasts.reversed()
    }
}
