internal import Calibration
internal import DisplayList
internal import Geometry
internal import Imposition

/// How a calibration sheet is used, in four pictures with a line or two below each.
struct CalibrationPictures {
    let sheet: CalibrationSheet

    private static let paper = Color.white
    private static let outline = Color(red: 0.43, green: 0.36, blue: 0.31)
    private static let skin = Color(red: 0.95, green: 0.80, blue: 0.68)
    private static let sleeve = Color(red: 0.55, green: 0.70, blue: 0.83)
    private static let sky = Color(red: 0.87, green: 0.94, blue: 0.98)
    private static let sun = Color(red: 0.98, green: 0.84, blue: 0.42)
    private static let cream = Color(red: 1, green: 0.975, blue: 0.93)
    private static let wood = Color(red: 0.97, green: 0.87, blue: 0.66)
    /// The line that shines through.
    private static let back = Color(red: 0.16, green: 0.40, blue: 0.68)

    /// All pictures are drawn this large and then made to fit.
    private static let size = Size(width: .mm(80), height: .mm(50))
    /// Below it, nobody sees what a picture shows.
    private static let leastWidth = Length.mm(34)

    func draw(in panels: [Rect], _ pen: inout SheetPen) {
        let steps: [((inout SheetPen) -> Void, String)] = [
            (print, printing), (hold, holding), (read, reading), (measure, measuring),
        ]
        let roomy = panels.filter { $0.width >= Self.leastWidth && $0.height >= Self.leastWidth * 0.8 }
        // On a small sheet holding and reading are what needs a picture most.
        let chosen = roomy.count >= steps.count ? [0, 1, 2, 3] : Array([1, 2, 0, 3].prefix(roomy.count)).sorted()
        for (panel, index) in zip(roomy, chosen) {
            step(index + 1, steps[index].1, in: panel, &pen, steps[index].0)
        }
    }

    private func step(
        _ number: Int, _ words: String, in panel: Rect, _ pen: inout SheetPen, _ picture: (inout SheetPen) -> Void
    ) {
        let scale = min(panel.width / Self.size.width, (panel.height * 0.62) / Self.size.height, 1.1)
        let (width, height) = (Self.size.width * scale, Self.size.height * scale)
        let left = panel.midX - width / 2
        // In the middle of a tall panel.
        let caption = min(panel.height - height - .mm(2), .mm(30))
        let top = panel.minY + max(.zero, (panel.height - height - .mm(2) - caption) / 2)
        let place = Transform.scale(scale).then(.translation(Point(x: left, y: top)))
        pen.group(place) { pen in
            let ground = Path.roundedRect(Rect(origin: .zero, size: Self.size), radius: .mm(4))
            pen.shape(ground, fill: Self.cream)
            pen.group(.identity, clip: ground, picture)
            pen.shape(.circle(center: .mm(5.5, 5.5), radius: .mm(3.6)), fill: Self.back)
            pen.text("\(number)", at: .mm(5.5, 5.5), size: .pt(13), color: .white, isBold: true)
        }
        let below = Rect(x: panel.minX, y: top + height + .mm(2), width: panel.width, height: caption)
        let used = pen.text(words, in: below, largest: .pt(10.5), color: .gray(0.1), maxLines: 8)
        if number == 4 { type(in: below.inset(by: Insets(top: used, left: .zero, bottom: .zero, right: .zero)), &pen) }
    }

    /// What is to be typed, as it stands on a screen.
    private func type(in area: Rect, _ pen: inout SheetPen) {
        let screen = Rect(x: area.minX, y: area.minY + .mm(1.5), width: area.width, height: .mm(12))
        guard screen.maxY <= area.maxY + .mm(1) else { return }
        pen.shape(.roundedRect(screen, radius: .mm(2)), fill: Self.sky)
        pen.text(
            sheet.command, in: screen.inset(by: .mm(1.6)), largest: .pt(10.5), color: .gray(0.1), isBold: true,
            maxLines: 2, isInMiddle: true)
    }

