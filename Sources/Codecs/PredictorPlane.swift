/// Samples compressed as PDF and PNG do it: rows led by a filter byte (ISO/IEC 15948, clause 9), in a zlib stream.
public enum PredictorPlane {
    /// What the samples show, which tells how they compress best.
    public enum Content: Sendable {
        /// Colours and gradients: each row gets the filter that leaves the smallest differences.
        case picture
        /// Flat areas with sharp contours: runs compress best as they are.
        case mask
    }

    /// Compresses rows of `width * components` samples; `level` 1…9 as libdeflate counts them (from 10 on it takes twenty times as long).
    public static func encode(
        _ samples: [UInt8], width: Int, height: Int, components: Int, content: Content = .picture, level: Int32 = 6
    ) -> [UInt8] {
        let row = width * components
        guard row > 0, samples.count == row * height else { return [] }
        guard content == .picture else {
            return Deflate.compress(unfiltered(samples, row: row, rows: height), level: level)
        }
        let filters: [UInt8] = [1, 2, 3, 4]
        let filtered = [UInt8](unsafeUninitializedCapacity: (row + 1) * height) { target, count in
            samples.withUnsafeBufferPointer { source in
                var best = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: row)
                var trial = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: row)
                defer {
                    best.deallocate()
                    trial.deallocate()
                }
                for line in 0..<height {
                    var least = Int.max
                    var chosen: UInt8 = 0
                    for filter in filters {
                        let cost = apply(filter, source, line &* row, row, components, isFirst: line == 0, into: trial)
                        if cost < least {
                            least = cost
                            chosen = filter
                            swap(&best, &trial)
                        }
                        if least == 0 { break }
                    }
                    target[line &* (row &+ 1)] = chosen
                    (target.baseAddress! + (line &* (row &+ 1) &+ 1)).update(from: best.baseAddress!, count: row)
                }
            }
            count = (row + 1) * height
        }
        return Deflate.compress(filtered, level: level)
    }

    /// Rows led by the byte that says "no filter".
    private static func unfiltered(_ samples: [UInt8], row: Int, rows: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: (row + 1) * rows) { target, count in
            samples.withUnsafeBufferPointer { source in
                guard let from = source.baseAddress, let to = target.baseAddress else { return }
                for line in 0..<rows {
                    to[line &* (row &+ 1)] = 0
                    (to + (line &* (row &+ 1) &+ 1)).update(from: from + line &* row, count: row)
                }
                count = (row + 1) * rows
            }
        }
    }

    /// Filters one row; answers the sum of the differences' magnitudes.
    private static func apply(
        _ filter: UInt8, _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ row: Int, _ step: Int, isFirst: Bool,
        into target: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var cost = 0
        for index in 0..<row {
            let place = start &+ index
            let left = index >= step ? source[place &- step] : 0
            let up = isFirst ? 0 : source[place &- row]
            let guess: UInt8
            switch filter {
            case 1: guess = left
            case 2: guess = up
            case 3: guess = UInt8(truncatingIfNeeded: (UInt32(left) &+ UInt32(up)) &>> 1)
            default: guess = nearest(left, up, index >= step && !isFirst ? source[place &- row &- step] : 0)
            }
            let difference = source[place] &- guess
            target[index] = difference
            cost &+= difference < 128 ? Int(difference) : 256 &- Int(difference)
        }
        return cost
    }

    private static func nearest(_ left: UInt8, _ up: UInt8, _ corner: UInt8) -> UInt8 {
        let toLeft = abs(Int32(up) &- Int32(corner))
        let toUp = abs(Int32(left) &- Int32(corner))
        let toCorner = abs(Int32(left) &+ Int32(up) &- 2 &* Int32(corner))
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner
    }

    /// The samples again. Throws ``CodecError``.
    public static func decode(_ bytes: [UInt8], width: Int, height: Int, components: Int) throws(CodecError) -> [UInt8]
    {
        try ImageLimits.check(width: width, height: height)
        guard (1...4).contains(components) else { throw .damaged("it has \(components) components") }
        let row = width * components
        var samples = try Deflate.inflate(bytes, count: (row + 1) * height)
        guard PNGFilter.reconstruct(&samples, row: row, rows: height, step: components) else {
            throw .damaged("a row has an unknown filter")
        }
        return samples
    }
}
