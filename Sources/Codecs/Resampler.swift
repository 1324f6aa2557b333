/// Scales pictures by a separable Catmull-Rom filter (Mitchell & Netravali 1988, B = 0, C = ½), widened when shrinking. Only polynomials: the same result on every machine.
public enum Resampler {
    /// What lies outside of the source.
    public enum Edge: Sendable {
        /// Nothing: the border pixels become see-through.
        case transparent
        /// The border pixels go on.
        case extended
    }

    /// One axis of the map from target to source: the target pixel `i` shows the source around `origin + (i + ½) · step`, in pixels.
    public struct Axis: Sendable {
        public var origin: Double
        public var step: Double
        public var count: Int

        public init(origin: Double, step: Double, count: Int) {
            self.origin = origin
            self.step = step
            self.count = count
        }
    }

    /// How far from its centre a target pixel looks, in source pixels.
    public static func reach(_ step: Double) -> Double { 2 * max(1, step) }

    /// The weights of the source pixels for each target pixel.
    struct Taps {
        var starts: [Int]
        var counts: [Int]
        /// `most` weights for each target pixel.
        var weights: [Float]
        var most: Int

        init(_ axis: Axis, size: Int, edge: Edge) {
            let widening = max(1, axis.step)
            let reach = Resampler.reach(axis.step)
            most = Int(reach * 2) + 2
            starts = []
            counts = []
            weights = [Float](repeating: 0, count: axis.count * most)
            for target in 0..<axis.count {
                let center = axis.origin + (Double(target) + 0.5) * axis.step
                // Kept near the picture so that far-off places stay in range of Int.
                let bounded = min(max(center, -reach - 1), Double(size) + reach + 1)
                let first = Int((bounded - reach - 0.5).rounded(.up))
                let last = Int((bounded + reach - 0.5).rounded(.down))
                var values: [Double] = []
                var total = 0.0
                var inside = 0.0
                for source in first...max(first, last) {
                    let weight = Taps.kernel((Double(source) + 0.5 - center) / widening)
                    total += weight
                    if source >= 0, source < size {
                        inside += weight
                        values.append(weight)
                    }
                }
                let from = max(0, first)
                let count = from < size ? values.count : 0
                let sum = edge == .extended && inside > 0.2 ? inside : total
                for index in 0..<count where sum != 0 { weights[target * most + index] = Float(values[index] / sum) }
                starts.append(min(from, max(0, size - 1)))
                counts.append(count)
            }
        }

        /// The target pixels that look at any of these source pixels.
        func targets(of sources: Range<Int>) -> Range<Int> {
            guard !sources.isEmpty else { return 0..<0 }
            var first = 0
            while first < starts.count, starts[first] + counts[first] <= sources.lowerBound { first += 1 }
            var end = starts.count
            while end > first, counts[end - 1] == 0 || starts[end - 1] >= sources.upperBound { end -= 1 }
            return first..<end
        }

        static func kernel(_ distance: Double) -> Double {
            let x = abs(distance)
            if x < 1 { return (1.5 * x - 2.5) * x * x + 1 }
            if x < 2 { return ((-0.5 * x + 2.5) * x - 4) * x + 2 }
            return 0
        }
    }

