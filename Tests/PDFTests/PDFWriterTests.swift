import DisplayList
import FileAccess
import Geometry
import QPDF
import QRCode
import Testing

@testable import PDF

@Suite("A finished PDF file")
struct PDFWriterTests {
    static func text(_ text: String, x: Double = 10, y: Double = 20, color: Color = .black) -> [Item] {
        Shaper.line(
            text, font: Shaper.font("Andika-Regular.ttf"), language: "en", at: Point(x: .mm(x), y: .mm(y)),
            color: color)
    }

    @Test func `is clean to qpdf and says what it must`() throws {
        let fixture = try Fixture()
        let settings = PDFSettings(
            title: "In the kitchen (廚房裡) & <more>", language: "zh-Hant", producer: "capprint 1.0", duplex: .short,
            date: PDFDate(year: 2025, month: 11, day: 30, hour: 15, minute: 20, second: 1))
        let file = try fixture.write([Fixture.page(Self.text("cup")), Fixture.page()], settings: settings)
        let check = try Tool.run("qpdf --check '\(file)'")
        #expect(check.status == 0)
        #expect(!check.output.contains("WARNING"))
        let text = try fixture.readable(file)
        #expect(text.hasPrefix("%PDF-1.7"))
        #expect(text.contains("/PrintScaling /None"))
        #expect(text.contains("/Duplex /DuplexFlipShortEdge"))
        #expect(text.contains("/PickTrayByPDFSize true"))
        #expect(text.contains("/DisplayDocTitle true"))
        #expect(text.contains("/CreationDate (D:20251130152001Z)"))
        #expect(text.contains("<xmp:CreateDate>2025-11-30T15:20:01Z</xmp:CreateDate>"))
        #expect(text.contains("In the kitchen (廚房裡) &amp; &lt;more&gt;</rdf:li>"))
        #expect(text.contains("<dc:language><rdf:Bag><rdf:li>zh-Hant</rdf:li>"))
        #expect(text.contains("/Producer (capprint 1.0)"))
        #expect(text.contains("/Lang (zh-Hant)"))
        #expect(!text.contains("cairo"))
        #expect(try Tool.run("pdfinfo '\(file)'").output.contains("In the kitchen (廚房裡) & <more>"))
    }

    @Test func `has no date where none is given`() throws {
        let fixture = try Fixture()
        let text = try fixture.readable(try fixture.write([Fixture.page()]))
        #expect(!text.contains("Date"))
        #expect(!text.contains("/Duplex"))
        #expect(text.contains("/ID ["))
    }

    @Test func `keeps what the program tells itself, the first part first, and gives no more than asked for`() throws {
        let fixture = try Fixture()
        let path = "\(fixture.folder)/piece.pdf"
        let writer = try PDFWriter(
            to: path, temporaryFolder: fixture.folder, settings: PDFSettings(), pictures: Pictures())
        try writer.add(Fixture.page())
        let zeros = [UInt8](repeating: 0, count: 1_000_000)
        for part in [Array("one ".utf8), Array("two".utf8), zeros] { try writer.keep(Commands.deflated(part)) }
        try writer.finish(piece: Commands.deflated(Array("head ".utf8)))
        let check = try Tool.run("qpdf --check '\(path)'")
        #expect(check.status == 0)
        #expect(!check.output.contains("WARNING"))
        #expect(try fixture.readable(path).contains("/LastModified (D:19700101000000Z)"))
        func piece(_ path: String, _ application: String = "capprint", limit: Int) throws -> [UInt8]? {
            let file = try OpenFile(path: path)
            return PDFPages.piece(of: application, descriptor: file.descriptor, limit: limit)
        }
        let whole = Array("head one two".utf8) + zeros
        #expect(try piece(path, limit: whole.count) == whole)
        #expect(try piece("\(path).qdf", limit: whole.count) == whole)
        #expect(try piece(path, limit: whole.count - 1) == nil)
        #expect(try piece(path, "other", limit: whole.count) == nil)
        #expect(try piece(fixture.write([Fixture.page()]), limit: whole.count) == nil)
    }

