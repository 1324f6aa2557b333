internal import CXXHash

/// Hashes of a picture's pixels: of all, and of each of 8 × 8 equal tiles, so that one can tell where two pictures differ.
/// Colours of transparent pixels do not count. The same on every machine.
public struct PixelFingerprint: Hashable, Sendable {
    /// Of size and pixels.
    public var hash: UInt64
    /// Row by row; empty tiles of a picture smaller than 8 pixels have the hash of nothing.
    public var tiles: [UInt64]

    public static let tilesPerSide = 8

    public init(of bitmap: Bitmap) {
        let side = PixelFingerprint.tilesPerSide
        var tiles = [UInt64](repeating: 0, count: side * side)
        let (width, height) = (bitmap.width, bitmap.height)
        let rowBytes = width * 4
        let edges = (0...side).map { width * $0 / side * 4 }
        var cleared = [UInt32](repeating: 0, count: bitmap.isOpaque ? 0 : width)
        bitmap.pixels.withUnsafeBytes { pixels in
            cleared.withUnsafeMutableBufferPointer { cleared in
                for row in 0..<height {
                    let band = row * side / height * side
                    var line = UnsafeRawBufferPointer(rebasing: pixels[row * rowBytes..<(row + 1) * rowBytes])
                    if !bitmap.isOpaque {
                        PixelFingerprint.clear(line, to: cleared)
                        line = UnsafeRawBufferPointer(cleared)
                    }
                    for tile in 0..<side where edges[tile] < edges[tile + 1] {
                        let part = UnsafeRawBufferPointer(rebasing: line[edges[tile]..<edges[tile + 1]])
                        // Order counts: the hash so far is turned and multiplied before the next row joins.
                        let mixed = tiles[band + tile] &* 0x9E37_79B9_7F4A_7C15
                        tiles[band + tile] = (mixed << 29 | mixed >> 35) ^ XXH3_64bits(part.baseAddress, part.count)
                    }
                }
            }
        }
        self.tiles = tiles
        let all = [UInt64(width), UInt64(height)] + tiles
        hash = all.map(\.littleEndian).withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
    }

    /// A hash of a part of the pixels, and of the size of the whole; of all of them it is ``hash``.
    public func hash(of bitmap: Bitmap, columns: Range<Int>, rows: Range<Int>) -> UInt64 {
        if columns.count == bitmap.width, rows.count == bitmap.height { return hash }
        var pixels: [UInt8] = []
        pixels.reserveCapacity(columns.count * rows.count * 4)
        for row in rows {
            let start = row * bitmap.width
            pixels += bitmap.pixels[(start + columns.lowerBound) * 4..<(start + columns.upperBound) * 4]
        }
        let part = PixelFingerprint(
            of: Bitmap(width: columns.count, height: rows.count, pixels: pixels, isOpaque: bitmap.isOpaque))
        let all = [UInt64(bitmap.width), UInt64(bitmap.height), part.hash]
        return all.map(\.littleEndian).withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
    }

    /// Copies a row and makes its transparent pixels all zero.
    private static func clear(_ row: UnsafeRawBufferPointer, to target: UnsafeMutableBufferPointer<UInt32>) {
        for column in 0..<target.count {
            let pixel = UInt32(littleEndian: row.loadUnaligned(fromByteOffset: column &* 4, as: UInt32.self))
            target[column] = (pixel >> 24 == 0 ? 0 : pixel).littleEndian
        }
    }
}
