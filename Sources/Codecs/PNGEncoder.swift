/// Writes PNG (ISO/IEC 15948): 8 bits a component, RGB or, where something shines through, RGB and opacity.
public enum PNGEncoder {
    /// The picture as a file. Pixels are 0xAARRGGBB, premultiplied, rows from the top; there must be `width * height`.
    public static func file(_ pixels: [UInt32], width: Int, height: Int) -> [UInt8] {
        precondition(width > 0 && height > 0 && pixels.count == width * height, "as many pixels as the sides say")
        let isOpaque = pixels.allSatisfy { $0 >> 24 == 255 }
        let step = isOpaque ? 3 : 4
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        append("IHDR", integer(width) + integer(height) + [8, isOpaque ? 2 : 6, 0, 0, 0], to: &file)
        append("IDAT", Deflate.compress(rows(pixels, width: width, height: height, step: step), level: 5), to: &file)
        append("IEND", [], to: &file)
        return file
    }

    /// Each row led by its filter. Rows like the one above are told as such (filter 2, 9.2), others as they are: drawn
    /// pages are mostly of few colours, where sums of neighbours would only hide what repeats.
    private static func rows(_ pixels: [UInt32], width: Int, height: Int, step: Int) -> [UInt8] {
        let stride = width * step + 1
        return [UInt8](unsafeUninitializedCapacity: stride * height) { target, count in
            pixels.withUnsafeBufferPointer { source in
                for row in 0..<height {
                    var to = row &* stride
                    let from = row &* width
                    target[to] = 0
                    to &+= 1
                    if row > 0, PixelRows.areEqual(pixels, from: from, pixels, from: from - width, count: width) {
                        target[to &- 1] = 2
                        for index in 0..<stride &- 1 { target[to &+ index] = 0 }
                        continue
                    }
                    for column in 0..<width {
                        let pixel = source[from &+ column]
                        if step == 3 {
                            target[to] = UInt8(truncatingIfNeeded: pixel >> 16)
                            target[to &+ 1] = UInt8(truncatingIfNeeded: pixel >> 8)
                            target[to &+ 2] = UInt8(truncatingIfNeeded: pixel)
                        } else {
                            let opacity = pixel >> 24
                            target[to] = plain(pixel >> 16 & 255, opacity)
                            target[to &+ 1] = plain(pixel >> 8 & 255, opacity)
                            target[to &+ 2] = plain(pixel & 255, opacity)
                            target[to &+ 3] = UInt8(truncatingIfNeeded: opacity)
                        }
                        to &+= step
                    }
                }
            }
            count = stride * height
        }
    }

    /// A component that is not multiplied by opacity.
    @inline(__always)
    private static func plain(_ component: UInt32, _ opacity: UInt32) -> UInt8 {
        opacity == 0 ? 0 : UInt8(min(255, (component * 255 + opacity / 2) / opacity))
    }

    private static func append(_ name: StaticString, _ body: [UInt8], to file: inout [UInt8]) {
        let content = Array("\(name)".utf8) + body
        file += integer(body.count) + content + integer(Int(Deflate.checksum(content[...])))
    }

    private static func integer(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
