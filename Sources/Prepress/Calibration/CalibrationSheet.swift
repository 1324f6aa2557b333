internal import Calibration
internal import DisplayList
internal import Geometry
internal import Imposition
internal import Typesetting

/// The drawing of a calibration sheet: scales, rulers, and how to read them.
struct CalibrationSheet {
    let layout: CalibrationLayout
    let typesetter: Typesetter
    /// The printer's name.
    let printer: String
    /// The name of the paper.
    let paper: String
    let flip: DuplexFlip
    /// Whether the pile is turned by hand, so that sheets are numbered.
    let isByHand: Bool
    /// What is typed once the scales are read.
    let command: String

    static let ink = Color.gray(0)
    static let quiet = Color(red: 0.43, green: 0.36, blue: 0.31)
    static let coral = Color(red: 0.79, green: 0.29, blue: 0.23)
    private static let pale = Color.gray(0.72)

    // MARK: Front

    /// The front; `number` counts the sheets of a pile from 1.
    func front(_ number: Int) -> [Item] {
        var pen = SheetPen(typesetter)
        for place in layout.places {
            head(of: place, &pen)
            for scale in [place.across, place.down] { draw(scale, &pen) }
        }
        for ruler in layout.rulers { draw(ruler, &pen) }
        star(&pen)
        if isByHand { self.number(number, beside: -1, &pen) }
        var panels = layout.panels
        let taken = title(&pen) + .mm(4)
        panels[0] = panels[0].inset(by: Insets(top: taken, left: .zero, bottom: .zero, right: .zero))
        CalibrationPictures(sheet: self).draw(in: panels, &pen)
        return pen.items
    }

    private func head(of place: CalibrationLayout.Place, _ pen: inout SheetPen) {
        let middle = Point(x: place.area.minX + .mm(4.2), y: place.area.minY + .mm(3.6))
        pen.shape(.circle(center: middle, radius: .mm(3.2)), fill: Self.coral)
        pen.text(place.name, at: middle, size: .pt(12), color: .white, isBold: true)
        // To write into; a small sheet has no room for it.
        guard place.area.width >= .mm(42) else { return }
        for (axis, start) in [(ReadingScale.Axis.across, 10.0), (.down, 26.0)] {
            let left = place.area.minX + .mm(start)
            arrow(at: Point(x: left + .mm(1.5), y: middle.y + .mm(0.6)), axis, &pen)
            let foot = middle.y + .mm(2.4)
            pen.line(Point(x: left + .mm(4), y: foot), Point(x: left + .mm(14), y: foot), Self.quiet, .pt(0.5))
        }
    }

    private func arrow(at middle: Point, _ axis: ReadingScale.Axis, _ pen: inout SheetPen) {
        pen.group(Transform.quarterTurns(axis == .across ? 0 : 1).then(.translation(middle))) { pen in
            Self.arrow(from: -1.7, to: 1.7, Self.coral, &pen)
        }
    }

    /// An arrow to the right, through the origin; millimetres.
    static func arrow(from start: Double, to end: Double, _ color: Color, _ pen: inout SheetPen) {
        pen.line(.mm(start, 0), .mm(end - 0.8, 0), color, .pt(1.1))
        pen.shape(
            Path([.move(.mm(end, 0)), .line(.mm(end - 1.7, -1.1)), .line(.mm(end - 1.7, 1.1)), .close]), fill: color)
    }

    private func draw(_ scale: ReadingScale, _ pen: inout SheetPen) {
        let last = 2 * scale.middle
        for row in 0...ReadingScale.rows {
            pen.line(
                scale.point(0, row: Double(row)), scale.point(Double(last), row: Double(row)), Self.pale, .pt(0.25))
        }
        for number in 0..<last {
            let (start, end) = scale.diagonal(number)
            pen.line(start, end, Self.ink, number % scale.step == 0 ? .pt(0.7) : .pt(0.3))
        }
        for number in stride(from: 0, through: last, by: scale.step) {
            let foot = scale.point(
                Double(number) - 0.1 * Double(ReadingScale.extraRows), row: -Double(ReadingScale.extraRows))
            let offset = Length.mm(scale.isReversed ? -1.7 : 1.7)
            let place =
                scale.axis == .across
                ? Point(x: foot.x, y: foot.y + offset) : Point(x: foot.x - offset, y: foot.y)
            pen.text("\(number)", at: place, size: .pt(7.5), isBold: number == scale.middle)
        }
        // Numbers of 7 pt want 2.5 mm each.
        let step = scale.rowHeight >= .mm(1.4) ? 2 : 5
        for row in stride(from: 0, to: ReadingScale.rows, by: step) {
            let end = scale.point(Double(last), row: Double(row))
            let place =
                scale.axis == .across
                ? Point(x: end.x + .mm(3), y: end.y) : Point(x: end.x, y: end.y + .mm(3))
            pen.text(".\(row)", at: place, size: .pt(7), color: Self.quiet)
        }
    }

