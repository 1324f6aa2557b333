internal import DisplayList
internal import Geometry

/// Stacks lines into a paragraph.
struct ParagraphBuilder {
    let text: ShapedText
    let style: TextStyle
    let alignment: TextAlignment
    let lineSpacing: Double

    /// The paragraph with lines of these code units, aligned in `width` or in the widest line's.
    func paragraph(_ ranges: [Range<Int>], size: Length, width: Length?) -> Paragraph {
        let line = LineBuilder(text: text, color: style.color, size: size)
        let built = ranges.map { line.line($0) }
        let widest = built.map(ParagraphBuilder.reach).max() ?? .zero
        let frame = width ?? widest
        let (ascent, descent) = (size * text.ascent, size * text.descent)
        var baseline = ascent
        var ink: Rect?
        let lines = built.map { line in
            defer { baseline += (ascent + descent) * lineSpacing }
            let offset = Point(x: place(line, in: frame), y: baseline)
            let lineInk =
                line.ink?.moved(by: offset) ?? Rect(origin: offset, size: .zero)
            if line.ink != nil { ink = ink?.union(lineInk) ?? lineInk }
            return TextLine(
                runs: line.runs.map { run in
                    var run = run
                    run.origin = run.origin + offset
                    return run
                }, baseline: baseline, width: line.width, ascent: ascent, descent: descent, ink: lineInk)
        }
        let height = (lines.last?.baseline ?? .zero) + (lines.isEmpty ? .zero : descent)
        return Paragraph(
            lines: lines, size: Size(width: widest, height: height), ink: ink ?? Rect(origin: .zero, size: .zero),
            fontSize: size, isRightToLeft: text.isRightToLeft, missing: text.missing)
    }

    /// A line's width with the ink that hangs over its ends.
    private static func reach(_ line: LineBuilder.Line) -> Length {
        max(line.width, line.ink?.maxX ?? .zero) - min(.zero, line.ink?.minX ?? .zero)
    }

    /// Where a line begins: as aligned, moved just so far that its ink stays in the frame.
    private func place(_ line: LineBuilder.Line, in frame: Length) -> Length {
        let share = alignment.share(isRightToLeft: text.isRightToLeft)
        var x = (frame - line.width) * share
        guard let ink = line.ink else { return x }
        let (left, right) = (x + ink.minX, x + ink.maxX)
        if right - left > frame {
            x += (frame - (right - left)) * share - left
        } else if left < .zero {
            x -= left
        } else if right > frame {
            x -= right - frame
        }
        return x
    }
}
