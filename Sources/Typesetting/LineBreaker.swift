/// Parts a text into lines. Widths are in ems, so that what is found holds for every size.
struct LineBreaker {
    let text: ShapedText
    /// Where lines may end, the text's end last.
    private let ends: [Int]
    /// The pen's place where each of those ends begins its spaces.
    private let contentEnds: [Double]

    init(_ text: ShapedText, quality: BreakOpportunity.Quality) {
        self.text = text
        ends = text.opportunities.filter { $0.quality <= quality }.map(\.offset) + [text.units.count]
        var previous = 0
        var contentEnds: [Double] = []
        contentEnds.reserveCapacity(ends.count)
        for end in ends {
            contentEnds.append(text.positions[text.contentEnd(previous..<end)])
            previous = end
        }
        self.contentEnds = contentEnds
    }

    /// Rounding in a sum of widths shall not break a line that is exactly as wide as its box.
    private static let slack = 1e-9

    private func start(_ piece: Int) -> Double { piece == 0 ? 0 : text.positions[ends[piece - 1]] }

    private func width(_ first: Int, _ last: Int) -> Double { max(0, contentEnds[last] - start(first)) }

    /// The widest stretch that cannot be broken.
    var widestPiece: Double { ends.indices.reduce(0) { max($0, width($1, $1)) } }

    /// As few lines as can be: the last piece of each; and the width of the widest. Stops beyond `limit` lines with nil.
    private func greedy(_ bound: Double, limit: Int = .max) -> (lasts: [Int], widest: Double)? {
        var lasts: [Int] = []
        var widest = 0.0
        var first = 0
        for piece in ends.indices where piece > first && width(first, piece) > bound + LineBreaker.slack {
            lasts.append(piece - 1)
            widest = max(widest, width(first, piece - 1))
            first = piece
            if lasts.count >= limit { return nil }
        }
        lasts.append(ends.count - 1)
        return (lasts, max(widest, width(first, ends.count - 1)))
    }

    /// The least width in which the text stands in at most so many lines.
    func leastWidth(lines: Int) -> Double {
        let whole = width(0, ends.count - 1)
        guard lines > 1, ends.count > 1 else { return whole }
        var narrow = max(widestPiece, whole / Double(lines) - 1)
        if let found = greedy(narrow, limit: lines) { return found.widest }
        var best = whole
        // Each try halves what is left; 40 leave less than a millionth of an em of any text.
        for _ in 0..<40 where best - narrow > 1e-7 {
            let middle = (narrow + best) / 2
            if let found = greedy(middle, limit: lines) { best = min(middle, found.widest) } else { narrow = middle }
        }
        return greedy(best, limit: lines)?.widest ?? best
    }

    /// The lines in a width: as few as can be, about equally long. A piece wider than the width has a line to itself.
    func lines(width bound: Double) -> [Range<Int>] {
        let fewest = greedy(bound)?.lasts ?? [ends.count - 1]
        let lasts = balanced(lines: fewest.count, width: bound) ?? fewest
        var first = 0
        return lasts.map { last in
            defer { first = ends[last] }
            return first..<ends[last]
        }
    }

    /// A text of more pieces or lines is read, not looked at: it is filled line by line.
    private static let mostPieces = 120
    private static let mostLines = 8

    /// The lines whose widths differ least (least sum of squares), nil where the text is long or no better than greedy.
    private func balanced(lines: Int, width bound: Double) -> [Int]? {
        guard lines > 1, lines <= LineBreaker.mostLines, ends.count > lines, ends.count <= LineBreaker.mostPieces,
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
            for end in 1...count {
                for first in stride(from: end - 1, through: 0, by: -1) {
                    let lineWidth = width(first, end - 1)
                    if lineWidth > bound + LineBreaker.slack { break }
                    let sum = cost[first] + lineWidth * lineWidth
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
