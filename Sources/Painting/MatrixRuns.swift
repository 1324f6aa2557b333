public import DisplayList

/// Dark modules side by side in one row.
public struct MatrixRun: Hashable, Sendable {
    public var row: Int
    public var column: Int
    public var length: Int
}

extension PlacedMatrix {
    /// The dark modules as runs, row by row from the top; what lies beyond ``modules`` is light.
    public var horizontalRuns: [MatrixRun] {
        var runs: [MatrixRun] = []
        for row in 0..<max(0, side) {
            var column = 0
            while column < side {
                guard isDark(row, column) else {
                    column += 1
                    continue
                }
                let start = column
                while column < side, isDark(row, column) { column += 1 }
                runs.append(MatrixRun(row: row, column: start, length: column - start))
            }
        }
        return runs
    }

    private func isDark(_ row: Int, _ column: Int) -> Bool {
        let index = row * side + column
        return index < modules.count && modules[index]
    }
}