    // MARK: Words

    private var printing: String {
        sheet.isByHand
            ? "Print pages 1 and 2, at 100 % (actual size). Turn the pile over the \(sheet.flip.rawValue) edge, put it in again, print pages 3 and 4."
            : "Print this on both sides, turned over the \(sheet.flip.rawValue) edge, at 100 % (“actual size”, not “fit to page”)."
    }

    private var holding: String {
        let numbers =
            sheet.isByHand
            ? " Are both numbers at the star alike? Then add --backs same, otherwise --backs reversed." : ""
        return
            "Hold it to a window, this side towards you. The star sits in a ring? Good. If not, the paper was turned over the other edge."
            + numbers
    }

    private var reading: String {
        "At each letter a line shines through each scale. Find the slanted line that it crosses: its number, then the tenths at the side. Here: 12.3"
    }

    private var measuring: String {
        "Measure the two long rulers, in millimetres. Then type on the computer:"
    }

    // MARK: Pictures

    private func print(_ pen: inout SheetPen) {
        let warm = Color(red: 0.90, green: 0.87, blue: 0.83)
        page(Rect(x: .mm(25), y: .mm(3), width: .mm(30), height: .mm(20)), &pen)
        pen.shape(
            .roundedRect(Rect(x: .mm(14), y: .mm(16), width: .mm(52), height: .mm(19)), radius: .mm(4)), fill: warm,
            stroke: Self.outline)
        pen.shape(
            .roundedRect(Rect(x: .mm(21), y: .mm(29), width: .mm(38), height: .mm(3)), radius: .mm(1.5)),
            fill: Self.outline)
        page(Rect(x: .mm(24), y: .mm(30.5), width: .mm(32), height: .mm(16)), &pen)
        pen.shape(CalibrationSheet.star(at: .mm(49, 38), radius: .mm(3)), fill: CalibrationSheet.coral)
        for (x, y) in [(31.0, 36.0), (31, 42)] {
            for tick in 0..<6 {
                let left = x - 4 + Double(tick) * 2
                pen.line(.mm(left, y + 1.5), .mm(left + 1, y - 1.5), Self.outline, .pt(0.5))
            }
        }
        pen.shape(.circle(center: .mm(20, 22), radius: .mm(1.3)), fill: Color(red: 0.45, green: 0.75, blue: 0.45))
        pen.shape(
            .roundedRect(Rect(x: .mm(33), y: .mm(19), width: .mm(26), height: .mm(8)), radius: .mm(2)),
            fill: .white)
        pen.text("100 %", at: .mm(46, 23), size: .pt(13), color: .gray(0.1), isBold: true)
    }

    private func page(_ area: Rect, _ pen: inout SheetPen) {
        pen.shape(.roundedRect(area, radius: .mm(0.8)), fill: Self.paper, stroke: Self.outline)
    }

