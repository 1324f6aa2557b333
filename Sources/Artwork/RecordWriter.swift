internal import DisplayList
internal import Geometry

/// Values as bytes: integers with the low byte first, numbers as their IEEE 754 bits, texts led by their length.
struct RecordWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ value: UInt8) { bytes.append(value) }
    mutating func put(_ value: Bool) { bytes.append(value ? 1 : 0) }
    mutating func put(_ value: UInt64) {
        for shift in 0..<8 { bytes.append(UInt8(value >> (8 * UInt64(shift)) & 0xFF)) }
    }
    mutating func put(_ value: Int) { put(UInt64(bitPattern: Int64(value))) }
    mutating func put(_ value: Double) { put(value.bitPattern) }

    mutating func put(_ value: String) {
        put(value.utf8.count)
        bytes += value.utf8
    }

    mutating func put(_ value: Size) {
        put(value.width.points)
        put(value.height.points)
    }

    mutating func put(_ value: Rect) {
        put(value.minX.points)
        put(value.minY.points)
        put(value.size)
    }

    mutating func put(_ value: ArtSource) {
        put(value.fileHash)
        put(value.pixelHash)
        put(value.width)
        put(value.height)
        bytes += value.tiles
        for share in value.shown { put(share) }
    }

    mutating func put(_ value: UnitRect) {
        put(value.x)
        put(value.y)
        put(value.width)
        put(value.height)
    }
}
