import DisplayList
import FileAccess
import Geometry
import Testing

@testable import Artwork
@testable import Codecs

@Suite("Preparing stickers and photos")
struct ArtworkStudioTests {
    static let box = Size(width: .mm(20), height: .mm(16))
    static let style = StickerStyle()

    /// Runs with a studio of its own and a folder for files.
    static func withStudio(
        isLossless: Bool = false, _ body: (ArtworkStudio, ScratchFolder) throws -> Void
    ) throws {
        let folder = try ScratchFolder()
        defer { folder.remove() }
        let studio = try ArtworkStudio(options: ArtworkOptions(dpi: 150, isLossless: isLossless))
        defer { studio.finish() }
        try body(studio, folder)
    }

    static func raster(_ studio: ArtworkStudio, _ picture: Picture) throws -> PreparedRaster {
        guard case .raster(let raster) = try studio.prepared(picture) else {
            throw ArtworkError(message: "is no raster picture")
        }
        return raster
    }

    @Test("The white edge stays in the box and is centred by weight")
    func placement() throws {
        try Self.withStudio { studio, folder in
            let sticker = try studio.sticker(
                try folder.put("disc.png", PNGWriter.disc(side: 200)), in: Self.box, style: Self.style)
            #expect(sticker.layers.count == 2)
            #expect(Rect(origin: .zero, size: Self.box).contains(sticker.outline))
            #expect(Rect(origin: .zero, size: Self.box).contains(sticker.layers[1].area))
            #expect(abs(sticker.outline.midX.millimetres - 10) < 0.1)
            #expect(abs(sticker.outline.midY.millimetres - 8) < 0.1)
            // 160 pixels of disc in 16 mm less two borders and two pixels of 150 dpi.
            #expect(abs(sticker.outline.height.millimetres - 15.66) < 0.05)
            #expect(abs((sticker.printedPixelsPerInch ?? 0) - 160 / (11.66 / 25.4)) < 4)
            #expect(abs(sticker.visibleShare.x - 0.1) < 0.01 && abs(sticker.visibleShare.width - 0.8) < 0.01)
            let color = try #require(sticker.mainColor)
            #expect(abs(color.red - 220 / 255) < 0.02 && abs(color.green - 40 / 255) < 0.02)
        }
    }

    @Test("Few pixels are printed small, not coarse")
    func leastDensity() throws {
        try Self.withStudio { studio, folder in
            let sticker = try studio.sticker(
                try folder.put("small.png", PNGWriter.disc(side: 20)), in: Self.box, style: Self.style)
            #expect(abs((sticker.printedPixelsPerInch ?? 0) - 72) < 0.01)
            #expect(sticker.outline.width < .mm(10))
        }
    }

