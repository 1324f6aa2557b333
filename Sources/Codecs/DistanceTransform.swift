/// Squared Euclidean distances on a grid (Felzenszwalb & Huttenlocher 2012, "Distance Transforms of Sampled Functions"): exact, linear in the number of cells.
public enum DistanceTransform {
    /// A cell value from which on no distance is measured.
    public static let none: Float = 1e20

    /// For each cell p the least of |p − q|² + value(q) over all cells q.
    public static func transform(_ values: [Float], columns: Int, rows: Int) -> [Float] {
        var result = values
        let longest = max(columns, rows)
        var line = [Float](repeating: 0, count: longest)
        var lower = Envelope(longest)
        result.withUnsafeMutableBufferPointer { grid in
            line.withUnsafeMutableBufferPointer { line in
                for column in 0..<columns {
                    for row in 0..<rows { line[row] = grid[row &* columns &+ column] }
                    lower.write(line, count: rows, into: grid, at: column, step: columns)
                }
                for row in 0..<rows {
                    for column in 0..<columns { line[column] = grid[row &* columns &+ column] }
                    lower.write(line, count: columns, into: grid, at: row &* columns, step: 1)
                }
            }
        }
        return result
    }

    /// The lower envelope of parabolas in one dimension, with its work space.
    private struct Envelope {
        private var places: [Int]
        private var bounds: [Float]

        init(_ capacity: Int) {
            places = [Int](repeating: 0, count: capacity)
            bounds = [Float](repeating: 0, count: capacity + 1)
        }

        mutating func write(
            _ values: UnsafeMutableBufferPointer<Float>, count: Int, into grid: UnsafeMutableBufferPointer<Float>,
            at start: Int, step: Int
        ) {
            places.withUnsafeMutableBufferPointer { places in
                bounds.withUnsafeMutableBufferPointer { bounds in
                    var last = -1
                    for place in 0..<count where values[place] < DistanceTransform.none {
                        let own = values[place] + Float(place &* place)
                        var bound = -Float.infinity
                        while last >= 0 {
                            let other = places[last]
                            bound = (own - values[other] - Float(other &* other)) / Float(2 &* (place &- other))
                            if bound > bounds[last] { break }
                            last &-= 1
                        }
                        if last < 0 { bound = -.infinity }
                        last &+= 1
                        places[last] = place
                        bounds[last] = bound
                    }
                    guard last >= 0 else {
                        for place in 0..<count { grid[start &+ place &* step] = DistanceTransform.none }
                        return
                    }
                    var piece = 0
                    for place in 0..<count {
                        while piece < last, bounds[piece &+ 1] < Float(place) { piece &+= 1 }
                        let distance = Float(place &- places[piece])
                        grid[start &+ place &* step] = distance * distance + values[places[piece]]
                    }
                }
            }
        }
    }
}
