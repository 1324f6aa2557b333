/// Linear equations with more rows than unknowns, solved so that the sum of the squares of what is left is least.
struct LeastSquares {
    private var matrix: [[Double]]
    private var right: [Double]

    init(unknowns: Int) {
        matrix = Array(repeating: Array(repeating: 0, count: unknowns), count: unknowns)
        right = Array(repeating: 0, count: unknowns)
    }

    /// Adds the equation `row · unknowns = value`.
    mutating func add(_ row: [Double], _ value: Double) {
        for i in row.indices {
            for j in row.indices { matrix[i][j] += row[i] * row[j] }
            right[i] += row[i] * value
        }
    }

    /// The unknowns; nil where the equations do not determine them. Normal equations, Gaussian elimination with pivots.
    func solve() -> [Double]? {
        var (matrix, right) = (matrix, right)
        let count = right.count
        for column in 0..<count {
            guard let pivot = (column..<count).max(by: { abs(matrix[$0][column]) < abs(matrix[$1][column]) }),
                abs(matrix[pivot][column]) > 1e-11
            else { return nil }
            matrix.swapAt(column, pivot)
            right.swapAt(column, pivot)
            for row in column + 1..<count {
                let factor = matrix[row][column] / matrix[column][column]
                for k in column..<count { matrix[row][k] -= factor * matrix[column][k] }
                right[row] -= factor * right[column]
            }
        }
        var result = right
        for row in (0..<count).reversed() {
            for k in row + 1..<count { result[row] -= matrix[row][k] * result[k] }
            result[row] /= matrix[row][row]
        }
        return result
    }
}