    @Test("Inside is the art, around it white, beyond the edge nothing", arguments: [true, false])
    func colors(_ isLossless: Bool) throws {
        try Self.withStudio(isLossless: isLossless) { studio, folder in
            let sticker = try studio.sticker(
                try folder.put("disc.png", PNGWriter.disc(side: 200)), in: Self.box, style: Self.style)
            let art = sticker.layers[1]
            let raster = try Self.raster(studio, art.picture)
            #expect(raster.color.encoding == (isLossless ? .deflate : .jpeg))
            let image = try studio.pixels(of: art.picture, at: 150, size: art.area.size)
            #expect((image.width, image.height) == (art.picture.pixelWidth, art.picture.pixelHeight))
            func pixel(_ x: Int, _ y: Int) -> [Int] {
                (0..<4).map { Int(image.pixels[(y * image.width + x) * 4 + $0]) }
            }
            let slack = isLossless ? 1 : 10
            let middle = pixel(image.width / 2, image.height / 2)
            for (got, wanted) in zip(middle, [220, 40, 30, 255]) { #expect(abs(got - wanted) <= slack) }
            let edge = pixel(image.width / 2, 6)
            for got in edge { #expect(abs(got - 255) <= slack) }
            #expect(pixel(0, 0) == [0, 0, 0, 0])
            // Neither dark nor clear between art and edge: no fringe, no halo.
            for y in 6..<image.height / 2 {
                #expect(pixel(image.width / 2, y)[3] == 255)
                #expect(pixel(image.width / 2, y)[0] >= 220 - 2 * slack)
            }
        }
    }

    @Test("The shadow is black, soft, small, and below the sticker")
    func shadow() throws {
        try Self.withStudio { studio, folder in
            let sticker = try studio.sticker(
                try folder.put("disc.png", PNGWriter.disc(side: 200)), in: Self.box, style: Self.style)
            let shadow = sticker.layers[0]
            let raster = try Self.raster(studio, shadow.picture)
            #expect((raster.color.width, raster.color.height, raster.color.components) == (1, 1, 1))
            #expect(shadow.area.midY > sticker.layers[1].area.midY)
            let image = try studio.pixels(of: shadow.picture, at: 600, size: shadow.area.size)
            let opacities = stride(from: 3, to: image.pixels.count, by: 4).map { Int(image.pixels[$0]) }
            #expect((50...56).contains(opacities.max() ?? 0))
            #expect(opacities.first == 0 && opacities.last == 0)
            #expect(Set(opacities).count > 12)
            var style = Self.style
            style.shadow = false
            #expect(
                try studio.sticker(Paths.join(folder.path, "disc.png"), in: Self.box, style: style).layers.count == 1)
        }
    }

    @Test("Nothing of where a picture came from survives")
    func metadata() throws {
        let marker = Array("SECRET-PLACE".utf8)
        try Self.withStudio { studio, folder in
            let png = PNGWriter.disc(side: 60, extra: [("tEXt", Array("Comment".utf8) + [0] + marker)])
            let sticker = try studio.sticker(try folder.put("a.png", png), in: Self.box, style: Self.style)
            var jpeg = try ImageDecoderTests.photo(orientation: 1)
            jpeg.insert(contentsOf: [0xFF, 0xE1, 0, UInt8(marker.count + 2)] + marker, at: 2)
            let photo = try studio.photo(try folder.put("a.jpg", jpeg), size: Self.box, focus: .center)
            for picture in sticker.layers.map(\.picture) + [photo.picture] {
                let raster = try Self.raster(studio, picture)
                for bytes in [raster.color.bytes, raster.alpha?.bytes ?? []] {
                    let text = String(decoding: bytes, as: Unicode.ASCII.self)
                    #expect(!text.contains("SECRET-PLACE") && !text.contains("Exif"))
                }
            }
        }
    }

    @Test("A photo is cropped around the thing and never leaves the picture")
    func crop() {
        let size = Size(width: .mm(10), height: .mm(10))
        func crop(_ focus: PhotoFocus) -> UnitRect {
            PhotoPreparation(
                options: ArtworkOptions(), size: size, focus: focus
            ).crop(width: 4000, height: 3000)
        }
        #expect(crop(.center) == UnitRect(x: 500, y: 0, width: 3000, height: 3000))
        let middle = crop(.around(UnitRect(x: 0.45, y: 0.4, width: 0.1, height: 0.4), sourceAspect: 4 / 3.0))
        #expect(abs(middle.width - 1200 / 0.7) < 1 && abs(middle.x + middle.width / 2 - 2000) < 1)
        let corner = crop(.around(UnitRect(x: 0.95, y: 0.95, width: 0.05, height: 0.05), sourceAspect: 4 / 3.0))
        // A cut-out of another shape says nothing about where the thing is.
        #expect(crop(.around(UnitRect(x: 0, y: 0, width: 0.1, height: 0.1), sourceAspect: 1)) == crop(.center))
        #expect(corner.x + corner.width == 4000 && corner.y + corner.height == 3000)
        #expect(corner.width == 0.35 * 3000)
    }

    @Test("A photo keeps its own pixels where they are fewer than the printer's")
    func fewPixels() throws {
        try Self.withStudio { studio, folder in
            let file = try folder.put("a.jpg", try ImageDecoderTests.photo(orientation: 6))
            let photo = try studio.photo(file, size: Size(width: .mm(16), height: .mm(24)), focus: .center)
            #expect((photo.picture.pixelWidth, photo.picture.pixelHeight) == (16, 24))
            #expect(abs(photo.printedPixelsPerInch - 25.4) < 0.01)
        }
    }

    static let drawing =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'><circle cx='20' cy='20' r='16' fill='#1060c0'/>"

    @Test("A drawing stays a drawing")
    func vector() throws {
        try Self.withStudio { studio, folder in
            let file = try folder.put("a.svg", Array((Self.drawing + "</svg>").utf8))
            let sticker = try studio.sticker(file, in: Self.box, style: Self.style)
            #expect(sticker.layers.map(\.picture.kind) == [.raster, .raster, .vector])
            #expect(sticker.printedPixelsPerInch == nil && sticker.notes.isEmpty)
            #expect(abs(sticker.visibleShare.x - 0.1) < 0.01 && sticker.sourceAspect == 1)
            let art = sticker.layers[2]
            guard case .vector(let pdf) = try studio.prepared(art.picture) else {
                Issue.record("no vector picture")
                return
            }
            let text = String(decoding: pdf, as: Unicode.ASCII.self)
            #expect(text.hasPrefix("%PDF-") && !text.contains("/Subtype /Image") && !text.contains("2026"))
            let image = try studio.pixels(of: art.picture, at: 100, size: art.area.size)
            let place = (image.height / 2 * image.width + image.width / 2) * 4
            #expect(Array(image.pixels[place..<place + 4]) == [0x10, 0x60, 0xC0, 255])
            #expect(image.pixels[3] == 0)
        }
    }

    @Test(
        "A drawing with a mask or a filter becomes pixels",
        arguments: [
            "<mask id='m'><rect width='9' height='9' fill='#fff'/></mask>", "<filter id='f'><feGaussianBlur/></filter>",
        ])
    func pixels(_ part: String) throws {
        try Self.withStudio { studio, folder in
            let file = try folder.put("a.svg", Array((Self.drawing + part + "</svg>").utf8))
            let sticker = try studio.sticker(file, in: Self.box, style: Self.style)
            #expect(sticker.layers.map(\.picture.kind) == [.raster, .raster])
            #expect(sticker.printedPixelsPerInch == nil)
        }
    }

    @Test("Live text is told")
    func text() throws {
        try Self.withStudio { studio, folder in
            let file = try folder.put("a.svg", Array((Self.drawing + "<text x='9' y='20'>a</text></svg>").utf8))
            #expect(try studio.sticker(file, in: Self.box, style: Self.style).notes.count == 1)
        }
    }

    static var refused: [(String, [UInt8], String)] {
        let png = PNGWriter.disc(side: 40)
        return [
            ("a.pdf", Array("%PDF-1.7 ".utf8), "is not a picture: it starts like a PDF"),
            ("empty.png", [], "is empty"),
            (
                "cut.png", Array(png.prefix(png.count - 20)),
                "is cut short after \(png.count - 20) of at least \(png.count - 12) bytes"
            ),
            (
                "a.svg", Array((drawing + "<image href='other.png'/></svg>").utf8),
                "is an SVG that names another file (other.png), which capprint does not take"
            ),
            (
                "clear.png", PNGWriter(width: 9, height: 9).file { _, _ in [1, 2, 3, 0] },
                "is damaged: all of it is transparent"
            ),
        ]
    }

    @Test("What cannot be used is told in a sentence", arguments: refused)
    func sentences(_ name: String, _ bytes: [UInt8], _ message: String) throws {
        try Self.withStudio { studio, folder in
            let file = try folder.put(name, bytes)
            let error = #expect(throws: ArtworkError.self) {
                try studio.sticker(file, in: Self.box, style: Self.style)
            }
            #expect(error?.message == message)
            #expect(error?.isMissingFile == false)
        }
    }

    @Test("A file that is not there is told apart")
    func missing() throws {
        try Self.withStudio { studio, folder in
            let error = #expect(throws: ArtworkError.self) {
                try studio.photo(Paths.join(folder.path, "none.jpg"), size: Self.box, focus: .center)
            }
            #expect(error?.isMissingFile == true)
        }
    }

    @Test("A border that leaves no room is no crash")
    func noRoom() throws {
        try Self.withStudio { studio, folder in
            let file = try folder.put("disc.png", PNGWriter.disc(side: 40))
            #expect(throws: ArtworkError.self) {
                try studio.sticker(file, in: Size(width: .mm(3), height: .mm(3)), style: Self.style)
            }
        }
    }

    @Test("The temporary folder is removed")
    func spool() throws {
        let studio = try ArtworkStudio(options: ArtworkOptions())
        let folder = studio.folder
        #expect(FileStatus(path: folder)?.kind == .folder)
        studio.finish()
        #expect(FileStatus(path: folder) == nil)
    }
}