    /// Scales; the result's colours are multiplied by opacity.
    public static func scale(_ bitmap: Bitmap, horizontal: Axis, vertical: Axis, edge: Edge) -> [UInt8] {
        let across = Taps(horizontal, size: bitmap.width, edge: edge)
        let down = Taps(vertical, size: bitmap.height, edge: edge)
        let (columns, rows) = (horizontal.count, vertical.count)
        let ring = down.most
        var lines = [SIMD4<Float>](repeating: .zero, count: ring * columns)
        var held = [Int](repeating: -1, count: ring)
        // The target columns of each held line that are not all clear.
        var filled = [Range<Int>](repeating: 0..<0, count: ring)
        var line = [SIMD4<Float>](repeating: .zero, count: bitmap.width)
        // Source columns that any target column looks at.
        let firstColumn = across.starts.indices.filter { across.counts[$0] > 0 }.map { across.starts[$0] }.min() ?? 0
        let endColumn = across.starts.indices.map { across.starts[$0] + across.counts[$0] }.max() ?? 0
        return [UInt8](unsafeUninitializedCapacity: columns * rows * 4) { target, count in
            count = columns * rows * 4
            bitmap.pixels.withUnsafeBufferPointer { pixels in
                lines.withUnsafeMutableBufferPointer { lines in
                    line.withUnsafeMutableBufferPointer { line in
                        across.weights.withUnsafeBufferPointer { weights in
                            for row in 0..<rows {
                                let (start, taps) = (down.starts[row], down.counts[row])
                                for source in start..<start + taps where held[source % ring] != source {
                                    let slot = source % ring
                                    held[slot] = source
                                    let visible = Self.load(
                                        pixels, row: source, width: bitmap.width, from: firstColumn, to: endColumn,
                                        isOpaque: bitmap.isOpaque, into: line)
                                    filled[slot] = across.targets(of: visible)
                                    Self.filterRow(
                                        line, visible: visible, columns: filled[slot], across, weights, into: lines,
                                        at: slot &* columns)
                                }
                                let used = (0..<taps).filter { !filled[(start + $0) % ring].isEmpty }
                                let bounds = used.map { filled[(start + $0) % ring] }
                                let first = bounds.map(\.lowerBound).min() ?? 0
                                let end = bounds.map(\.upperBound).max() ?? 0
                                for slot in used.map({ (start + $0) % ring }) {
                                    // Lines that are shorter than others are clear there.
                                    let place = lines.baseAddress! + slot &* columns
                                    for column in first..<filled[slot].lowerBound { place[column] = .zero }
                                    for column in filled[slot].upperBound..<end { place[column] = .zero }
                                }
                                Self.filterColumn(
                                    lines, columns: first..<end, total: columns,
                                    offsets: used.map { (start + $0) % ring * columns },
                                    weights: used.map { down.weights[row * down.most + $0] },
                                    into: target, at: row &* columns &* 4)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Reads a row as floats with colours multiplied by opacity; answers the columns that are not all clear.
    private static func load(
        _ pixels: UnsafeBufferPointer<UInt8>, row: Int, width: Int, from: Int, to: Int, isOpaque: Bool,
        into line: UnsafeMutableBufferPointer<SIMD4<Float>>
    ) -> Range<Int> {
        let start = row &* width &* 4
        var (first, end) = (from, to)
        if !isOpaque {
            while first < end, pixels[start &+ first &* 4 &+ 3] == 0 { first &+= 1 }
            guard first < end else { return 0..<0 }
            while pixels[start &+ end &* 4 &- 1] == 0 { end &-= 1 }
        }
        let samples = UnsafeMutableRawPointer(line.baseAddress! + first).assumingMemoryBound(to: Float.self)
        let source = pixels.baseAddress! + (start &+ first &* 4)
        for index in 0..<(end &- first) &* 4 { samples[index] = Float(source[index]) }
        if !isOpaque {
            for index in 0..<end &- first where source[index &* 4 &+ 3] != 255 {
                let color = line[first &+ index]
                var scaled = color * (color.w * (1 / 255))
                scaled.w = color.w
                line[first &+ index] = scaled
            }
        }
        return first..<end
    }

    private static func filterRow(
        _ line: UnsafeMutableBufferPointer<SIMD4<Float>>, visible: Range<Int>, columns: Range<Int>,
        _ taps: Taps,
        _ weights: UnsafeBufferPointer<Float>, into lines: UnsafeMutableBufferPointer<SIMD4<Float>>, at offset: Int
    ) {
        taps.starts.withUnsafeBufferPointer { starts in
            taps.counts.withUnsafeBufferPointer { counts in
                for column in columns {
                    let start = starts[column]
                    let from = max(start, visible.lowerBound)
                    let to = min(start &+ counts[column], visible.upperBound)
                    var sum = SIMD4<Float>.zero
                    var weight = column &* taps.most &+ from &- start
                    var source = from
                    while source < to {
                        sum += line[source] * weights[weight]
                        weight &+= 1
                        source &+= 1
                    }
                    lines[offset &+ column] = sum
                }
            }
        }
    }

    private static func filterColumn(
        _ lines: UnsafeMutableBufferPointer<SIMD4<Float>>, columns: Range<Int>, total: Int,
        offsets: [Int], weights: [Float],
        into target: UnsafeMutableBufferPointer<UInt8>, at place: Int
    ) {
        let out = UnsafeMutableRawBufferPointer(target)
        let count = offsets.count
        offsets.withUnsafeBufferPointer { offsets in
            weights.withUnsafeBufferPointer { weights in
                var column = columns.lowerBound
                for clear in 0..<column &* 4 { target[place &+ clear] = 0 }
                for clear in columns.upperBound &* 4..<total &* 4 { target[place &+ clear] = 0 }
                // Four at a time, so that a weight is loaded once for them.
                while column &+ 4 <= columns.upperBound {
                    var sums = (SIMD4<Float>.zero, SIMD4<Float>.zero, SIMD4<Float>.zero, SIMD4<Float>.zero)
                    for tap in 0..<count {
                        let place = offsets[tap] &+ column
                        let weight = SIMD4(repeating: weights[tap])
                        sums.0 += lines[place] * weight
                        sums.1 += lines[place &+ 1] * weight
                        sums.2 += lines[place &+ 2] * weight
                        sums.3 += lines[place &+ 3] * weight
                    }
                    let at = place &+ column &* 4
                    out.storeBytes(of: word(sums.0), toByteOffset: at, as: UInt32.self)
                    out.storeBytes(of: word(sums.1), toByteOffset: at &+ 4, as: UInt32.self)
                    out.storeBytes(of: word(sums.2), toByteOffset: at &+ 8, as: UInt32.self)
                    out.storeBytes(of: word(sums.3), toByteOffset: at &+ 12, as: UInt32.self)
                    column &+= 4
                }
                while column < columns.upperBound {
                    var sum = SIMD4<Float>.zero
                    for tap in 0..<count { sum += lines[offsets[tap] &+ column] * weights[tap] }
                    out.storeBytes(of: word(sum), toByteOffset: place &+ column &* 4, as: UInt32.self)
                    column &+= 1
                }
            }
        }
    }

    /// A pixel's four bytes, rounded. No colour outshines its opacity, although the filter overshoots at sharp edges.
    @inline(__always)
    private static func word(_ sum: SIMD4<Float>) -> UInt32 {
        let limit = SIMD4(repeating: min(max(sum.w, 0), 255))
        let none = SIMD4<Float>(repeating: 0)
        let light = sum.replacing(with: none, where: sum .< none)
        let color = light.replacing(with: limit, where: light .> limit)
        // Adding 2²³ leaves the rounded value in the lowest bits of the float's pattern.
        let bits = unsafeBitCast(color + 8_388_608, to: SIMD4<UInt32>.self) & 255
        return (bits.x | bits.y &<< 8 | bits.z &<< 16 | bits.w &<< 24).littleEndian
    }
}
