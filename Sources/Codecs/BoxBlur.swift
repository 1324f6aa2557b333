/// Blurs a plane of opacity by running means; three of them are as good as a bell curve.
public enum BoxBlur {
    /// Means of blocks of `cell` × `cell` samples, with `margin` clear samples around the result.
    public static func shrink(_ plane: [UInt8], width: Int, height: Int, cell: Int, margin: Int) -> (
        plane: [UInt8], width: Int, height: Int
    ) {
        let columns = (width + cell - 1) / cell + 2 * margin
        let rows = (height + cell - 1) / cell + 2 * margin
        var sums = [UInt32](repeating: 0, count: columns * rows)
        plane.withUnsafeBufferPointer { plane in
            sums.withUnsafeMutableBufferPointer { sums in
                for row in 0..<height {
                    let line = (row / cell &+ margin) &* columns &+ margin
                    var from = 0
                    var place = line
                    while from < width {
                        let to = min(width, from &+ cell)
                        var sum: UInt32 = 0
                        for column in from..<to { sum &+= UInt32(plane[row &* width &+ column]) }
                        sums[place] &+= sum
                        from = to
                        place &+= 1
                    }
                }
            }
        }
        let area = UInt32(cell * cell)
        return (sums.map { UInt8(truncatingIfNeeded: ($0 &+ area / 2) / area) }, columns, rows)
    }

    /// Three running means of `2 * radius + 1` samples in each direction; beyond the plane lies nothing. 16-bit results, 257 times the opacity.
    public static func blur(_ plane: [UInt8], width: Int, height: Int, radius: Int) -> [UInt16] {
        var current = plane.map { UInt16($0) * 257 }
        var next = current
        for _ in 0..<3 {
            passAlong(current, into: &next, width: width, height: height, radius: radius)
            passDown(next, into: &current, width: width, height: height, radius: radius)
        }
        return current
    }

    /// Multiplying by 2³²/size in place of dividing, which is slow.
    private static func share(_ size: UInt64) -> UInt64 { (1 << 32) / size + 1 }

    @inline(__always)
    private static func mean(_ sum: UInt32, _ size: UInt64, _ share: UInt64) -> UInt16 {
        UInt16(truncatingIfNeeded: ((UInt64(sum) &+ size / 2) &* share) &>> 32)
    }

    private static func passAlong(_ source: [UInt16], into target: inout [UInt16], width: Int, height: Int, radius: Int)
    {
        let size = UInt64(2 * radius + 1)
        let share = share(size)
        source.withUnsafeBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                for row in 0..<height {
                    let start = row &* width
                    var sum: UInt32 = 0
                    for index in 0..<min(radius, width) { sum &+= UInt32(source[start &+ index]) }
                    for index in 0..<width {
                        if index &+ radius < width { sum &+= UInt32(source[start &+ index &+ radius]) }
                        target[start &+ index] = mean(sum, size, share)
                        if index >= radius { sum &-= UInt32(source[start &+ index &- radius]) }
                    }
                }
            }
        }
    }

    /// All columns at once, row by row: memory is read in its order.
    private static func passDown(_ source: [UInt16], into target: inout [UInt16], width: Int, height: Int, radius: Int)
    {
        let size = UInt64(2 * radius + 1)
        let share = share(size)
        var sums = [UInt32](repeating: 0, count: width)
        source.withUnsafeBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                sums.withUnsafeMutableBufferPointer { sums in
                    for row in 0..<min(radius, height) {
                        for column in 0..<width { sums[column] &+= UInt32(source[row &* width &+ column]) }
                    }
                    for row in 0..<height {
                        if row &+ radius < height {
                            let below = (row &+ radius) &* width
                            for column in 0..<width { sums[column] &+= UInt32(source[below &+ column]) }
                        }
                        let here = row &* width
                        for column in 0..<width { target[here &+ column] = mean(sums[column], size, share) }
                        if row >= radius {
                            let above = (row &- radius) &* width
                            for column in 0..<width { sums[column] &-= UInt32(source[above &+ column]) }
                        }
                    }
                }
            }
        }
    }
}
