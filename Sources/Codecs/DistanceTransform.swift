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
        /// value(q) + q² of the parabola at each place q.
        private var heights: [Float]
        private var bounds: [Float]
        /// 1 / 2d for each distance d: multiplying is quicker than dividing.
        private let shares: [Float]

        init(_ capacity: Int) {
            places = [Int](repeating: 0, count: capacity)
            heights = [Float](repeating: 0, count: capacity)
            bounds = [Float](repeating: 0, count: capacity + 1)
            shares = (0..<capacity).map { 1 / Float(2 * max(1, $0)) }
        }

        mutating func write(
            _ values: UnsafeMutableBufferPointer<Float>, count: Int, into grid: UnsafeMutableBufferPointer<Float>,
            at start: Int, step: Int
        ) {
            shares.withUnsafeBufferPointer { shares in
                places.withUnsafeMutableBufferPointer { places in
                    heights.withUnsafeMutableBufferPointer { heights in
                        bounds.withUnsafeMutableBufferPointer { bounds in
                            var last = -1
                            for place in 0..<count where values[place] < DistanceTransform.none {
                                let own = values[place] + Float(place &* place)
                                var bound = -Float.infinity
                                while last >= 0 {
                                    bound = (own - heights[last]) * shares[place &- places[last]]
                                    if bound > bounds[last] { break }
                                    last &-= 1
                                }
                                if last < 0 { bound = -.infinity }
                                last &+= 1
                                places[last] = place
                                heights[last] = own
                                bounds[last] = bound
                            }
                            guard last >= 0 else {
                                for place in 0..<count { grid[start &+ place &* step] = DistanceTransform.none }
                                return
                            }
                            // One piece of the envelope after the other.
                            var place = 0
                            for piece in 0...last {
                                let (center, value) = (places[piece], values[places[piece]])
                                let end = piece < last ? bounds[piece &+ 1] : .infinity
                                while place < count, Float(place) <= end {
                                    let distance = Float(place &- center)
                                    grid[start &+ place &* step] = distance * distance + value
                                    place &+= 1
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
