/// Rows of pixels, 0xAARRGGBB.
public enum PixelRows {
    /// Whether `count` pixels are the same in both, from an index on in each.
    public static func areEqual(_ one: [UInt32], from: Int, _ other: [UInt32], from otherFrom: Int, count: Int) -> Bool
    {
        precondition(from >= 0 && from + count <= one.count && otherFrom >= 0 && otherFrom + count <= other.count)
        return one.withUnsafeBufferPointer { one in
            other.withUnsafeBufferPointer { other in
                // No way out in between, so that many are compared at once.
                var bits: UInt32 = 0
                for index in 0..<count { bits |= one[from &+ index] ^ other[otherFrom &+ index] }
                return bits == 0
            }
        }
    }

    /// Puts `count` pixels of red, green and blue, a byte each, into an array as opaque ones.
    public static func unpack(rgb bytes: UnsafeRawBufferPointer, count: Int, into pixels: inout [UInt32], at first: Int)
    {
        precondition(count >= 0 && count * 3 <= bytes.count && first >= 0 && first + count <= pixels.count)
        pixels.withUnsafeMutableBufferPointer { target in
            var from = 0
            var index = first
            let end = first &+ count
            // Four pixels in three words, the low byte first.
            while index &+ 4 <= end {
                let one = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: from, as: UInt32.self))
                let two = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: from &+ 4, as: UInt32.self))
                let three = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: from &+ 8, as: UInt32.self))
                target[index] = opaque(one)
                target[index &+ 1] = opaque(one >> 24 | two << 8)
                target[index &+ 2] = opaque(two >> 16 | three << 16)
                target[index &+ 3] = opaque(three >> 8)
                index &+= 4
                from &+= 12
            }
            while index < end {
                target[index] =
                    0xFF00_0000 | UInt32(bytes[from]) << 16 | UInt32(bytes[from &+ 1]) << 8 | UInt32(bytes[from &+ 2])
                index &+= 1
                from &+= 3
            }
        }
    }

    /// 0xAARRGGBB of a word that holds red, green and blue from the lowest byte up.
    @inline(__always)
    private static func opaque(_ word: UInt32) -> UInt32 {
        0xFF00_0000 | (word & 0xFF) << 16 | word & 0xFF00 | word >> 16 & 0xFF
    }
}
