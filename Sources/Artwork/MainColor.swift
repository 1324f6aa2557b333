internal import Codecs
internal import DisplayList

/// The colour that a picture is remembered by.
enum MainColor {
    private static let bins = 24

    /// The mean of the strongest hue, weighted by colourfulness; nil where nearly all is grey. Pixels have their colours multiplied by opacity.
    static func find(in pixels: [UInt8]) -> Color? {
        var weights = [Int](repeating: 0, count: bins)
        var sums = [SIMD4<Int>](repeating: .zero, count: bins)
        var visible = 0
        var colorful = 0
        pixels.withUnsafeBufferPointer { pixels in
            // Every eleventh pixel is enough for a mean, and odd to most widths.
            for place in stride(from: 0, to: pixels.count - 3, by: 44) where pixels[place + 3] > 200 {
                let color = SIMD4<Int>(Int(pixels[place]), Int(pixels[place + 1]), Int(pixels[place + 2]), 0)
                let (most, least) = (max(max(color.x, color.y), color.z), min(min(color.x, color.y), color.z))
                let chroma = most - least
                visible += 1
                guard chroma > 26, most > 50 else { continue }
                colorful += 1
                let hue: Int
                // Sixths of the circle, each of 1024 steps.
                if most == color.x {
                    hue = (color.y - color.z) * 1024 / chroma + (color.y < color.z ? 6144 : 0)
                } else if most == color.y {
                    hue = (color.z - color.x) * 1024 / chroma + 2048
                } else {
                    hue = (color.x - color.y) * 1024 / chroma + 4096
                }
                let bin = min(bins - 1, hue * bins / 6144)
                let weight = chroma * chroma
                weights[bin] += weight
                sums[bin] &+= color &* weight
            }
        }
        guard visible > 0, colorful * 50 >= visible else { return nil }
        func together(_ bin: Int) -> Int {
            weights[(bin + bins - 1) % bins] + 2 * weights[bin] + weights[(bin + 1) % bins]
        }
        let strongest = (0..<bins).reduce(0) { together($1) > together($0) ? $1 : $0 }
        let members = [(strongest + bins - 1) % bins, strongest, (strongest + 1) % bins]
        let weight = Double(members.reduce(0) { $0 + weights[$1] })
        guard weight > 0 else { return nil }
        let sum = members.reduce(SIMD4<Int>.zero) { $0 &+ sums[$1] }
        return Color(
            red: Double(sum.x) / weight / 255, green: Double(sum.y) / weight / 255, blue: Double(sum.z) / weight / 255)
    }
}