    @Test func `has the boxes of each page`() throws {
        let fixture = try Fixture()
        let large = Size(width: .mm(210), height: .mm(297))
        let page = PDFPage(
            mediaBox: large, trimBox: Rect(x: .mm(10), y: .mm(20), width: .mm(100), height: .mm(50)),
            bleedBox: Rect(x: .mm(7), y: .mm(17), width: .mm(106), height: .mm(56)))
        let file = try fixture.write([Fixture.page(), page])
        let info = try Tool.run("pdfinfo -box -f 2 -l 2 '\(file)'").output
        func line(_ name: String) -> [String] {
            info.split(separator: "\n").first { $0.contains(name) }?.split(separator: " ").suffix(4).map(String.init)
                ?? []
        }
        #expect(line("MediaBox") == ["0.00", "0.00", "595.28", "841.89"])
        #expect(line("TrimBox") == ["28.35", "643.46", "311.81", "785.20"])
        #expect(line("BleedBox") == ["19.84", "634.96", "320.31", "793.70"])
        #expect(!(try fixture.readable(file)).contains("/CropBox"))
    }

    @Test func `moves all that is drawn on a page by its transform, and no box`() throws {
        let fixture = try Fixture()
        let matrix = try QREncoder.encode("https://cards.example.org/cup").placed(in: Self.area).matrix
        let link = Item.link(Link(area: Self.area, address: "https://cards.example.org/cup"))
        let face: [Item] = [.picture(PlacedPicture(Pictures.red, area: Self.area)), .matrix(matrix), link]
        let placement = PDFPage.Placement(
            frameItems: face, transform: .identity, clip: Rect(origin: .zero, size: Fixture.a6))
        func page(_ transform: Transform) -> PDFPage {
            var page = Fixture.page(Self.text("cup"), placements: [placement])
            page.transform = transform
            return page
        }
        let shift = Point(x: .pt(14), y: .pt(-9))
        let files = try [Transform.identity, .translation(shift)].enumerated().map { index, transform in
            try fixture.write([page(transform)], pictures: Pictures(), name: "\(index).pdf")
        }
        let texts = try files.map(fixture.readable)
        func numbers(_ name: String, _ text: String) -> [Double] {
            guard let start = text.firstRange(of: "\(name) [") else { return [] }
            return text[start.upperBound...].prefix { $0 != "]" }.split(whereSeparator: \.isWhitespace).compactMap {
                Double($0)
            }
        }
        for box in ["/TrimBox", "/BleedBox", "/MediaBox"] {
            #expect(numbers(box, texts[0]).count == 4)
            #expect(numbers(box, texts[0]) == numbers(box, texts[1]))
        }
        let moved = Self.area.moved(by: shift).edges(onPageOfHeight: Fixture.a6.height)
        #expect(zip(numbers("/Rect", texts[1]), moved).count(where: { abs($0 - $1) < 0.001 }) == 4)
        // By whole pixels, so that one lies on the other.
        let (before, after) = (
            try PortablePixmap(page: files[0], dpi: 72), try PortablePixmap(page: files[1], dpi: 72)
        )
        var inked = 0
        var apart = 0
        for y in 10..<400 {
            for x in 0..<280 {
                let color = before.color(x: x, y: y)
                if color.contains(where: { $0 < 128 }) { inked += 1 }
                if zip(color, after.color(x: x + 14, y: y - 9)).contains(where: { abs(Int($0) - Int($1)) > 8 }) {
                    apart += 1
                }
            }
        }
        #expect(inked > 3000)
        #expect(apart == 0)
    }

