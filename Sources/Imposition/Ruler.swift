public import DisplayList
public import Geometry

/// A ruler of exactly 50 mm in the waste around the cards: measured with any other ruler it tells whether the printer has scaled the page.
public struct Ruler: Hashable, Sendable {
    /// Around the ruler's lines.
    public var area: Rect
    /// A base line of ``length`` with a tick each millimetre, longer at 5 mm, longest at 10 mm.
    public var items: [Item]
    /// Where a 6 pt label such as "50 mm" goes.
    public var labelArea: Rect
    /// Clockwise quarter turns of ruler and label.
    public var quarterTurns: Int

    public static let length = Length.mm(50)

    static let thickness = Length.mm(2.5)
    static let labelLength = Length.mm(14)
    static let lineWidth = Length.pt(0.25)
    /// Half a line's width at either end, so that the outer ticks lie inside what is asked for.
    static let lengthWithEnds = length + .mm(0.2)

    /// How a ruler and its label share a strip of paper.
    enum Form: CaseIterable {
        /// The label after the ruler.
        case beside
        /// The label along the open ends of the ticks.
        case above

        var length: Length { self == .beside ? lengthWithEnds + .mm(1) + labelLength : lengthWithEnds }
        var thickness: Length { self == .beside ? .mm(3) : .mm(3) + Slug.thickness }
    }

    /// A ruler at the start of a strip; `frame` maps the strip's own coordinates, x along it and y from the paper's edge towards the cards, to the page's.
    init(form: Form, turns: Int, frame: Transform) {
        let inset = Length.mm(0.1)
        let top = form == .beside ? (Form.beside.thickness - Ruler.thickness) / 2 : Slug.thickness
        let base = top + Ruler.thickness
        let lines = Rect(x: .zero, y: top, width: Ruler.lengthWithEnds, height: Ruler.thickness)
        var segments: [Path.Segment] = [
            .move(frame.apply(to: Point(x: inset, y: base))),
            .line(frame.apply(to: Point(x: inset + Ruler.length, y: base))),
        ]
        for millimetre in 0...50 {
            let height: Length = millimetre % 10 == 0 ? .mm(2.5) : millimetre % 5 == 0 ? .mm(1.75) : .mm(1)
            let x = inset + .mm(Double(millimetre))
            segments.append(.move(frame.apply(to: Point(x: x, y: base))))
            segments.append(.line(frame.apply(to: Point(x: x, y: base - height))))
        }
        area = frame.apply(to: lines)
        items = [
            .path(PaintedPath(Path(segments), stroke: .init(color: .gray(0.3), width: Ruler.lineWidth)))
        ]
        let label =
            form == .beside
            ? Rect(x: lines.maxX + .mm(1), y: .zero, width: Ruler.labelLength, height: Slug.thickness)
            : Rect(x: .zero, y: .zero, width: Ruler.lengthWithEnds, height: Slug.thickness)
        labelArea = frame.apply(to: label)
        quarterTurns = turns
    }
}
