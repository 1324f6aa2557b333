internal import DisplayList
internal import Geometry

/// Stacks lines into a paragraph.
struct ParagraphBuilder {
    let text: ShapedText
    let parting: WordParting
    let alignment: TextAlignment
    let lineSpacing: Double
    private let paint: TextPaint

    init(text: ShapedText, parting: WordParting, style: TextStyle, alignment: TextAlignment, lineSpacing: Double) {
        self.text = text
        self.parting = parting
        self.alignment = alignment
        self.lineSpacing = lineSpacing
        paint = TextPaint(style)
    }

    /// The paragraph with lines of these code units, aligned in `width` or in the widest line's.
    func paragraph(_ ranges: [Range<Int>], size: Length, width: Length?) -> Paragraph {
        let line = LineBuilder(text: text, parting: parting, paint: paint, size: size)
        let built = ranges.map { line.line($0) }
        let widest = built.map(ParagraphBuilder.reach).max() ?? .zero
        let frame = width ?? widest
        let (ascent, descent) = (size * text.ascent, size * text.descent)
        var ink: Rect?
        let pitch = (ascent + descent) * lineSpacing
        // Turned a quarter clockwise, what is lower comes further left: columns from left to right begin at the bottom.
        let isUpwards = text.columns == .leftToRight
        func baseline(_ line: Int) -> Length {
            ascent + pitch * Double(isUpwards ? built.count - 1 - line : line)
        }
        let places = places(built, in: frame)
        let lines = built.indices.map { index in
            let (line, baseline) = (built[index], baseline(index))
            let offset = Point(x: places[index], y: baseline)
            let lineInk =
                line.ink?.moved(by: offset) ?? Rect(origin: offset, size: .zero)
            if line.ink != nil { ink = ink?.union(lineInk) ?? lineInk }
            return TextLine(
                placed: line.runs.map { $0.moved(by: offset) }, placedRuby: line.ruby.map { $0.moved(by: offset) },
                baseline: baseline, width: line.width, ascent: ascent, descent: descent, ink: lineInk)
        }
        let height = (lines.map(\.baseline).max() ?? .zero) + (lines.isEmpty ? .zero : descent)
        return Paragraph(
            lines: lines, size: Size(width: widest, height: height), ink: ink ?? Rect(origin: .zero, size: .zero),
            fontSize: size, isRightToLeft: text.isRightToLeft, isVertical: text.columns != nil, missing: text.missing)
    }

    /// A line's width with the ink that hangs over its ends.
    private static func reach(_ line: LineBuilder.Line) -> Length {
        max(line.width, line.ink?.maxX ?? .zero) - min(.zero, line.ink?.minX ?? .zero)
    }

    /// Where the lines begin: as aligned, moved just so far that their ink stays in the frame. Lines that share an edge move together,
    /// so that a j at the start of one of them does not leave it standing out of line.
    private func places(_ lines: [LineBuilder.Line], in frame: Length) -> [Length] {
        let share = alignment.share(isRightToLeft: text.isRightToLeft)
        let common: Length
        switch share {
        case 0: common = lines.map { max(.zero, -($0.ink?.minX ?? .zero)) }.max() ?? .zero
        case 1: common = lines.map { min(.zero, $0.width - ($0.ink?.maxX ?? .zero)) }.min() ?? .zero
        default: common = .zero
        }
        return lines.map { line in
            let x = (frame - line.width) * share + common
            guard let ink = line.ink else { return x }
            let (left, right) = (x + ink.minX, x + ink.maxX)
            if right - left > frame { return x - left + (frame - (right - left)) * share }
            return x + max(.zero, -left) - max(.zero, right - frame)
        }
    }
}
