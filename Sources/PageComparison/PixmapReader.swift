internal import Codecs
internal import Subprocess

/// Reads pictures of the format PPM (Netpbm, `P6`), one after the other, from a child's output.
struct PixmapReader {
    /// What is no PPM, or more than a page can be.
    struct FormatError: Error {}

    private var source: SubprocessOutputSequence.Iterator
    private var buffer: SubprocessOutputSequence.Buffer?
    private var position = 0

    init(_ source: SubprocessOutputSequence) {
        self.source = source.makeAsyncIterator()
    }

    /// The next picture; nil where there is none, or not the whole of it. Throws ``FormatError``, or what reading gives
    /// cause for.
    mutating func next() async throws -> RasterPixels? {
        guard let first = try await byte() else { return nil }
        guard first == UInt8(ascii: "P"), try await byte() == UInt8(ascii: "6") else { throw FormatError() }
        guard let width = try await number(), let height = try await number(), let most = try await number() else {
            return nil
        }
        guard width > 0, height > 0, width * height <= PageRendering.mostPixels, most == 255 else {
            throw FormatError()
        }
        return try await pixels(width: width, height: height)
    }

    private mutating func pixels(width: Int, height: Int) async throws -> RasterPixels? {
        var pixels = [UInt32](repeating: 0xFFFF_FFFF, count: width * height)
        var done = 0
        while done < pixels.count {
            guard let chunk = try await current() else { return nil }
            let count = min((chunk.count - position) / 3, pixels.count - done)
            if count > 0 {
                chunk.withUnsafeBytes {
                    PixelRows.unpack(
                        rgb: UnsafeRawBufferPointer(rebasing: $0.dropFirst(position)), count: count, into: &pixels,
                        at: done)
                }
                position += count * 3
                done += count
            } else {
                // A pixel across two chunks.
                guard let red = try await byte(), let green = try await byte(), let blue = try await byte() else {
                    return nil
                }
                pixels[done] = 0xFF00_0000 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
                done += 1
            }
        }
        return RasterPixels(width: width, height: height, pixels: pixels)
    }

    private mutating func number() async throws -> Int? {
        var value: Int?
        while let next = try await byte() {
            switch next {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                value = (value ?? 0) * 10 + Int(next - UInt8(ascii: "0"))
                if value ?? 0 > 1_000_000 { throw FormatError() }
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                if let value { return value }
            default: throw FormatError()
            }
        }
        return nil
    }

    private mutating func byte() async throws -> UInt8? {
        guard let chunk = try await current() else { return nil }
        defer { position += 1 }
        return chunk.withUnsafeBytes { $0[position] }
    }

    /// A chunk with something left at `position`.
    private mutating func current() async throws -> SubprocessOutputSequence.Buffer? {
        while buffer.map({ position >= $0.count }) ?? true {
            guard let next = try await source.next() else { return nil }
            buffer = next
            position = 0
        }
        return buffer
    }
}
