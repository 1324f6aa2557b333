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
            pass(current, into: &next, lines: height, count: width, lineStep: width, step: 1, radius: radius)
            pass(next, into: &current, lines: width, count: height, lineStep: 1, step: width, radius: radius)
        }
        return current
    }

    private static func pass(
        _ source: [UInt16], into target: inout [UInt16], lines: Int, count: Int, lineStep: Int, step: Int, radius: Int
    ) {
        let size = UInt64(2 * radius + 1)
        // Multiplying by 2³²/size in place of dividing, which is slow.
        let share = (1 << 32) / size + 1
        source.withUnsafeBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                for line in 0..<lines {
                    let start = line &* lineStep
                    var sum: UInt32 = 0
                    for index in 0..<min(radius, count) { sum &+= UInt32(source[start &+ index &* step]) }
                    for index in 0..<count {
                        if index &+ radius < count { sum &+= UInt32(source[start &+ (index &+ radius) &* step]) }
                        target[start &+ index &* step] = UInt16(
                            truncatingIfNeeded: ((UInt64(sum) &+ size / 2) &* share) &>> 32)
                        if index >= radius { sum &-= UInt32(source[start &+ (index &- radius) &* step]) }
                    }
                }
            }
        }
    }
}
