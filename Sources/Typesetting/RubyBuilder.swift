internal import DisplayList
internal import Geometry

/// Sets the readings of a line.
struct RubyBuilder {
    let ruby: Ruby
    let paint: TextPaint
    let isVertical: Bool
    /// The base's.
    let size: Length

    /// Adds the readings of the spans that stand in the line. `extents` says where each piece stands, from the line's left end.
    func add(to line: inout LineBuilder.Line, extents: [(range: Range<Int>, left: Length, right: Length)]) {
        for span in ruby.spans {
            let own = extents.filter { !$0.range.clamped(to: span.range).isEmpty }
            guard let left = own.map(\.left).min(), let right = own.map(\.right).max() else { continue }
            switch span.reading {
            case .above(let text, let space, let hang):
                var set = built(text, paint.ofReading(span.source.segment), size: size * Ruby.scale)
                if space > 0 { spread(&set, by: size * space) }
                let x = hang.map { left - size * $0 } ?? (left + right - set.width) / 2
                place(set, at: Point(x: x, y: -size * ruby.baseline), in: &line)
            case .beside(let zhuyin):
                let color = paint.ofReading(span.source.segment).color(at: span.source.offset)
                let edge = isVertical ? size * 0.5 : right - size * zhuyin.width
                for symbol in zhuyin.symbols {
                    let set = built(symbol.text, TextPaint(color: color), size: size * symbol.size)
                    guard let ink = set.ink else { continue }
                    let target = Point(x: edge + size * symbol.x, y: -size * symbol.y)
                    // Letters keep their place in their own square; marks are placed by their ink.
                    let isLetter = set.width > size * symbol.size * 0.9
                    let middle =
                        isLetter
                        ? Point(x: set.width / 2, y: -size * symbol.size * 0.38)
                        : Point(x: (ink.minX + ink.maxX) / 2, y: (ink.minY + ink.maxY) / 2)
                    let origin = Point(x: target.x - middle.x, y: target.y - middle.y)
                    if isVertical {
                        placeUpright(set, at: origin, middle: (left + right) / 2, in: &line)
                    } else {
                        place(set, at: origin, in: &line)
                    }
                }
            }
        }
    }

    private func built(_ text: ShapedText, _ paint: TextPaint, size: Length) -> LineBuilder.Line {
        LineBuilder(text: text, parting: WordParting(text: text, hyphenator: nil), paint: paint, size: size)
            .line(0..<text.units.count)
    }

    private func place(_ set: LineBuilder.Line, at origin: Point, in line: inout LineBuilder.Line) {
        line.ruby += set.runs.map { $0.moved(by: origin) }
        if let ink = set.ink?.moved(by: origin) { line.ink = line.ink?.union(ink) ?? ink }
    }

    /// Places what stands upright beside a character in a column: `origin` is from the column's middle and the character's baseline as on
    /// the page, `middle` where the character's middle is in the line.
    private func placeUpright(
        _ set: LineBuilder.Line, at origin: Point, middle: Length, in line: inout LineBuilder.Line
    ) {
        // Right on the page is above in the line, down on the page is onwards.
        func turned(_ place: Point) -> Point {
            Point(x: middle + place.y + size * ShapedPiece.middle, y: .zero - place.x - size * ShapedPiece.middle)
        }
        for placed in set.runs {
            var run = placed.run
            run.origin = turned(run.origin + origin)
            for index in run.glyphs.indices {
                let place = run.glyphs[index].position
                run.glyphs[index].position = Point(x: place.y, y: .zero - place.x)
            }
            line.ruby.append(PlacedRun(run: run, isUpright: true))
        }
        guard let ink = set.ink?.moved(by: origin) else { return }
        let (one, other) = (turned(ink.origin), turned(Point(x: ink.maxX, y: ink.maxY)))
        let box = Rect(
            x: min(one.x, other.x), y: min(one.y, other.y), width: ink.height, height: ink.width)
        line.ink = line.ink?.union(box) ?? box
    }

    /// Shares space out between the letters: half as much at either end as between two.
    private func spread(_ set: inout LineBuilder.Line, by space: Length) {
        let count = set.runs.reduce(0) { $0 + $1.run.clusters.count }
        guard count > 0 else { return }
        let step = space / Double(count)
        var shift = step / 2
        for index in set.runs.indices {
            let start = shift
            set.runs[index].run.origin.x += start
            var glyph = 0
            for cluster in set.runs[index].run.clusters {
                for _ in 0..<cluster.glyphs {
                    set.runs[index].run.glyphs[glyph].position.x += shift - start
                    glyph += 1
                }
                shift += step
            }
            set.runs[index].run.width += shift - start - step
            set.runs[index] = set.runs[index].asOneCluster
        }
        set.width += space
        if let ink = set.ink {
            set.ink = Rect(x: ink.minX + step / 2, y: ink.minY, width: ink.width + space - step, height: ink.height)
        }
    }
}