    private func draw(_ ruler: CalibrationLayout.Ruler, _ pen: inout SheetPen) {
        let length = ruler.length.millimetres
        let frame = Transform.quarterTurns(ruler.axis == .across ? 0 : 1).then(.translation(ruler.start))
        // Ticks point to the paper's edge on both.
        let outwards = ruler.axis == .across ? -1.0 : 1.0
        pen.group(frame) { pen in
            pen.line(.mm(0, 0), .mm(length, 0), Self.ink, .pt(0.4))
            for tick in stride(from: 0, through: length, by: 5) {
                let isEnd = tick == 0 || tick == length
                let height = isEnd ? 6.0 : tick.truncatingRemainder(dividingBy: 10) == 0 ? 3.0 : 1.8
                pen.line(.mm(tick, 0), .mm(tick, height * outwards), Self.ink, isEnd ? .pt(0.9) : .pt(0.4))
            }
            // Between base and scales; upright letters also where the ruler runs down.
            let line = Rect(x: .mm(length - 64), y: .mm(outwards < 0 ? 0.7 : -3.6), width: .mm(44), height: .mm(4))
            pen.text(
                "should be \(Int(length)) mm; on my paper:", in: line, largest: .pt(7.5), color: Self.quiet, maxLines: 1
            )
            let blank = outwards < 0 ? 3.6 : -0.6
            pen.line(.mm(length - 20, blank), .mm(length - 4, blank), Self.quiet, .pt(0.5))
        }
    }

    /// How high the title and the star beside it are.
    private func title(_ pen: inout SheetPen) -> Length {
        let area = layout.panels[0]
        let width = area.width - .mm(starRoom)
        let height = pen.text(
            "Does my printer print straight?", in: Rect(x: area.minX, y: area.minY, width: width, height: .mm(12)),
            largest: .pt(17), color: Self.ink, isBold: true, maxLines: 2, isCentered: false)
        let rest = pen.text(
            "\(printer) on \(paper), turned over the \(flip.rawValue) edge",
            in: Rect(x: area.minX, y: area.minY + height + .mm(0.5), width: width, height: .mm(12)),
            largest: .pt(9), color: Self.quiet, maxLines: 3, isCentered: false)
        return max(height + rest, starPlace.y + .mm(isByHand ? 13 : 6) - area.minY)
    }

    private var starRoom: Double { 19 }

    // MARK: Both sides

    /// Where the star of the front lies in the ring of the back.
    private var starPlace: Point {
        Point(x: layout.panels[0].maxX - .mm(8.5), y: layout.panels[0].minY + .mm(7))
    }

    private func star(_ pen: inout SheetPen) {
        pen.shape(Self.star(at: starPlace, radius: .mm(3.6)), fill: Self.coral)
    }

    /// A star with five points, the first upwards.
    static func star(at middle: Point, radius: Length) -> Path {
        // Cosines and sines of multiples of 36°, from straight up, clockwise.
        let directions: [(Double, Double)] = [
            (0, -1), (0.5878, -0.8090), (0.9511, -0.3090), (0.9511, 0.3090), (0.5878, 0.8090), (0, 1),
            (-0.5878, 0.8090), (-0.9511, 0.3090), (-0.9511, -0.3090), (-0.5878, -0.8090),
        ]
        let points = directions.enumerated().map { index, direction in
            let reach = radius * (index % 2 == 0 ? 1 : 0.45)
            return Point(x: middle.x + reach * direction.0, y: middle.y + reach * direction.1)
        }
        return Path([.move(points[0])] + points.dropFirst().map { .line($0) } + [.close])
    }

    /// A sheet's number in a pile: to the left of the star on its front, to the right on its back.
    private func number(_ number: Int, beside direction: Double, _ pen: inout SheetPen) {
        pen.text(
            "\(number)", at: Point(x: starPlace.x + .mm(4) * direction, y: starPlace.y + .mm(11)), size: .pt(15),
            color: Self.coral, isBold: true)
    }

    // MARK: Back

    /// The back of a sheet: everything drawn as it is seen through the front, then mirrored; the words for who looks at the back stand upright.
    func back(_ number: Int) -> [Item] {
        var pen = SheetPen(typesetter)
        let mirror = flip.mirror(of: layout.sheet) ?? .identity
        pen.group(mirror) { pen in
            for place in layout.places {
                for scale in [place.across, place.down] {
                    let (start, end) = layout.pointer(of: scale)
                    pen.line(start, end, Self.ink, .pt(0.7))
                }
            }
            pen.shape(.circle(center: starPlace, radius: .mm(6.5)), stroke: Self.ink, width: .pt(1.5))
            if isByHand { self.number(number, beside: 1, &pen) }
        }
        let area = mirror.apply(to: layout.panels[layout.panels.count - 1])
        pen.text(
            "This is the back. Turn me over and hold me to the light.",
            in: area.inset(by: area.width / 10), largest: .pt(11), color: .gray(0.6))
        return pen.items
    }
}

extension Point {
    static func mm(_ x: Double, _ y: Double) -> Point { Point(x: .mm(x), y: .mm(y)) }
}
