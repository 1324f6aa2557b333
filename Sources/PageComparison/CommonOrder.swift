/// The longest order that two sequences have in common (Hunt and Szymanski, "A fast algorithm for computing longest common
/// subsequences", 1977).
enum CommonOrder {
    /// Pairs of indices of equal elements, both rising; nil is equal to nothing.
    static func pairs<Key: Hashable>(_ old: [Key?], _ new: [Key?]) -> [(old: Int, new: Int)] {
        var first = 0
        while first < min(old.count, new.count), let key = old[first], key == new[first] { first += 1 }
        var (oldEnd, newEnd) = (old.count, new.count)
        while oldEnd > first, newEnd > first, let key = old[oldEnd - 1], key == new[newEnd - 1] {
            oldEnd -= 1
            newEnd -= 1
        }
        let middle = longest(matches(old, new, first..<oldEnd, first..<newEnd))
        return (0..<first).map { ($0, $0) } + middle + zip(oldEnd..<old.count, newEnd..<new.count).map { ($0, $1) }
    }

    /// Equal elements, by the old one rising and for each by the new one falling.
    private static func matches<Key: Hashable>(
        _ old: [Key?], _ new: [Key?], _ oldRange: Range<Int>, _ newRange: Range<Int>
    ) -> [(old: Int, new: Int)] {
        var places: [Key: [Int]] = [:]
        for index in newRange { if let key = new[index] { places[key, default: []].append(index) } }
        let count = oldRange.reduce(0) { $0 + (old[$1].flatMap { places[$0]?.count } ?? 0) }
        // Many that are all alike, such as empty pages: the n-th belongs to the n-th.
        let isCrowded = count > 2_000_000
        var seen: [Key: Int] = [:]
        var result: [(old: Int, new: Int)] = []
        for index in oldRange {
            guard let key = old[index], let found = places[key] else { continue }
            if isCrowded {
                let number = seen[key, default: 0]
                seen[key] = number + 1
                if number < found.count { result.append((index, found[number])) }
            } else {
                for place in found.reversed() { result.append((index, place)) }
            }
        }
        return result
    }

    /// The longest part of the matches that rises in both.
    private static func longest(_ matches: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
        // The last match of the best order of each length, and the match before each.
        var ends: [Int] = []
        var before = [Int](repeating: -1, count: matches.count)
        for (index, match) in matches.enumerated() {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if matches[ends[middle]].new < match.new { low = middle + 1 } else { high = middle }
            }
            before[index] = low == 0 ? -1 : ends[low - 1]
            if low == ends.count { ends.append(index) } else { ends[low] = index }
        }
        var result: [(old: Int, new: Int)] = []
        var index = ends.last ?? -1
        while index >= 0 {
            result.append(matches[index])
            index = before[index]
        }
        return result.reversed()
    }
}
