import Testing

@testable import Codecs

@Suite("Decoding pictures")
struct ImageDecoderTests {
    static let red: [UInt8] = [220, 40, 30]
    static let blue: [UInt8] = [20, 60, 200]

    static func halves(_ x: Int, _ y: Int) -> [UInt8] { x < 4 ? red : blue }

    static func decode(_ bytes: [UInt8]) throws -> DecodedImage {
        try ImageDecoder.decode(bytes, format: ImageFormat.detect(bytes))
    }

    static func pixel(_ bitmap: Bitmap, _ x: Int, _ y: Int) -> [UInt8] {
        let place = (y * bitmap.width + x) * 4
        return Array(bitmap.pixels[place..<place + 4])
    }

    struct Kind: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var left: [UInt8]
        var right: [UInt8]
        var testDescription: String { name }
    }

    static var kinds: [Kind] {
        let opaque: [UInt8] = [255]
        func png(_ kind: UInt8, depth: UInt8 = 8, interlaced: Bool = false, _ body: (Int, Int) -> [UInt8]) -> [UInt8] {
            PNGWriter(width: 8, height: 8, depth: depth, kind: kind, isInterlaced: interlaced).file(body)
        }
        var palette = PNGWriter(width: 8, height: 8, kind: 3)
        palette.extra = [("PLTE", red + blue), ("tRNS", [128])]
        var fewBits = PNGWriter(width: 8, height: 8, depth: 1, kind: 3)
        fewBits.extra = [("PLTE", red + blue)]
        var keyed = PNGWriter(width: 8, height: 8, kind: 2)
        keyed.extra = [("tRNS", [0, red[0], 0, red[1], 0, red[2]])]
        return [
            Kind(name: "RGB", bytes: png(2, halves), left: red + opaque, right: blue + opaque),
            Kind(
                name: "RGBA", bytes: png(6) { halves($0, $1) + [$0 < 4 ? 255 : 90] }, left: red + opaque,
                right: blue + [90]),
            Kind(
                name: "grey", bytes: png(0) { x, _ in [x < 4 ? 7 : 200] }, left: [7, 7, 7, 255],
                right: [200, 200, 200, 255]),
            Kind(
                name: "grey and opacity", bytes: png(4) { x, _ in x < 4 ? [7, 20] : [200, 255] }, left: [7, 7, 7, 20],
                right: [200, 200, 200, 255]),
            Kind(
                name: "palette with opacity", bytes: palette.file { x, _ in [x < 4 ? 0 : 1] }, left: red + [128],
                right: blue + opaque),
            Kind(
                name: "palette of 1 bit",
                bytes: fewBits.file(raw: (0..<8).flatMap { _ in [0, 0x0F] as [UInt8] }), left: red + opaque,
                right: blue + opaque),
            Kind(name: "colour key", bytes: keyed.file(halves), left: red + [0], right: blue + opaque),
            Kind(
                name: "16 bit", bytes: png(2, depth: 16) { x, y in halves(x, y).flatMap { [$0, $0] } },
                left: red + opaque, right: blue + opaque),
            Kind(
                name: "interlaced", bytes: png(6, interlaced: true) { halves($0, $1) + [255] }, left: red + opaque,
                right: blue + opaque),
            Kind(name: "WebP", bytes: SmallPictures.webP, left: red + opaque, right: blue + opaque),
        ]
    }

    @Test("Exact formats give the exact pixels", arguments: kinds)
    func exact(_ kind: Kind) throws {
        let image = try Self.decode(kind.bytes)
        #expect((image.bitmap.width, image.bitmap.height) == (8, 8))
        #expect(Self.pixel(image.bitmap, 1, 6) == kind.left)
        #expect(Self.pixel(image.bitmap, 6, 1) == kind.right)
    }

    @Test("Lossy formats come near", arguments: [("AVIF", SmallPictures.avif), ("HEIC", SmallPictures.heic)])
    func near(_ name: String, _ bytes: [UInt8]) throws {
        let bitmap = try Self.decode(bytes).bitmap
        #expect((bitmap.width, bitmap.height) == (8, 8))
        for (x, color) in [(1, Self.red), (6, Self.blue)] {
            for (got, wanted) in zip(Self.pixel(bitmap, x, 4), color) { #expect(abs(Int(got) - Int(wanted)) < 40) }
        }
    }

    @Test("Four inverted inks become red and blue")
    func inks() throws {
        let bitmap = try Self.decode(SmallPictures.cmykJPEG).bitmap
        let (left, right) = (Self.pixel(bitmap, 1, 4), Self.pixel(bitmap, 6, 4))
        #expect(left[0] > 180 && left[1] < 90 && left[2] < 90 && left[3] == 255)
        #expect(right[2] > 150 && right[0] < 90 && right[1] < 110)
    }

    @Test("Every PNG filter is undone", arguments: [UInt8](0...4), [1, 3, 4])
    func filters(_ filter: UInt8, _ step: Int) {
        let (width, rows) = (13, 7)
        let row = width * step
        let samples = (0..<row * rows).map { UInt8(truncatingIfNeeded: $0 * $0 / 7 + $0 * 31) }
        var filtered: [UInt8] = []
        for y in 0..<rows {
            filtered.append(filter)
            for x in 0..<row {
                let left = x >= step ? Int(samples[y * row + x - step]) : 0
                let up = y > 0 ? Int(samples[(y - 1) * row + x]) : 0
                let corner = x >= step && y > 0 ? Int(samples[(y - 1) * row + x - step]) : 0
                let guess: Int
                switch filter {
                case 0: guess = 0
                case 1: guess = left
                case 2: guess = up
                case 3: guess = (left + up) / 2
                default:
                    let estimate = left + up - corner
                    let (a, b, c) = (abs(estimate - left), abs(estimate - up), abs(estimate - corner))
                    guess = a <= b && a <= c ? left : b <= c ? up : corner
                }
                filtered.append(UInt8(truncatingIfNeeded: Int(samples[y * row + x]) - guess))
            }
        }
        #expect(PNGFilter.reconstruct(&filtered, row: row, rows: rows, step: step))
        #expect(filtered == samples)
    }

    /// Columns 24, rows 16; the top left quarter is white, all else black.
    static func photo(orientation: UInt8) throws -> [UInt8] {
        let samples = (0..<24 * 16).flatMap { place -> [UInt8] in
            [UInt8](repeating: place % 24 < 12 && place / 24 < 8 ? 255 : 0, count: 3)
        }
        var file = try JPEGEncoder.encode(
            samples, width: 24, height: 16, components: 3, quality: 95, halvesChroma: false)
        var exif: [UInt8] = Array("Exif".utf8) + [0, 0]
        exif +=
            Array("MM".utf8) + [
                0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
            ]
        file.insert(contentsOf: [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif, at: 2)
        return file
    }

    @Test(
        "Photos stand upright as EXIF says",
        arguments: [
            (1, 0, 0), (2, 1, 0), (3, 1, 1), (4, 0, 1), (5, 0, 0), (6, 1, 0), (7, 1, 1), (8, 0, 1),
        ] as [(UInt8, Int, Int)])
    func orientation(_ orientation: UInt8, _ right: Int, _ bottom: Int) throws {
        let image = try Self.decode(Self.photo(orientation: orientation))
        let bitmap = image.bitmap
        #expect((bitmap.width, bitmap.height) == (orientation < 5 ? (24, 16) : (16, 24)))
        #expect((image.sourceWidth, image.sourceHeight) == (bitmap.width, bitmap.height))
        for x in 0...1 {
            for y in 0...1 {
                let pixel = Self.pixel(bitmap, bitmap.width * (1 + 2 * x) / 4, bitmap.height * (1 + 2 * y) / 4)
                #expect(pixel[0] > 128 ? (x, y) == (right, bottom) : (x, y) != (right, bottom))
            }
        }
    }

    @Test("JPEG is decoded no larger than is wanted")
    func reduced() throws {
        let samples = [UInt8](repeating: 90, count: 512 * 256 * 3)
        let bytes = try JPEGEncoder.encode(
            samples, width: 512, height: 256, components: 3, quality: 90, halvesChroma: true)
        let image = try ImageDecoder.decode(bytes, format: .jpeg) { width, height in
            #expect((width, height) == (512, 256))
            return (100, 60)
        }
        #expect((image.bitmap.width, image.bitmap.height) == (128, 64))
        #expect((image.sourceWidth, image.sourceHeight) == (512, 256))
    }

    @Test("What is written has no application segment")
    func bare() throws {
        let bytes = try JPEGEncoder.encode(
            [UInt8](repeating: 1, count: 48), width: 4, height: 4, components: 3, quality: 90, halvesChroma: true)
        let hasSegment = zip(bytes, bytes.dropFirst()).contains { $0 == 0xFF && (0xE0...0xEF).contains($1) }
        #expect(!hasSegment)
    }

    static var broken: [(String, [UInt8])] {
        let png = PNGWriter.disc(side: 32)
        var huge = png
        huge.replaceSubrange(16..<24, with: PNGWriter.integer(50_000) + PNGWriter.integer(50_000))
        let lying = PNGWriter.chunk("IHDR", PNGWriter.integer(3000) + PNGWriter.integer(3000) + [8, 6, 0, 0, 0])
        var long = png
        long.replaceSubrange(33..<37, with: [0xFF, 0xFF, 0xFF, 0xFF])
        let jpeg = (try? photo(orientation: 1)) ?? []
        return [
            ("PNG cut", Array(png.prefix(png.count / 2))), ("PNG of its mark alone", Array(png.prefix(8))),
            ("PNG with a flipped bit", png.enumerated().map { $0 == 60 ? $1 ^ 1 : $1 }),
            ("PNG with a wrong size", huge),
            ("PNG that says more than it holds", Array(png.prefix(8)) + lying + png.dropFirst(33)),
            ("PNG with an endless chunk", long), ("JPEG cut", Array(jpeg.prefix(jpeg.count - 40))),
            ("JPEG of its mark alone", [0xFF, 0xD8, 0xFF, 0xE0]), ("WebP cut", Array(SmallPictures.webP.prefix(30))),
            ("HEIC cut", Array(SmallPictures.heic.prefix(300))), ("AVIF cut", Array(SmallPictures.avif.prefix(250))),
            ("PDF", Array("%PDF-1.7".utf8)), ("nothing", []), ("one byte", [0x89]),
        ]
    }

    @Test("Broken files are refused", arguments: broken)
    func refused(_ name: String, _ bytes: [UInt8]) {
        #expect(throws: CodecError.self) { try Self.decode(bytes) }
    }

    @Test(
        "No prefix of a file crashes a decoder",
        arguments: kinds.map(\.bytes) + [SmallPictures.heic, SmallPictures.avif, SmallPictures.cmykJPEG])
    func prefixes(_ bytes: [UInt8]) {
        for count in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: CodecError.self) { try Self.decode(Array(bytes.prefix(count))) }
        }
    }

    @Test("Too many pixels are told by number")
    func tooLarge() {
        let header = PNGWriter.chunk("IHDR", PNGWriter.integer(50_000) + PNGWriter.integer(40_000) + [8, 6, 0, 0, 0])
        let bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + header
        #expect(throws: CodecError.tooLarge(width: 50_000, height: 40_000)) { try Self.decode(bytes) }
    }
}
