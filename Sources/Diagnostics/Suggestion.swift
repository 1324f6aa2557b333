/// "Did you mean": the nearest of a list of known names.
public enum Suggestion {
    /// The known name that is nearest to what was written, or nil when none is near enough to be meant.
    ///
    /// Near is a Damerau–Levenshtein distance (optimal string alignment) of at most a third of the name's length, at least 1; ties go to the first known.
    public static func nearest(to written: String, among known: [String]) -> String? {
        let limit = max(1, written.count / 3)
        var best: (name: String, distance: Int)?
        for name in known where abs(name.count - written.count) <= limit {
            let distance = distance(Array(written.lowercased()), Array(name.lowercased()))
            if distance <= limit, distance < (best?.distance ?? .max) { best = (name, distance) }
        }
        return best?.name
    }

    /// `did you mean 'x'?` for the nearest known name.
    public static func hint(for written: String, among known: [String]) -> String? {
        nearest(to: written, among: known).map { "did you mean '\($0)'?" }
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var row = [i + 1]
            for (j, b) in right.enumerated() {
                var cost = min(last[j] + (a == b ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { cost = min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            beforeLast = last
            last = row
        }
        return last[right.count]
    }
}
