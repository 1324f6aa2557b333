@testable import Codecs

/// Writes PNG files of any kind that the tests need.
struct PNGWriter {
    var width: Int
    var height: Int
    var depth: UInt8 = 8
    /// Colour type: 0 grey, 2 RGB, 3 palette, 4 grey and opacity, 6 RGB and opacity.
    var kind: UInt8 = 6
    var isInterlaced = false
    /// Chunks before the pixels.
    var extra: [(name: String, body: [UInt8])] = []

    var samples: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][kind] ?? 1 }

    /// The file for pixels of whole bytes: `bytes(x, y)` gives one pixel's samples, high byte first.
    func file(_ bytes: (_ x: Int, _ y: Int) -> [UInt8]) -> [UInt8] {
        var raw: [UInt8] = []
        if isInterlaced {
            // Adam7 (8.2): first column and row, steps.
            for (x0, y0, dx, dy) in [
                (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
            ] where x0 < width {
                for y in stride(from: y0, to: height, by: dy) {
                    raw.append(0)
                    for x in stride(from: x0, to: width, by: dx) { raw += bytes(x, y) }
                }
            }
        } else {
            for y in 0..<height {
                raw.append(0)
                for x in 0..<width { raw += bytes(x, y) }
            }
        }
        return file(raw: raw)
    }

    /// The file for rows that are led by filter bytes already.
    func file(raw: [UInt8]) -> [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        file += PNGWriter.chunk(
            "IHDR",
            PNGWriter.integer(width) + PNGWriter.integer(height) + [depth, kind, 0, 0, isInterlaced ? 1 : 0])
        for (name, body) in extra { file += PNGWriter.chunk(name, body) }
        return file + PNGWriter.chunk("IDAT", Deflate.compress(raw)) + PNGWriter.chunk("IEND", [])
    }

    static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
        let content = Array(name.utf8) + body
        return integer(body.count) + content + integer(Int(Deflate.checksum(content[...])))
    }

    static func integer(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(value >> $0 & 255) } }

    /// A disc with transparency around it.
    static func disc(side: Int, color: [UInt8] = [220, 40, 30], extra: [(name: String, body: [UInt8])] = []) -> [UInt8]
    {
        let middle = Double(side) / 2
        return PNGWriter(width: side, height: side, extra: extra).file { x, y in
            let (dx, dy) = (Double(x) + 0.5 - middle, Double(y) + 0.5 - middle)
            let isInside = dx * dx + dy * dy < middle * middle * 0.64
            return isInside ? color + [255] : [0, 0, 0, 0]
        }
    }
}
