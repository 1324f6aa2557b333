internal import Geometry

/// Looks for the largest size at which a text fits a box.
struct Fitting {
    let text: ShapedText
    let breaking: LineBreaking
    let builder: ParagraphBuilder
    let box: Size
    let largest: Length
    let smallest: Length
    let maxLines: Int

    static let step = Length.pt(0.25)
    /// One more line must make the letters so much larger.
    static let gain = 1.15

    private struct Candidate {
        var lines: Int
        var size: Length
    }

    /// The text in the best number of lines, nil where it fits at no size.
    func best() -> FittedText? {
        guard !text.units.isEmpty else {
            return FittedText(
                paragraph: builder.paragraph([], size: largest, width: box.width), fits: true, fittingSize: largest)
        }
        for breaker in ways {
            var best: Paragraph?
            for lines in 1...maxLines {
                guard let found = paragraph(breaker, lines: lines) else { continue }
                if let known = best, found.fontSize < known.fontSize * Fitting.gain { continue }
                best = found
                // Words are not parted for the sake of larger letters.
                if found.fontSize >= largest || breaker.partsWords { break }
            }
            if let best { return FittedText(paragraph: best, fits: true, fittingSize: best.fontSize) }
        }
        return nil
    }

    /// A word that fits at the smallest size is not parted.
    private var ways: some Sequence<LineBreaker> { breaking.ways(widest: box.width / smallest) }

    /// The text in at most so many lines at the largest size that fits, by its advance widths first and then by its ink.
    private func paragraph(_ breaker: LineBreaker, lines: Int) -> Paragraph? {
        var next = stepped(bound(breaker, lines: lines))
        while let size = next {
            let paragraph = builder.paragraph(breaker.lines(width: box.width / size), size: size, width: box.width)
            if paragraph.lines.count <= lines, isInside(paragraph) { return paragraph }
            next = stepped(size - Fitting.step)
        }
        return nil
    }

    /// The size that the widths allow.
    private func bound(_ breaker: LineBreaker, lines: Int) -> Length {
        let width = breaker.leastWidth(lines: lines)
        let count = min(lines, breaker.mostLines)
        let height = Double(count) * (text.ascent + text.descent)
        // A blank text has no width, an odd font no height.
        let byWidth = width > 0 ? box.width / width : largest
        let byHeight = height > 0 ? box.height / height : largest
        return min(byWidth, byHeight)
    }

    private func isInside(_ paragraph: Paragraph) -> Bool {
        let slack = Length.tolerance
        return paragraph.size.width <= box.width + slack && paragraph.size.height <= box.height + slack
    }

    /// The largest size of the steps that is not above a size; nil below the smallest.
    private func stepped(_ size: Length) -> Length? {
        let tiny = 1e-6
        guard size.points >= smallest.points - tiny else { return nil }
        let steps = max(0, ((largest.points - size.points) / Fitting.step.points - tiny).rounded(.up))
        return max(smallest, largest - Fitting.step * steps)
    }

    /// The size at which the text would fit, below the smallest; rounded down to a hundredth of a point.
    func sizeBelow() -> Length {
        var best = Length.zero
        for breaker in ways {
            for lines in 1...maxLines { best = max(best, bound(breaker, lines: lines)) }
        }
        let size = min(best, smallest)
        // Ink may reach beyond the advance widths; the difference is a matter of a few hundredths.
        var hundredths = (size.points * 100 + 1e-6).rounded(.down)
        while hundredths > 1, !fits(at: Length(points: hundredths / 100)) {
            hundredths = (hundredths * 0.98).rounded(.down)
        }
        return Length(points: max(0, hundredths) / 100)
    }

    private func fits(at size: Length) -> Bool {
        ways.contains { breaker in
            let lines = breaker.lines(width: box.width / size)
            guard lines.count <= maxLines else { return false }
            return isInside(builder.paragraph(lines, size: size, width: box.width))
        }
    }
}
