internal import CShims

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
        var starts: [Int32] = []
        /// Even: pixels go in pairs, the last with a weight of zero where need be.
        var counts: [Int32] = []
        /// `most` weights for each target pixel.
        var weights: [Float]
        var most: Int

        init(_ axis: Axis, size: Int, edge: Edge) {
            let widening = max(1, axis.step)
            let reach = Resampler.reach(axis.step)
            most = (Int(reach * 2) + 3) / 2 * 2
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
                starts.append(Int32(min(from, max(0, size - 1))))
                counts.append(Int32((count + 1) / 2 * 2))
            }
        }

        /// The target pixels that look at any of these source pixels.
        func targets(of sources: Range<Int>) -> Range<Int> {
            guard !sources.isEmpty else { return 0..<0 }
            var first = 0
            while first < starts.count, Int(starts[first] + counts[first]) <= sources.lowerBound { first += 1 }
            var end = starts.count
            while end > first, counts[end - 1] == 0 || Int(starts[end - 1]) >= sources.upperBound { end -= 1 }
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
        // The kernels take pixels in pairs.
        let width = columns + 2
        var lines = [Float](repeating: 0, count: ring * width * 4)
        var held = [Int](repeating: -1, count: ring)
        // The target columns of each held line that are not all clear.
        var filled = [Range<Int>](repeating: 0..<0, count: ring)
        var line = SourceLine(bitmap, taps: across)
        let weights = across.weights.flatMap { [$0, $0, $0, $0] }
        return [UInt8](unsafeUninitializedCapacity: columns * rows * 4 + 8) { target, count in
            guard let out = target.baseAddress else { return }
            count = columns * rows * 4
            lines.withUnsafeMutableBufferPointer { lines in
                guard let lines = lines.baseAddress else { return }
                for row in 0..<rows {
                    var sources: [UnsafePointer<Float>] = []
                    var shares: [Float] = []
                    var (first, end) = (columns, 0)
                    let start = Int(down.starts[row])
                    for tap in 0..<min(Int(down.counts[row]), bitmap.height - start) {
                        let (source, slot) = (start + tap, (start + tap) % ring)
                        let place = lines + slot * width * 4
                        if held[slot] != source {
                            held[slot] = source
                            filled[slot] = across.targets(of: line.load(bitmap, row: source))
                            line.filter(across, weights, columns: filled[slot], into: place)
                        }
                        guard !filled[slot].isEmpty else { continue }
                        sources.append(place)
                        shares.append(down.weights[row * down.most + tap])
                        (first, end) = (min(first, filled[slot].lowerBound), max(end, filled[slot].upperBound))
                    }
                    let place = out + row * columns * 4
                    guard first < end else {
                        place.update(repeating: 0, count: columns * 4)
                        continue
                    }
                    for tap in sources.indices { sources[tap] += first * 4 }
                    capprint_filter_column(
                        sources, shares, Int32(sources.count), Int32(end - first), place + first * 4)
                    place.update(repeating: 0, count: first * 4)
                    (place + end * 4).update(repeating: 0, count: (columns - end) * 4)
                }
            }
        }
    }

    /// A row of the source as floats with colours multiplied by opacity, clear beyond what can be seen of it.
    private struct SourceLine {
        private var samples: [Float]
        /// The columns that any target column looks at.
        private let looked: Range<Int>
        /// The columns that the last row had something in.
        private var used = 0..<0

        init(_ bitmap: Bitmap, taps: Taps) {
            samples = [Float](repeating: 0, count: (bitmap.width + 2) * 4)
            let looking = taps.starts.indices.filter { taps.counts[$0] > 0 }
            let first = looking.map { Int(taps.starts[$0]) }.min() ?? 0
            let end = looking.map { Int(taps.starts[$0] + taps.counts[$0]) }.max() ?? 0
            looked = first..<max(first, min(bitmap.width, end))
        }

        /// Reads a row; answers the columns that are not all clear.
        mutating func load(_ bitmap: Bitmap, row: Int) -> Range<Int> {
            let (last, looked) = (used, looked)
            used = samples.withUnsafeMutableBufferPointer { samples in
                bitmap.pixels.withUnsafeBufferPointer { pixels in
                    guard let samples = samples.baseAddress, let pixels = pixels.baseAddress else { return 0..<0 }
                    (samples + last.lowerBound * 4).update(repeating: 0, count: last.count * 4)
                    let source = pixels + row &* bitmap.width &* 4
                    var (first, end) = (looked.lowerBound, looked.upperBound)
                    if !bitmap.isOpaque {
                        while first < end, source[first &* 4 &+ 3] == 0 { first &+= 1 }
                        while first < end, source[end &* 4 &- 1] == 0 { end &-= 1 }
                    }
                    capprint_load_row(source + first &* 4, Int32(end &- first), samples + first &* 4)
                    return first..<end
                }
            }
            return used
        }

        /// Filters the row that was read; `weights` are the taps', each four times.
        func filter(_ taps: Taps, _ weights: [Float], columns: Range<Int>, into target: UnsafeMutablePointer<Float>) {
            // Lines that are shorter than others are clear there.
            target.update(repeating: 0, count: columns.lowerBound * 4)
            capprint_filter_row(
                samples, taps.starts, taps.counts, weights, Int32(taps.most), Int32(columns.lowerBound),
                Int32(columns.upperBound), target)
            (target + columns.upperBound * 4).update(
                repeating: 0, count: (taps.starts.count + 2 - columns.upperBound) * 4)
        }
    }
}
