import DisplayList
import Geometry
import Testing

@testable import Raster

@Suite("A frame as a picture")
struct FrameRendererTests {
    /// Half see-through red.
    struct Red: PixelSource {
        func pixels(of picture: Picture, width: Int, height: Int) -> (
            width: Int, height: Int, premultipliedRGBA: [UInt8]
        ) {
            (width, height, (0..<(width * height)).flatMap { _ in [128, 0, 0, 128] as [UInt8] })
        }
    }

    static let frame = Frame(
        boxes: PageBoxes(
            trim: Rect(x: .zero, y: .zero, width: .pt(20), height: .pt(10)),
            bleed: Rect(x: .pt(-2), y: .pt(-2), width: .pt(24), height: .pt(14)),
            safe: Rect(x: .pt(1), y: .pt(1), width: .pt(18), height: .pt(8))),
        items: [
            .path(
                PaintedPath(
                    .rect(Rect(x: .pt(-2), y: .pt(-2), width: .pt(7), height: .pt(14))),
                    fill: Color(red: 0, green: 0, blue: 1))),
            .picture(
                PlacedPicture(
                    Picture(kind: .raster, key: "red", pixelWidth: 1, pixelHeight: 1),
                    area: Rect(x: .pt(10), y: .pt(2), width: .pt(4), height: .pt(4)))),
            .matrix(
                PlacedMatrix(
                    side: 2, modules: [true, false, false, true],
                    area: Rect(x: .pt(16), y: .zero, width: .pt(4), height: .pt(4)), message: "x")),
        ])

    @Test(arguments: [(FrameRenderer.Area.trim, 20, 10, 0), (.bleed, 24, 14, 2)])
    func `shows the area asked for`(area: FrameRenderer.Area, width: Int, height: Int, offset: Int) throws {
        let image = try FrameRenderer.pixels(Self.frame, dpi: 144, area: area, pictures: Red())
        #expect(image.width == width * 2 && image.height == height * 2)
        func pixel(_ x: Int, _ y: Int) -> UInt32 { image.pixels[(y + offset) * 2 * image.width + (x + offset) * 2] }
        #expect(pixel(0, 0) == 0xFF00_00FF)
        #expect(pixel(7, 0) == 0xFFFF_FFFF)
        #expect(pixel(12, 4) == 0xFFFF_7F7F)
        #expect(pixel(16, 0) == 0xFF00_0000 && pixel(18, 0) == 0xFFFF_FFFF && pixel(18, 2) == 0xFF00_0000)
    }

    @Test func `is transparent without a ground`() throws {
        let image = try FrameRenderer.pixels(
            Self.frame, dpi: 72, area: .trim, pictures: Red(), background: nil)
        #expect(image.pixels[7] == 0)
        #expect(image.pixels[4 * 20 + 12] == 0x8080_0000)
    }

    @Test func `is the same file each time`() throws {
        let png = try FrameRenderer.png(Self.frame, dpi: 300, area: .trim, pictures: Red())
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(try FrameRenderer.png(Self.frame, dpi: 300, area: .trim, pictures: Red()) == png)
        let svg = try FrameRenderer.svg(Self.frame, area: .trim, pictures: Red())
        #expect(try FrameRenderer.svg(Self.frame, area: .trim, pictures: Red()) == svg)
        let text = String(decoding: svg, as: UTF8.self)
        #expect(text.contains("width=\"20pt\" height=\"10pt\""))
        #expect(text.contains("data:image/png;base64"))
    }

    @Test(arguments: [0, -1, Double.nan, .infinity, 1e9])
    func `refuses sizes that cannot be`(dpi: Double) {
        #expect(throws: RasterError.self) {
            try FrameRenderer.pixels(Self.frame, dpi: dpi, area: .trim, pictures: Red())
        }
    }
}

@Suite("Names in SVG documents")
struct SVGIdentifierTests {
    @Test(arguments: [
        (
            "<g id=\"surface12\" clip-path=\"url(#clip7)\"/><use xlink:href=\"#surface12\"/>",
            "<g id=\"surface0\" clip-path=\"url(#clip1)\"/><use xlink:href=\"#surface0\"/>"
        ),
        ("\"surface\" \"glyph1-2\" #abc \"image", "\"surface\" \"glyph1-2\" #abc \"image"),
        ("\"", "\""),
    ])
    func `are numbered as they come`(document: String, expected: String) {
        #expect(String(decoding: SVGIdentifiers.renumbered(Array(document.utf8)), as: UTF8.self) == expected)
    }
}