    private func hold(_ pen: inout SheetPen) {
        // The window.
        pen.shape(
            .roundedRect(Rect(x: .mm(13), y: .mm(2.5), width: .mm(54), height: .mm(41)), radius: .mm(2)), fill: .white,
            stroke: Self.outline)
        for (x, y) in [(15.5, 5.0), (41, 5), (15.5, 24.5), (41, 24.5)] {
            pen.shape(
                .roundedRect(Rect(x: .mm(x), y: .mm(y), width: .mm(23.5), height: .mm(17)), radius: .mm(1)),
                fill: Self.sky)
        }
        pen.shape(.circle(center: .mm(57, 12), radius: .mm(4.6)), fill: Self.sun)
        // The fingers lie behind the paper, the thumbs before it.
        for isLeft in [true, false] { hand(isLeft, &pen) { fingers(&$0) } }
        let turn = Transform(a: 0.9994, b: -0.0349, c: 0.0349, d: 0.9994, tx: .mm(-0.9), ty: .mm(1.4))
        pen.group(turn) { pen in
            page(Rect(x: .mm(26), y: .mm(9), width: .mm(28), height: .mm(36)), &pen)
            for (x, y) in [(31.0, 17.0), (49, 17), (40, 27), (31, 38), (49, 38)] {
                for tick in 0..<5 {
                    let left = x - 2.8 + Double(tick) * 1.3
                    pen.line(.mm(left, y + 1.6), .mm(left + 0.5, y - 1.6), .gray(0.25), .pt(0.4))
                }
                pen.line(.mm(x + 0.4, y - 2.6), .mm(x + 0.4, y + 2.6), Self.back, .pt(0.9))
            }
            pen.shape(CalibrationSheet.star(at: .mm(40, 15), radius: .mm(2)), fill: CalibrationSheet.coral)
            pen.shape(.circle(center: .mm(40, 15), radius: .mm(3.3)), stroke: Self.back, width: .pt(1))
        }
        for isLeft in [true, false] { hand(isLeft, &pen) { thumb(&$0) } }
    }

    /// A hand that holds the paper's lower corner; drawn for the left one.
    private func hand(_ isLeft: Bool, _ pen: inout SheetPen, _ draw: (inout SheetPen) -> Void) {
        let mirror = Transform(a: -1, b: 0, c: 0, d: 1, tx: .mm(80), ty: .zero)
        pen.group(isLeft ? .identity : mirror, draw)
    }

    private func fingers(_ pen: inout SheetPen) {
        let lean = Transform(a: 0.866, b: -0.5, c: 0.5, d: 0.866, tx: .zero, ty: .zero)
        // The arm comes from below.
        pen.group(lean.then(.translation(.mm(10, 47)))) { pen in
            pen.shape(
                .roundedRect(Rect(x: .mm(-9), y: .mm(-4.5), width: .mm(14), height: .mm(9)), radius: .mm(2)),
                fill: Self.sleeve, stroke: Self.outline)
        }
        pen.shape(
            Path([
                .move(.mm(12, 40)), .curve(.mm(13, 35), .mm(18, 32), .mm(22, 32.5)),
                .curve(.mm(26, 33), .mm(29, 36), .mm(28, 41)), .curve(.mm(27, 46), .mm(22, 49), .mm(17, 48)),
                .curve(.mm(13, 47.5), .mm(11, 44), .mm(12, 40)), .close,
            ]), fill: Self.skin, stroke: Self.outline)
        for finger in 0..<3 {
            pen.shape(
                .roundedRect(
                    Rect(x: .mm(21), y: .mm(31 + Double(finger) * 3.6), width: .mm(11), height: .mm(3.6)),
                    radius: .mm(1.8)),
                fill: Self.skin, stroke: Self.outline)
        }
    }

    private func thumb(_ pen: inout SheetPen) {
        pen.shape(
            Path([
                .move(.mm(14.5, 41)), .curve(.mm(17, 35.5), .mm(22, 33.5), .mm(28, 33.2)),
                .curve(.mm(32, 33), .mm(33, 37), .mm(29.5, 37.8)), .curve(.mm(26, 38.6), .mm(25, 40), .mm(24, 43)),
                .curve(.mm(22.5, 47.5), .mm(16, 48), .mm(14.5, 45)),
            ]), fill: Self.skin)
        pen.shape(
            Path([
                .move(.mm(17, 38)), .curve(.mm(20, 35), .mm(23, 33.5), .mm(28, 33.2)),
                .curve(.mm(32, 33), .mm(33, 37), .mm(29.5, 37.8)), .curve(.mm(26, 38.6), .mm(25, 40), .mm(24, 43)),
            ]), stroke: Self.outline)
        pen.shape(
            Path([.move(.mm(28.4, 34.3)), .curve(.mm(30.6, 34.2), .mm(30.8, 36), .mm(29.2, 36.6))]),
            stroke: Self.outline, width: .pt(0.5))
    }