    @Test func `prints black and greys with black ink alone`() throws {
        let fixture = try Fixture()
        let rule = Item.path(
            PaintedPath(
                .line(from: Point(x: .mm(10), y: .mm(50)), to: Point(x: .mm(50), y: .mm(50))),
                stroke: .init(color: .gray(0.25), width: .pt(0.25))))
        let tint = Item.path(
            PaintedPath(
                .rect(Rect(x: .mm(10), y: .mm(60), width: .mm(10), height: .mm(10))),
                fill: Color(red: 1, green: 0.5, blue: 0.25)))
        let text = try fixture.readable(
            try fixture.write(
                [
                    Fixture.page(
                        Self.text("0 0 0 rg") + [
                            rule, tint, .picture(PlacedPicture(Pictures.vector, area: Self.area)),
                        ])
                ], pictures: Pictures()))
        for neutral in ["0 0 0 rg", "0 0 0 RG", "0.25 0.25 0.25 RG"] { #expect(!text.contains(neutral)) }
        // A page that blends in RGB would turn them into four inks again.
        #expect(!text.contains("/Group"))
        #expect(text.contains("0.25 G"))
        #expect(text.contains("1 0.5 0.25 rg"))
        #expect(text.contains("0 g"))
    }

    static let area = Rect(x: .mm(20), y: .mm(30), width: .mm(40), height: .mm(20))

    @Test func `stores a picture once however often it is placed`() throws {
        let fixture = try Fixture()
        let matrix = try QREncoder.encode("https://cards.example.org/cup").placed(in: Self.area).matrix
        let face: [Item] = [
            .picture(PlacedPicture(Pictures.red, area: Self.area)),
            .picture(PlacedPicture(Pictures.vector, area: Self.area)), .matrix(matrix),
        ]
        let turned = PDFPage.Placement(
            frameItems: face,
            transform: Transform.quarterTurns(1).then(.translation(Point(x: .mm(100), y: .mm(5)))),
            clip: Rect(origin: .zero, size: Fixture.a6))
        let file = try fixture.write(
            [Fixture.page(face), Fixture.page(face + face), Fixture.page(placements: [turned])], pictures: Pictures())
        let text = try fixture.readable(file)
        func count(_ part: String) -> Int { text.components(of: part) }
        // Colour and opacity of the one raster picture; the vector picture. The code is part of each page.
        #expect(count("/Subtype /Image") == 2)
        #expect(count("/Subtype /Form") == 1)
        #expect(count("/SMask") == 1)
        #expect(count("0.123457") == 0)
        #expect(count("0 0 7 1 re") == 4)
        #expect(try Tool.run("qpdf --check '\(file)'").status == 0)
    }

    @Test(arguments: 0..<4)
    func `turns pictures with their frame`(turns: Int) throws {
        let fixture = try Fixture()
        let side = Length.pt(200)
        let area = Rect(x: .pt(0), y: .pt(0), width: .pt(100), height: .pt(50))
        let lower = area.moved(by: Point(x: .zero, y: .pt(50)))
        let back = [
            Point.zero, Point(x: side, y: .zero), Point(x: side, y: side), Point(x: .zero, y: side),
        ][turns]
        let placement = PDFPage.Placement(
            frameItems: [
                .picture(PlacedPicture(Pictures.red, area: area)),
                .group(
                    Group(
                        clip: .rect(lower),
                        items: [.picture(PlacedPicture(Pictures.vector, area: lower))])),
            ],
            transform: Transform.quarterTurns(turns).then(.translation(back)),
            clip: Rect(x: .zero, y: .zero, width: side, height: side))
        let file = try fixture.write(
            [Fixture.page(placements: [placement], size: Size(width: side, height: side))], pictures: Pictures())
        let pixels = try PortablePixmap(page: file, dpi: 72)
        // Middles of the quarters of the raster, then of the vector picture's square and ground.
        let expected: [(x: Double, y: Double, color: [UInt8])] = [
            (25, 12, [0, 0, 255]), (75, 12, [255, 0, 0]), (25, 38, [255, 0, 0]), (75, 38, [255, 255, 255]),
            (10, 60, [0, 0, 0]), (75, 60, [0, 255, 0]), (10, 90, [0, 255, 0]), (150, 150, [255, 255, 255]),
        ]
        for mark in expected {
            let place = placement.transform.apply(to: Point(x: .pt(mark.x), y: .pt(mark.y)))
            let color = pixels.color(x: Int(place.x.points), y: Int(place.y.points))
            #expect(
                zip(color, mark.color).allSatisfy { abs(Int($0) - Int($1)) < 8 },
                "\(color), not \(mark.color) at \(mark.x), \(mark.y)")
        }
    }

    @Test func `shows a QR code that decodes`() throws {
        let fixture = try Fixture()
        let message = "https://cards.example.org/kitchen/coffee-cup?x=1"
        let box = Rect(x: .mm(40), y: .mm(40), width: .mm(21), height: .mm(21))
        let placement = PDFPage.Placement(
            frameItems: [.matrix(try QREncoder.encode(message).placed(in: box).matrix)],
            transform: Transform.quarterTurns(1).then(.translation(Point(x: .mm(105), y: .zero))),
            clip: Rect(origin: .zero, size: Fixture.a6))
        let file = try fixture.write([Fixture.page(placements: [placement])])
        let drawn = try Tool.run(
            "pdftoppm -r 200 '\(file)' '\(fixture.folder)/page' && zbarimg -q --raw '\(fixture.folder)'/page-1.ppm 2>/dev/null"
        )
        #expect(drawn.status == 0)
        #expect(drawn.output.trimmed == message)
    }

