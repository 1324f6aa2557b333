import DisplayList
import Geometry
import Testing

@testable import Artwork
@testable import Codecs

@Suite("Which art a picture shows")
struct ArtSourceTests {
    private func source(_ file: [UInt8], box: Size = ArtworkStudioTests.box) throws -> ArtSource {
        var result: ArtSource?
        try ArtworkStudioTests.withStudio { studio, folder in
            result = try studio.sticker(folder.put("art.png", file), in: box, style: ArtworkStudioTests.style).source
        }
        return try #require(result)
    }

    /// A disc; one corner tile has a stripe of another colour, which is transparent unless it is shown.
    private func disc(stripe: [UInt8] = [0, 0, 0, 0], extra: [(name: String, body: [UInt8])] = []) -> [UInt8] {
        PNGWriter(width: 80, height: 80, extra: extra).file { x, y in
            if (60..<64).contains(x), (40..<44).contains(y) { return stripe }
            let (dx, dy) = (x - 40, y - 40)
            return dx * dx + dy * dy < 900 ? [220, 40, 30, 255] : [0, 0, 0, 0]
        }
    }

    @Test("a file written anew is another file with the same pixels")
    func sameEverywhere() throws {
        let plain = try source(disc())
        let noted = try source(disc(extra: [("tEXt", Array("Title\0cup".utf8))]))
        #expect(plain.fileHash != noted.fileHash)
        #expect((plain.pixelHash, plain.tiles) == (noted.pixelHash, noted.tiles))
        #expect((plain.width, plain.height) == (80, 80))
        // As every machine computes them.
        #expect(plain.pixelHash == 0x148C_6139_8394_035C)
    }

    @Test("the colour of what is transparent does not count")
    func transparent() throws {
        #expect(try source(disc(stripe: [9, 200, 9, 0])).pixelHash == (try source(disc())).pixelHash)
    }

    @Test("a change is found in the tile where it is, and in no other")
    func tiles() throws {
        let (plain, striped) = (try source(disc()), try source(disc(stripe: [9, 200, 9, 255])))
        #expect(plain.pixelHash != striped.pixelHash)
        // Columns 60…63 are in tile 6, rows 40…43 in tile 4.
        let changed = plain.tiles.indices.filter { plain.tiles[$0] != striped.tiles[$0] }
        #expect(changed == [38])
        #expect(plain.tiles.allSatisfy { $0 < 64 })
    }

    @Test("a sticker shows its visible part, a photo its crop; both are known when they come from the cache")
    func shown() throws {
        let sticker = try source(disc()).shown
        for (got, wanted) in zip(sticker, [0.125, 0.125, 0.75, 0.75]) { #expect(abs(got - wanted) < 0.02) }
        let folder = try ScratchFolder()
        defer { folder.remove() }
        let file = try folder.put(
            "photo.png", PNGWriter(width: 60, height: 30, kind: 2).file { x, _ in [UInt8(x), 9, 9] })
        func photo() throws -> PreparedPhoto {
            let studio = try ArtworkStudio(options: ArtworkOptions(dpi: 150, cacheFolder: "\(folder.path)/cache"))
            return try studio.photo(file, size: Size(width: .mm(10), height: .mm(10)), focus: .center)
        }
        let first = try photo()
        #expect(first.source.shown == [0.25, 0, 0.5, 1])
        #expect(try photo() == first)
    }

    @Test(
        "what a photo's crop leaves out does not count",
        arguments: [(column: 5, isShown: false), (16, true), (30, true), (44, true), (50, false)])
    func leftOut(column: Int, isShown: Bool) throws {
        let folder = try ScratchFolder()
        defer { folder.remove() }
        let studio = try ArtworkStudio(options: ArtworkOptions(dpi: 150, cacheFolder: nil))
        func photo(_ name: String, stripe: Int?) throws -> ArtSource {
            let file = try folder.put(
                name, PNGWriter(width: 60, height: 30, kind: 2).file { x, _ in [UInt8(x), x == stripe ? 99 : 9, 9] })
            return try studio.photo(file, size: Size(width: .mm(10), height: .mm(10)), focus: .center).source
        }
        let (plain, striped) = (try photo("plain.png", stripe: nil), try photo("striped.png", stripe: column))
        #expect((plain.pixelHash != striped.pixelHash) == isShown)
        #expect(plain.fileHash != striped.fileHash)
    }

    @Test("a picture smaller than its tiles has some that are empty")
    func tiny() {
        let small = Bitmap(width: 3, height: 2, pixels: [UInt8](repeating: 200, count: 24), isOpaque: true)
        let print = PixelFingerprint(of: small)
        #expect(print.tiles.count { $0 != 0 } == 6)
        var other = small
        other.pixels[23] = 201
        #expect(PixelFingerprint(of: other).hash != print.hash)
    }
}