    /// A scale through a magnifying glass: the line of the back crosses the slanted line of 12 in row 3.
    private func read(_ pen: inout SheetPen) {
        let (left, foot, column, row) = (14.0, 41.0, 10.0, 3.3)
        func x(_ value: Double) -> Double { left + (value - 11) * column }
        func y(_ row10: Double) -> Double { foot - row10 * row }
        pen.shape(
            .roundedRect(
                Rect(x: .mm(left - 4), y: .mm(4), width: .mm(60), height: .mm(37 + 1)), radius: .mm(2)), fill: .white)
        for line in 0...10 {
            pen.line(.mm(x(11), y(Double(line))), .mm(x(16), y(Double(line))), .gray(0.8), .pt(0.4))
        }
        for number in 11...15 {
            pen.line(
                .mm(x(Double(number)), y(0)), .mm(x(Double(number) + 1), y(10)),
                number == 12 ? CalibrationSheet.coral : .gray(0.1), number == 12 ? .pt(1.6) : .pt(0.9))
            pen.text(
                "\(number)", at: .mm(x(Double(number)), foot + 3.6), size: .pt(10),
                color: number == 12 ? CalibrationSheet.coral : .gray(0.1), isBold: number == 12)
        }
        pen.line(.mm(x(12.3), 1.5), .mm(x(12.3), 45.5), Self.back, .pt(2.4))
        pen.shape(
            .circle(center: .mm(x(12.3), y(3)), radius: .mm(2.6)), stroke: CalibrationSheet.coral, width: .pt(1.4))
        pen.line(.mm(x(12.3) + 2.6, y(3)), .mm(x(16) + 1.2, y(3)), CalibrationSheet.coral, .pt(0.9))
        for tenth in stride(from: 1, to: 10, by: 2) {
            pen.text(
                ".\(tenth)", at: .mm(x(16) + 4.5, y(Double(tenth))), size: .pt(10),
                color: tenth == 3 ? CalibrationSheet.coral : .gray(0.1), isBold: tenth == 3)
        }
    }

    private func measure(_ pen: inout SheetPen) {
        page(Rect(x: .mm(8), y: .mm(9), width: .mm(64), height: .mm(34)), &pen)
        pen.line(.mm(13, 22), .mm(67, 22), .gray(0.1), .pt(0.8))
        for tick in 0...18 {
            let x = 13 + Double(tick) * 3
            let isEnd = tick == 0 || tick == 18
            pen.line(.mm(x, 22), .mm(x, isEnd ? 14 : 19), .gray(0.1), isEnd ? .pt(1.5) : .pt(0.6))
        }
        let turn = Transform(a: 0.9998, b: 0.0175, c: -0.0175, d: 0.9998, tx: .mm(0.4), ty: .mm(-0.5))
        pen.group(turn) { pen in
            pen.shape(
                .roundedRect(Rect(x: .mm(9.5), y: .mm(23.5), width: .mm(66), height: .mm(11)), radius: .mm(1)),
                fill: Self.wood, stroke: Self.outline)
            for tick in 0...60 {
                let x = 12.5 + Double(tick)
                pen.line(
                    .mm(x, 23.5), .mm(x, tick % 10 == 0 ? 28 : tick % 5 == 0 ? 26.5 : 25.5), Self.outline, .pt(0.4))
            }
            for number in 0...6 {
                pen.text("\(number)", at: .mm(12.5 + Double(number) * 10, 30.5), size: .pt(9), color: Self.outline)
            }
        }
        for x in [13.0, 67] {
            pen.group(Transform.quarterTurns(1).then(.translation(.mm(x, 9.5)))) { pen in
                CalibrationSheet.arrow(from: -4, to: 3.5, CalibrationSheet.coral, &pen)
            }
        }
    }
}
