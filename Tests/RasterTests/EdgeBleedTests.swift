import DisplayList
import Geometry
import Raster
import Testing

@Suite("Bleed made of what lies at the edge")
struct EdgeBleedTests {
    private struct NoPictures: PixelSource {
        /// Columns of grey from black at the left to white at the right.
        func pixels(of picture: Picture, width: Int, height: Int) -> (
            width: Int, height: Int, premultipliedRGBA: [UInt8]
        ) {
            let row = (0..<width).flatMap { column -> [UInt8] in
                let grey = UInt8(column * 255 / max(1, width - 1))
                return [grey, grey, grey, 255]
            }
            return (width, height, (0..<height).flatMap { _ in row })
        }
    }

    private static let trim = Rect(x: .zero, y: .zero, width: .mm(20), height: .mm(20))
    private static let bleed = trim.inset(by: .mm(-3))
    private static let photo = Item.picture(
        PlacedPicture(Picture(kind: .raster, key: "x", pixelWidth: 200, pixelHeight: 200), area: trim))

    /// The colour at a place in millimetres from the trim's top left corner, 0xRRGGBB.
    private func colors(_ items: [Item], _ way: EdgeBleed, _ places: [(Double, Double)]) throws -> [UInt32] {
        let made = way.items(items, from: Self.trim, to: Self.bleed)
        let frame = Frame(
            boxes: PageBoxes(trim: Self.trim, bleed: Self.bleed, safe: Self.trim), items: items + made)
        let image = try FrameRenderer.pixels(frame, dpi: 254, area: .bleed, pictures: NoPictures())
        return places.map { x, y in
            image.pixels[Int((y + 3) * 10) * image.width + Int((x + 3) * 10)] & 0xFFFFFF
        }
    }

    private func grey(_ color: UInt32) -> Double { Double(color & 0xFF) / 255 }

    @Test("a mirror shows the picture backwards beyond each edge and corner")
    func mirror() throws {
        let found = try colors(
            [Self.photo], .mirror, [(-2, 10), (2, 10), (22, 10), (18, 10), (10, -2), (10, 2), (-2, -2), (22, 22)]
        ).map(grey)
        #expect(abs(found[0] - found[1]) < 0.02 && abs(found[1] - 0.1) < 0.02)
        #expect(abs(found[2] - found[3]) < 0.02 && abs(found[3] - 0.9) < 0.02)
        #expect(abs(found[4] - found[5]) < 0.02)
        #expect(abs(found[6] - 0.1) < 0.02 && abs(found[7] - 0.9) < 0.02)
    }

    @Test("extending keeps the colour of the edge all the way")
    func extend() throws {
        let found = try colors([Self.photo], .extend, [(-0.5, 10), (-2.5, 10), (20.5, 10), (22.5, 10), (6, 22.5)])
            .map(grey)
        #expect(found[0] < 0.02 && found[1] < 0.02)
        #expect(found[2] > 0.98 && found[3] > 0.98)
        #expect(abs(found[4] - 0.3) < 0.02)
    }

    @Test("what keeps off the edge is not repeated, nor are codes and words", arguments: EdgeBleed.allCases)
    func keepsOff(way: EdgeBleed) throws {
        let dot = Item.path(
            PaintedPath(.rect(Rect(x: .mm(1), y: .mm(9), width: .mm(2), height: .mm(2))), fill: .black))
        let code = Item.matrix(
            PlacedMatrix(
                side: 1, modules: [true], area: Rect(x: .zero, y: .zero, width: .mm(5), height: .mm(5)), message: "x"))
        let word = Item.group(
            Group(
                role: .text(field: "x", language: "en", content: "x"),
                items: [.path(PaintedPath(.rect(Self.trim), fill: .black))]))
        #expect(way.items([dot, code, word], from: Self.trim, to: Self.bleed).isEmpty)
        #expect(try colors([dot], way, [(-2, 10), (2, 10)]) == [0xFFFFFF, 0x000000])
    }

    @Test("nothing is made where the drawing goes as far itself", arguments: EdgeBleed.allCases)
    func enough(way: EdgeBleed) {
        #expect(way.items([Self.photo], from: Self.bleed, to: Self.bleed).isEmpty)
        #expect(way.items([Self.photo], from: Self.bleed, to: Self.trim).isEmpty)
    }

    @Test("a film multiplies what lies below it, at its opacity, as one drawing")
    func film() throws {
        func square(_ color: Color) -> Item { .path(PaintedPath(.rect(Self.trim), fill: color)) }
        let film = Group(film: 0.5, items: [square(.black), square(Color(red: 1, green: 0.2, blue: 0))])
        let found = try colors(
            [square(Color(red: 0.8, green: 1, blue: 0.4)), .group(film)], .mirror, [(10, 10)])
        // 0.8, then 1 → (1 + 0.2) / 2, then 0.4 → 0.2.
        let parts = [found[0] >> 16 & 0xFF, found[0] >> 8 & 0xFF, found[0] & 0xFF].map { Double($0) / 255 }
        #expect(zip(parts, [0.8, 0.6, 0.2]).allSatisfy { abs($0 - $1) < 0.01 }, "\(parts)")
    }
}