    @Test func `leads from a turned frame to the right address`() throws {
        let fixture = try Fixture()
        let placement = PDFPage.Placement(
            frameItems: [
                .group(
                    Group(
                        transform: .translation(Point(x: .pt(10), y: .pt(20))),
                        items: [
                            .link(
                                Link(
                                    area: Rect(x: .zero, y: .zero, width: .pt(30), height: .pt(40)),
                                    address: "https://example.org/(a)"))
                        ]))
            ],
            transform: Transform.quarterTurns(1).then(.translation(Point(x: .pt(200), y: .zero))),
            clip: Rect(x: .zero, y: .zero, width: .pt(200), height: .pt(300)))
        let page = Fixture.page(placements: [placement], size: Size(width: .pt(200), height: .pt(300)))
        let text = try fixture.readable(try fixture.write([page]))
        // x from 200 - 60 to 200 - 20; y from 10 to 40, seen from below 260 to 290.
        let rect = text.split(separator: "/Rect [").last?.split(separator: "]").first?
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(rect == "140 260 180 290")
        #expect(text.contains("/URI (https://example.org/\\(a\\))"))
        let without = try fixture.readable(try fixture.write([page], settings: PDFSettings(hasLinks: false)))
        #expect(!without.contains("/Annot"))
    }

    @Test func `is the same to the byte each time`() throws {
        let fixture = try Fixture()
        let face =
            Self.text("a cup of tea") + [
                .picture(PlacedPicture(Pictures.red, area: Self.area)),
                .picture(PlacedPicture(Pictures.vector, area: Self.area)),
                .matrix(try QREncoder.encode("https://cards.example.org/cup").placed(in: Self.area).matrix),
            ]
        let first = try fixture.write([Fixture.page(face), Fixture.page(face)], name: "first.pdf")
        let second = try fixture.write([Fixture.page(face), Fixture.page(face)], name: "second.pdf", workers: 3)
        #expect(try Files.read(first) == Files.read(second))
        let third = try fixture.write([Fixture.page(face)], name: "third.pdf")
        #expect(try Files.read(first) != Files.read(third))
    }

    @Test func `is the same whoever finishes its pages`() throws {
        let fixture = try Fixture()
        let pages = (1...40).map { Fixture.page(Self.text("page \($0)")) }
        let alone = try fixture.write(pages, name: "alone.pdf", workers: 1)
        let together = try fixture.write(pages, name: "together.pdf", workers: 3)
        #expect(try Files.read(alone) == Files.read(together))
        let words = try Tool.run("pdftotext '\(together)' -").output.split(whereSeparator: \.isWhitespace)
        #expect(words.map(String.init) == (1...40).flatMap { ["page", "\($0)"] })
    }

    @Test func `leaves nothing in the temporary folder`() throws {
        let fixture = try Fixture()
        let writer = try PDFWriter(
            to: "\(fixture.folder)/out.pdf", temporaryFolder: fixture.folder, settings: PDFSettings(),
            pictures: Pictures())
        #expect(throws: Pictures.Unknown.self) {
            try writer.add(Fixture.page([.picture(PlacedPicture(Pictures.missing, area: Self.area))]))
        }
        #expect(try Files.list(fixture.folder) == ["out.pdf"])
    }

    @Test func `takes no page once it is finished`() throws {
        let fixture = try Fixture()
        let writer = try PDFWriter(
            to: "\(fixture.folder)/out.pdf", temporaryFolder: fixture.folder, settings: PDFSettings(),
            pictures: Pictures())
        try writer.add(Fixture.page())
        try writer.finish()
        #expect(throws: PDFError.finished) { try writer.add(Fixture.page()) }
        #expect(throws: PDFError.finished) { try writer.finish() }
    }

    @Test func `reports what cannot be written`() throws {
        let fixture = try Fixture()
        for (folder, file) in [("none", "out.pdf"), (".", "none/out.pdf")] {
            #expect(throws: FileError.self) {
                try PDFWriter(
                    to: "\(fixture.folder)/\(file)", temporaryFolder: "\(fixture.folder)/\(folder)",
                    settings: PDFSettings(), pictures: Pictures())
            }
        }
        #expect(throws: PDFError.noPages) { try fixture.write([]) }
        let lost = Shaper.font("Andika-Regular.ttf")
        let run = Item.glyphs(
            GlyphRun(
                font: FontReference(file: lost.file + ".none", index: 0, name: "", contentHash: ""), size: .pt(10),
                color: .black, origin: .zero, width: .pt(10), glyphs: [.init(id: 5, position: .zero)], text: "a",
                clusters: [.init(textBytes: 1, glyphs: 1)], isRightToLeft: false, language: "en"))
        #expect(throws: (any Error).self) { try fixture.write([Fixture.page([run])]) }
    }
}
