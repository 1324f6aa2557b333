import Testing

@testable import Codecs

@Suite("Working on pixels")
struct KernelTests {
    @Test("Distances are exact")
    func distances() {
        var cells = [Float](repeating: DistanceTransform.none, count: 7 * 5)
        cells[2 * 7 + 1] = 0
        cells[4 * 7 + 6] = 0
        let result = DistanceTransform.transform(cells, columns: 7, rows: 5)
        for y in 0..<5 {
            for x in 0..<7 {
                let nearest = min((x - 1) * (x - 1) + (y - 2) * (y - 2), (x - 6) * (x - 6) + (y - 4) * (y - 4))
                #expect(result[y * 7 + x] == Float(nearest))
            }
        }
    }

    @Test("The die-cut edge of a disc is a disc, larger by the border, to half a pixel", arguments: [20.0, 31.4])
    func edge(_ radius: Double) {
        let side = 160
        let pixels = (0..<side * side).flatMap { place -> [UInt8] in
            let (x, y) = (Double(place % side) + 0.5 - 80, Double(place / side) + 0.5 - 80)
            let cover = min(max(radius - (x * x + y * y).squareRoot() + 0.5, 0), 1)
            return [0, 0, 0, UInt8(cover * 255)]
        }
        let cut = DieCut(pixels: pixels, width: side, height: side, border: 24, closing: 12, hole: 0, cell: 3)
        let area = cut.alpha.reduce(0.0) { $0 + Double($1) / 255 }
        let grown = (area / Double.pi).squareRoot()
        #expect(abs(grown - radius - 24) < 0.4)
        // Round, not only right on average.
        for place in cut.alpha.indices {
            let (x, y) = (Double(place % side) + 0.5 - 80, Double(place / side) + 0.5 - 80)
            let distance = (x * x + y * y).squareRoot()
            if distance < radius + 24 - 1.5 { #expect(cut.alpha[place] == 255) }
            if distance > radius + 24 + 1.5 { #expect(cut.alpha[place] == 0) }
        }
    }

    @Test("Small holes are closed, large ones stay", arguments: [(26.0, true), (45.0, false)])
    func holes(_ hole: Double, _ isClosed: Bool) {
        let side = 160
        let pixels = (0..<side * side).flatMap { place -> [UInt8] in
            let (x, y) = (Double(place % side) + 0.5 - 80, Double(place / side) + 0.5 - 80)
            let distance = (x * x + y * y).squareRoot()
            return [0, 0, 0, distance > hole && distance < 60 ? 255 : 0]
        }
        let cut = DieCut(pixels: pixels, width: side, height: side, border: 12, closing: 6, hole: 900, cell: 3)
        #expect((cut.alpha[80 * side + 80] == 255) == isClosed)
    }

    @Test("Scaling keeps a flat colour flat and its opacity whole", arguments: [0.37, 1.0, 2.6])
    func flat(_ step: Double) {
        let bitmap = Bitmap(
            width: 40, height: 30, pixels: (0..<1200).flatMap { _ in [200, 100, 50, 255] as [UInt8] }, isOpaque: true)
        let (columns, rows) = (Int(40 / step), Int(30 / step))
        let result = Resampler.scale(
            bitmap, horizontal: Resampler.Axis(origin: 0, step: 40 / Double(columns), count: columns),
            vertical: Resampler.Axis(origin: 0, step: 30 / Double(rows), count: rows), edge: .extended)
        #expect(result.count == columns * rows * 4)
        for place in stride(from: 0, to: result.count, by: 4) {
            #expect(Array(result[place..<place + 4]) == [200, 100, 50, 255])
        }
    }

    @Test("Nothing shines through from clear pixels")
    func clearPixels() {
        // Clear pixels of bright green beside opaque dark ones.
        let pixels = (0..<400).flatMap { $0 % 20 < 10 ? [10, 10, 10, 255] : [0, 255, 0, 0] as [UInt8] }
        let result = Resampler.scale(
            Bitmap(width: 20, height: 20, pixels: pixels, isOpaque: false),
            horizontal: Resampler.Axis(origin: 0, step: 1.6, count: 12),
            vertical: Resampler.Axis(origin: 0, step: 1.6, count: 12), edge: .transparent)
        for place in stride(from: 0, to: result.count, by: 4) { #expect(result[place + 1] <= 12) }
    }

    @Test("Compressed rows come back", arguments: [1, 3, 4], [PredictorPlane.Content.picture, .mask])
    func predictor(_ components: Int, _ content: PredictorPlane.Content) throws {
        let samples = (0..<17 * 9 * components).map { UInt8(truncatingIfNeeded: $0 * 37 / 5) }
        let bytes = PredictorPlane.encode(samples, width: 17, height: 9, components: components, content: content)
        #expect(try PredictorPlane.decode(bytes, width: 17, height: 9, components: components) == samples)
        #expect(throws: CodecError.self) {
            try PredictorPlane.decode(bytes, width: 17, height: 10, components: components)
        }
    }

    @Test("Dust is wiped away, parts stay")
    func specks() {
        var bitmap = Bitmap(width: 200, height: 200, pixels: [UInt8](repeating: 0, count: 160_000), isOpaque: false)
        func fill(_ xs: Range<Int>, _ ys: Range<Int>) {
            for y in ys { for x in xs { bitmap.pixels[(y * 200 + x) * 4 + 3] = 255 } }
        }
        fill(40..<100, 50..<120)
        fill(120..<140, 60..<80)
        fill(190..<191, 5..<6)
        let shape = VisibleShape.find(in: &bitmap)
        #expect(shape?.x == 40 && shape?.y == 50 && shape?.width == 100 && shape?.height == 70)
        #expect(bitmap.pixels[(5 * 200 + 190) * 4 + 3] == 0)
    }

    @Test(
        "What an SVG asks for",
        arguments: [
            ("<svg><path d='M0 0'/></svg>", false, false, nil), ("<svg><mask id='m'/></svg>", true, false, nil),
            ("<svg:svg><svg:text>a</svg:text></svg:svg>", false, true, nil),
            ("<svg><use xlink:href='#a'/><rect fill='url(#g)'/></svg>", false, false, nil),
            ("<svg><image href='data:image/png;base64,AA'/></svg>", true, false, nil),
            ("<svg><image href='cat.png'/></svg>", true, false, "cat.png"),
            ("<svg><rect style=\"fill:url('http://a/b')\"/></svg>", false, false, "http://a/b"),
            ("<svg><style><![CDATA[@import \"x.css\";]]></style></svg>", false, false, "x.css"),
            ("<svg><!-- <image href='cat.png'/> --><a href='http://a'/></svg>", false, false, nil),
        ] as [(String, Bool, Bool, String?)])
    func inspection(_ text: String, _ needsPixels: Bool, _ hasText: Bool, _ reference: String?) throws {
        let inspection = try SVGInspection(Array(text.utf8))
        #expect(inspection.needsPixels == needsPixels)
        #expect(inspection.hasText == hasText)
        #expect(inspection.externalReference == reference)
    }

    @Test("An SVG with entities is refused")
    func entities() {
        let text = "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg>"
        #expect(throws: CodecError.self) { try SVGInspection(Array(text.utf8)) }
    }
}
