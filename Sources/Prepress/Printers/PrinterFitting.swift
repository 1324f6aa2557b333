internal import Calibration
internal import Diagnostics
internal import Geometry
internal import Imposition

/// A printer's profile laid over a plan of sheets: what the pages go through, and what a person has to know of it.
struct PrinterFitting {
    let correction: SheetCorrection
    private let printer: PrinterProfile
    private let chosen: (measurement: PrinterMeasurement, match: PrinterProfile.Match)?

    init(_ printer: PrinterProfile, _ plan: SheetPlan) {
        self.printer = printer
        chosen = printer.measurement(for: plan.sheetSize)
        correction =
            chosen?.measurement.correction(sheet: plan.sheetSize, flip: plan.request.flip) ?? .none
    }

    /// Warnings about a profile that was measured under other conditions, and about what leaves the printable area.
    func problems(_ plan: SheetPlan) -> [Diagnostic] {
        guard let (measurement, match) = chosen else {
            return [
                Diagnostic(
                    .warning, "printer \(Quotation.quoted(printer.name)) has not been measured: nothing is corrected",
                    hint: "print its sheet: capprint calibrate --printer \(printer.name)")
            ]
        }
        var problems: [Diagnostic] = []
        func warn(_ message: String, _ hint: String) {
            problems.append(
                Diagnostic(.warning, "printer \(Quotation.quoted(printer.name)) was measured \(message)", hint: hint))
        }
        let request = plan.request
        let measure = "capprint calibrate --printer \(printer.name) --sheet \(request.paper.name)"
        switch match {
        case .same: break
        case .turned:
            let held = plan.sheetSize.width > plan.sheetSize.height ? "landscape" : "portrait"
            warn(
                "on \(measurement.paper) held the other way: the backs may be off",
                "measure it \(held) too: \(measure) --orientation \(held)")
        case .otherPaper:
            warn(
                "on \(measurement.paper), not on \(request.paper.name): the backs may be off", "measure it: \(measure)")
        }
        if plan.hasBackPages, request.flip != measurement.flip {
            warn(
                "turning over the \(measurement.flip.rawValue) edge, and these sheets are turned over the \(request.flip.rawValue) one",
                "leave out --duplex, or measure it so: \(measure) --duplex \(request.flip.rawValue)")
        }
        return problems + Side.allCases.compactMap { unreachable($0, plan) }
    }

    /// What the correction moves to where the printer leaves no ink.
    private func unreachable(_ side: Side, _ plan: SheetPlan) -> Diagnostic? {
        guard side == .front || plan.hasBackPages else { return nil }
        let map = correction.map(side)
        // Behind a place lies the mirror image of it.
        let mirror = side == .back ? plan.request.flip.mirror(of: plan.sheetSize) ?? .identity : .identity
        func excess(_ area: Rect) -> Length {
            let (moved, room) = (map.apply(to: area), plan.printable)
            // What leaves the area without any printer is not the printer's fault.
            let before = Self.excess(area, room)
            return max(.zero, Self.excess(moved, room) - before)
        }
        let faces = plan.sheets.flatMap { sheet in
            sheet.layout.slots.flatMap { [$0.front] + ($0.foldedBack.map { [$0] } ?? []) }
        }
        let waste = plan.sheets.map { $0.waste(side) }
        let marks = waste.flatMap(\.marks).map {
            Rect(origin: $0.from, size: .zero).union(Rect(origin: $0.to, size: .zero))
        }
        let texts = waste.flatMap { [$0.slug?.area, $0.ruler?.area, $0.ruler?.labelArea].compactMap { $0 } }
        let parts: [(name: String, areas: [Rect])] = [
            ("of the cards", faces.map { mirror.apply(to: $0.trim) }),
            ("of the cards' bleed", faces.map { mirror.apply(to: $0.clip) }),
            ("of the marks", marks), ("of the lines beside the cards", texts),
        ]
        for (name, areas) in parts {
            let most = areas.map(excess).max() ?? .zero
            guard most > .mm(0.05) else { continue }
            let tenths = (most.millimetres * 10).rounded(.up) / 10
            let margin = ((Self.smallest(plan.request.margins) + most).millimetres).rounded(.up)
            return Diagnostic(
                .warning,
                "for printer \(Quotation.quoted(printer.name)) the \(side.rawValue)s are moved, and up to \(tenths) mm \(name) lie where it may leave no ink",
                hint: "keep further from the edge with --margin \(Int(margin)), or see how it prints")
        }
        return nil
    }

    private static func smallest(_ margins: Insets) -> Length {
        min(margins.top, margins.left, margins.bottom, margins.right)
    }

    private static func excess(_ area: Rect, _ room: Rect) -> Length {
        max(
            room.minX - area.minX, room.minY - area.minY, area.maxX - room.maxX, area.maxY - room.maxY, .zero)
    }
}
