/// Samples laid out as red, green, blue, opacity.
enum PixelLayout {
    static func rgbaOfRGB(_ samples: [UInt8], count: Int) -> [UInt8] {
        make(count) { target in
            samples.withUnsafeBufferPointer { source in
                var (from, to) = (0, 0)
                for _ in 0..<count {
                    target[to] = source[from]
                    target[to &+ 1] = source[from &+ 1]
                    target[to &+ 2] = source[from &+ 2]
                    target[to &+ 3] = 255
                    from &+= 3
                    to &+= 4
                }
            }
        }
    }

    static func rgbaOfGray(_ samples: [UInt8], count: Int) -> [UInt8] {
        make(count) { target in
            samples.withUnsafeBufferPointer { source in
                for index in 0..<count { put(source[index], 255, at: index &* 4, in: target) }
            }
        }
    }

    static func rgbaOfGrayAlpha(_ samples: [UInt8], count: Int) -> [UInt8] {
        make(count) { target in
            samples.withUnsafeBufferPointer { source in
                for index in 0..<count {
                    put(source[index &* 2], source[index &* 2 &+ 1], at: index &* 4, in: target)
                }
            }
        }
    }

    /// Indices beyond the palette are its first colour; colours without an opacity are opaque (PNG 11.3.2.1).
    static func rgbaOfIndices(_ samples: [UInt8], count: Int, palette: [UInt8], opacities: [UInt8]) -> [UInt8] {
        var table = [UInt8](repeating: 255, count: 1024)
        for index in 0..<256 {
            let entry = index * 3 + 2 < palette.count ? index * 3 : 0
            table.replaceSubrange(index * 4..<index * 4 + 3, with: palette[entry..<entry + 3])
            if index < opacities.count { table[index * 4 + 3] = opacities[index] }
        }
        return make(count) { target in
            samples.withUnsafeBufferPointer { source in
                table.withUnsafeBytes { table in
                    let target = UnsafeMutableRawBufferPointer(target)
                    for index in 0..<count {
                        target.storeBytes(
                            of: table.loadUnaligned(fromByteOffset: Int(source[index]) &* 4, as: UInt32.self),
                            toByteOffset: index &* 4, as: UInt32.self)
                    }
                }
            }
        }
    }

    /// Four inks mixed without a profile: each takes its part of the light away.
    static func rgbaOfInks(_ samples: [UInt8], count: Int, isInverted: Bool) -> [UInt8] {
        make(count) { target in
            samples.withUnsafeBufferPointer { source in
                let flip: UInt8 = isInverted ? 0 : 255
                for index in 0..<count {
                    let place = index &* 4
                    let black = UInt32(source[place &+ 3] ^ flip)
                    for part in 0..<3 {
                        let light = UInt32(source[place &+ part] ^ flip) &* black
                        target[place &+ part] = UInt8(truncatingIfNeeded: (light &+ 127) / 255)
                    }
                    target[place &+ 3] = 255
                }
            }
        }
    }

    private static func put(
        _ gray: UInt8, _ opacity: UInt8, at place: Int, in target: UnsafeMutableBufferPointer<UInt8>
    ) {
        target[place] = gray
        target[place &+ 1] = gray
        target[place &+ 2] = gray
        target[place &+ 3] = opacity
    }

    private static func make(_ count: Int, _ fill: (UnsafeMutableBufferPointer<UInt8>) -> Void) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count * 4) { target, done in
            fill(target)
            done = count * 4
        }
    }
}
