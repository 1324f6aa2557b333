internal import DisplayList
internal import Geometry

/// Reads what ``RecordWriter`` wrote, trusting none of it: every read answers nil beyond the end.
struct RecordReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    mutating func byte() -> UInt8? { rest.popFirst() }

    mutating func flag() -> Bool? {
        guard let value = byte(), value <= 1 else { return nil }
        return value == 1
    }

    mutating func word() -> UInt64? {
        guard rest.count >= 8 else { return nil }
        var value: UInt64 = 0
        for (index, byte) in rest.prefix(8).enumerated() { value |= UInt64(byte) << (8 * UInt64(index)) }
        rest = rest.dropFirst(8)
        return value
    }

    mutating func integer() -> Int? { word().map { Int(truncatingIfNeeded: Int64(bitPattern: $0)) } }

    /// A number that is no infinity and not undefined.
    mutating func number() -> Double? {
        guard let bits = word() else { return nil }
        let value = Double(bitPattern: bits)
        return value.isFinite ? value : nil
    }

    mutating func text() -> String? {
        guard let count = integer(), count >= 0, count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return String(validating: rest.prefix(count), as: UTF8.self)
    }

    mutating func size() -> Size? {
        guard let width = number(), let height = number() else { return nil }
        return Size(width: .pt(width), height: .pt(height))
    }

    mutating func rect() -> Rect? {
        guard let x = number(), let y = number(), let size = size() else { return nil }
        return Rect(origin: Point(x: .pt(x), y: .pt(y)), size: size)
    }

    mutating func artSource() -> ArtSource? {
        guard let fileHash = word(), let pixelHash = word(), let width = integer(), let height = integer(),
            rest.count >= ArtSource.tileCount
        else { return nil }
        let tiles = Array(rest.prefix(ArtSource.tileCount))
        rest = rest.dropFirst(ArtSource.tileCount)
        guard let shown = unitRect() else { return nil }
        return ArtSource(
            fileHash: fileHash, pixelHash: pixelHash, width: width, height: height, tiles: tiles,
            shown: [shown.x, shown.y, shown.width, shown.height])
    }

    mutating func unitRect() -> UnitRect? {
        guard let x = number(), let y = number(), let width = number(), let height = number() else { return nil }
        return UnitRect(x: x, y: y, width: width, height: height)
    }
}
