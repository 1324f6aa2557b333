/// Planes of pixels made of pixels with opacity.
public enum Compositing {
    /// Red, green, blue of a picture (colours multiplied by opacity) lying on white paper.
    public static func overWhite(_ pixels: [UInt8]) -> [UInt8] {
        let count = pixels.count / 4
        // A pixel is written as four bytes, the last of which the next one overwrites.
        return [UInt8](unsafeUninitializedCapacity: count * 3 + 1) { target, done in
            pixels.withUnsafeBytes { source in
                let target = UnsafeMutableRawBufferPointer(target)
                for index in 0..<count {
                    let pixel = UInt32(littleEndian: source.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
                    // No colour outshines its opacity, so nothing carries over.
                    let sum = pixel &+ (255 &- pixel &>> 24) &* 0x01_0101
                    target.storeBytes(of: sum.littleEndian, toByteOffset: index &* 3, as: UInt32.self)
                }
            }
            done = count * 3
        }
    }

    /// Colours (1 grey or 3 sRGB components, or a single sample for all) and an opacity plane as pixels with colours multiplied by opacity.
    public static func combine(color: [UInt8], components: Int, alpha: [UInt8]?, count: Int) -> [UInt8] {
        let isFlat = color.count == components
        guard components == 1 || components == 3, isFlat || color.count == count * components,
            alpha.map({ $0.count == count }) ?? true
        else { return [UInt8](repeating: 0, count: count * 4) }
        return [UInt8](unsafeUninitializedCapacity: count * 4) { target, done in
            for index in 0..<count {
                let opacity = UInt32(alpha?[index] ?? 255)
                let start = isFlat ? 0 : index * components
                for part in 0..<3 {
                    let sample = UInt32(color[start + (components == 3 ? part : 0)])
                    target[index * 4 + part] = UInt8((sample * opacity + 127) / 255)
                }
                target[index * 4 + 3] = UInt8(opacity)
            }
            done = count * 4
        }
    }
}
