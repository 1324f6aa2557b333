internal import QPDF

/// Which page of the new file is which of the old one. Indices count from 0.
struct PagePairing: Hashable, Sendable {
    struct Pair: Hashable, Sendable {
        var old: Int
        var new: Int
        /// It stands before pages that it stood behind, or the other way round.
        var isMoved: Bool
    }

    /// Pages between two pairs of equal ones.
    struct Gap: Hashable, Sendable {
        var old: [Int]
        var new: [Int]
    }

    /// Pages of equal content.
    var equal: [Pair]
    /// Pages whose content has no equal, in order; a gap has some of one file at least.
    var gaps: [Gap]

    /// Pairs pages of equal content; nil is equal to nothing.
    init(old: [PageContent.Digest?], new: [PageContent.Digest?]) {
        let inOrder = CommonOrder.pairs(old, new)
        var isPaired = (
            old: [Bool](repeating: false, count: old.count), new: [Bool](repeating: false, count: new.count)
        )
        for pair in inOrder {
            isPaired.old[pair.old] = true
            isPaired.new[pair.new] = true
        }
        equal = inOrder.map { Pair(old: $0.old, new: $0.new, isMoved: false) }
        // The first that is left belongs to the first that is left.
        var left: [PageContent.Digest: [Int]] = [:]
        for index in old.indices.reversed() where !isPaired.old[index] {
            if let digest = old[index] { left[digest, default: []].append(index) }
        }
        for index in new.indices where !isPaired.new[index] {
            guard let digest = new[index], let place = left[digest]?.popLast() else { continue }
            isPaired.old[place] = true
            isPaired.new[index] = true
            equal.append(Pair(old: place, new: index, isMoved: true))
        }
        gaps = []
        var start = (old: 0, new: 0)
        for end in inOrder.map({ (old: $0.old, new: $0.new) }) + [(old: old.count, new: new.count)] {
            let gap = Gap(
                old: (start.old..<end.old).filter { !isPaired.old[$0] },
                new: (start.new..<end.new).filter { !isPaired.new[$0] })
            if !gap.old.isEmpty || !gap.new.isEmpty { gaps.append(gap) }
            start = (end.old + 1, end.new + 1)
        }
    }
}

extension PagePairing {
    /// Pages paired by how they look, and those that have no partner.
    struct Likeness: Hashable, Sendable {
        var pairs: [Pair] = []
        var missing: [Int] = []
        var new: [Int] = []
    }

    /// Less than this is no reason to pair pages in order.
    private static let least = 0.25
    /// As much as this makes a page the same one though it moved.
    private static let moved = 0.8

    /// Pairs the pages of gaps: in order where they are alike; then across gaps where they are much alike; then what is
    /// left between two pairs of the same gap if there are as many of both, each with the one at its place.
    static func byLikeness(_ gaps: [Gap], _ likeness: (_ old: Int, _ new: Int) -> Double) -> Likeness {
        var result = Likeness()
        var rests: [Gap] = []
        for gap in gaps {
            let pairs = inOrder(gap, likeness)
            result.pairs += pairs.map { Pair(old: $0.old, new: $0.new, isMoved: false) }
            var rest = (old: gap.old[...], new: gap.new[...])
            for pair in pairs {
                rests.append(Gap(old: rest.old.filter { $0 < pair.old }, new: rest.new.filter { $0 < pair.new }))
                rest = (rest.old.drop { $0 <= pair.old }, rest.new.drop { $0 <= pair.new })
            }
            rests.append(Gap(old: Array(rest.old), new: Array(rest.new)))
        }
        let across = crossing(rests, likeness)
        result.pairs += across
        let (goneOld, goneNew) = (Set(across.map(\.old)), Set(across.map(\.new)))
        for rest in rests {
            let old = rest.old.filter { !goneOld.contains($0) }
            let new = rest.new.filter { !goneNew.contains($0) }
            if old.count == new.count {
                result.pairs += zip(old, new).map { Pair(old: $0, new: $1, isMoved: false) }
            } else {
                result.missing += old
                result.new += new
            }
        }
        return result
    }

    /// The pairs of rising order whose likeness in sum is the most (Needleman and Wunsch, 1970), within a band of places so
    /// that a long gap does not take for ever.
    private static func inOrder(_ gap: Gap, _ likeness: (Int, Int) -> Double) -> [(old: Int, new: Int)] {
        let (rows, columns) = (gap.old.count, gap.new.count)
        guard rows > 0, columns > 0 else { return [] }
        if rows * columns > 4_000_000 {
            // Thousands of pages that all differ: half of them at a time.
            let (old, new) = (rows / 2, columns / 2)
            return inOrder(Gap(old: Array(gap.old[..<old]), new: Array(gap.new[..<new])), likeness)
                + inOrder(Gap(old: Array(gap.old[old...]), new: Array(gap.new[new...])), likeness)
        }
        let band = max(32, 1_000_000 / max(rows, columns)) + abs(rows - columns)
        var sums = [Double](repeating: 0, count: (rows + 1) * (columns + 1))
        var steps = [UInt8](repeating: 0, count: (rows + 1) * (columns + 1))
        for row in 1...rows {
            for column in 1...columns {
                let index = row * (columns + 1) + column
                let (above, before) = (sums[index - columns - 1], sums[index - 1])
                (sums[index], steps[index]) = above >= before ? (above, 1) : (before, 2)
                guard abs(row - column) <= band else { continue }
                let value = likeness(gap.old[row - 1], gap.new[column - 1]) - least
                let both = sums[index - columns - 2] + value
                if value > 0, both > sums[index] { (sums[index], steps[index]) = (both, 3) }
            }
        }
        var pairs: [(old: Int, new: Int)] = []
        var (row, column) = (rows, columns)
        while row > 0, column > 0 {
            switch steps[row * (columns + 1) + column] {
            case 1: row -= 1
            case 2: column -= 1
            default:
                pairs.append((gap.old[row - 1], gap.new[column - 1]))
                row -= 1
                column -= 1
            }
        }
        return pairs.reversed()
    }

    /// The pages that are left and much alike, the most alike first.
    private static func crossing(_ rests: [Gap], _ likeness: (Int, Int) -> Double) -> [Pair] {
        let (old, new) = (rests.flatMap(\.old), rests.flatMap(\.new))
        guard old.count * new.count <= 1_000_000 else { return [] }
        var candidates: [(old: Int, new: Int, likeness: Double)] = []
        for one in old {
            for other in new {
                let value = likeness(one, other)
                if value >= moved { candidates.append((one, other, value)) }
            }
        }
        candidates.sort { ($1.likeness, $0.new, $0.old) < ($0.likeness, $1.new, $1.old) }
        var pairs: [Pair] = []
        var taken = (old: Set<Int>(), new: Set<Int>())
        for candidate in candidates where !taken.old.contains(candidate.old) && !taken.new.contains(candidate.new) {
            taken.old.insert(candidate.old)
            taken.new.insert(candidate.new)
            pairs.append(Pair(old: candidate.old, new: candidate.new, isMoved: true))
        }
        return pairs
    }
}
