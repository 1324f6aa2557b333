/// Blurs a plane of opacity by running means; three of them are as good as a bell curve.
public enum BoxBlur {
    /// Means of blocks of `cell` × `cell` samples, with `margin` clear samples around the result.
    public static func shrink(_ plane: [UInt8], width: Int, height: Int, cell: Int, margin: Int) -> (
        plane: [UInt8], width: Int, height: Int
    ) {
        let columns = (width + cell - 1) / cell + 2 * margin
        let rows = (height + cell - 1) / cell + 2 * margin
        var small = [UInt8](repeating: 0, count: columns * rows)
        let area = UInt32(cell * cell)
        // First down, all columns at once, then along: the second is so much less.
        var sums = [UInt32](repeating: 0, count: width)
        plane.withUnsafeBufferPointer { plane in
            sums.withUnsafeMutableBufferPointer { sums in
                small.withUnsafeMutableBufferPointer { small in
                    for first in stride(from: 0, to: height, by: cell) {
                        sums.update(repeating: 0)
                        for row in first..<min(height, first &+ cell) {
                            let line = row &* width
                            for column in 0..<width { sums[column] &+= UInt32(plane[line &+ column]) }
                        }
                        var place = (first / cell &+ margin) &* columns &+ margin
                        var from = 0
                        while from < width {
                            let to = min(width, from &+ cell)
                            var sum = area / 2
                            for column in from..<to { sum &+= sums[column] }
                            small[place] = UInt8(truncatingIfNeeded: sum / area)
                            from = to
                            place &+= 1
                        }
                    }
                }
            }
        }
        return (small, columns, rows)
    }

    /// The widest blur: sums of three running sums then still fit in 32 bits.
    static let largestRadius = 19

    /// Three running means of `2 * radius + 1` samples in each direction, at most ``largestRadius``; beyond the plane lies nothing. 16-bit results, 257
    /// times the opacity.
    public static func blur(_ plane: [UInt8], width: Int, height: Int, radius: Int) -> [UInt16] {
        let radius = min(radius, largestRadius)
        let size = Float(2 * radius + 1)
        let cube = size * size * size
        // Along the rows as down the columns of the turned plane, where all columns go at once.
        var turned = [UInt32](repeating: 0, count: plane.count)
        turn(plane, width: width, height: height, into: &turned) { UInt32($0) }
        passDown(&turned, width: height, height: width, radius: radius)
        let full = 257 / cube
        var upright = [UInt32](repeating: 0, count: plane.count)
        turn(turned, width: height, height: width, into: &upright) { UInt32(Float($0) * full + 0.5) }
        passDown(&upright, width: width, height: height, radius: radius)
        let share = 1 / cube
        return upright.map { UInt16(min(Float($0) * share + 0.5, 65_535)) }
    }

    private static func turn<Value>(
        _ source: [Value], width: Int, height: Int, into target: inout [UInt32], _ change: (Value) -> UInt32
    ) {
        source.withUnsafeBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                for row in 0..<height {
                    let start = row &* width
                    for column in 0..<width { target[column &* height &+ row] = change(source[start &+ column]) }
                }
            }
        }
    }

    /// Three running sums down all columns.
    private static func passDown(_ plane: inout [UInt32], width: Int, height: Int, radius: Int) {
        var other = [UInt32](repeating: 0, count: plane.count)
        sumDown(plane, into: &other, width: width, height: height, radius: radius)
        sumDown(other, into: &plane, width: width, height: height, radius: radius)
        sumDown(plane, into: &other, width: width, height: height, radius: radius)
        plane = other
    }

    private static func sumDown(
        _ source: [UInt32], into target: inout [UInt32], width: Int, height: Int, radius: Int
    ) {
        var sums = [UInt32](repeating: 0, count: width)
        source.withUnsafeBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                sums.withUnsafeMutableBufferPointer { sums in
                    for row in 0..<min(radius, height) {
                        for column in 0..<width { sums[column] &+= source[row &* width &+ column] }
                    }
                    for row in 0..<height {
                        let here = row &* width
                        let (below, above) = ((row &+ radius) &* width, (row &- radius) &* width)
                        switch (row &+ radius < height, row >= radius) {
                        case (true, true):
                            for column in 0..<width {
                                let sum = sums[column] &+ source[below &+ column]
                                target[here &+ column] = sum
                                sums[column] = sum &- source[above &+ column]
                            }
                        case (true, false):
                            for column in 0..<width {
                                sums[column] &+= source[below &+ column]
                                target[here &+ column] = sums[column]
                            }
                        case (false, let leaves):
                            for column in 0..<width { target[here &+ column] = sums[column] }
                            if leaves { for column in 0..<width { sums[column] &-= source[above &+ column] } }
                        }
                    }
                }
            }
        }
    }
}
