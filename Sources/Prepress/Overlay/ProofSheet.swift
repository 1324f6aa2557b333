internal import CardLayout
internal import DisplayList
internal import Geometry
internal import Imposition
internal import PDF

/// The pages of a proof for one sheet: each side with its lines, then both as if held to the light.
struct ProofSheet {
    private let setup: RunSetup
    private let sheet: SheetFaces
    /// The sheet's pages as they are printed, and where cards lie on them.
    private let pages: [(plan: PagePlan, page: PDFPage)]

    /// How much of either side is seen: what lies behind the paper shines through it weaker.
    private static let front = 0.85
    private static let behind = 0.5

    init(_ setup: RunSetup, _ sheet: SheetFaces) {
        self.setup = setup
        self.sheet = sheet
        pages = zip(
            setup.plan.pages(ofSheet: sheet.sheet), setup.pages(of: sheet, separatesBacks: false).map(\.page)
        ).map { ($0, $1) }
    }

    var proofs: [ProofPage] {
        pages.map { side($0.plan, $0.page) } + [heldToLight, folded].compactMap(\.self)
    }

    private func heading(_ part: String) -> String {
        "\(setup.dressing.deckTitle)  ·  proof, not for cutting  ·  sheet \(sheet.sheet + 1) of \(setup.plan.sheetCount), \(part)"
    }

    private func side(_ plan: PagePlan, _ page: PDFPage) -> ProofPage {
        let overlay = ProofOverlay(setup, sheet, plan)
        let part = setup.plan.hasBackPages ? plan.side.rawValue : "fronts and backs"
        let places =
            "Red numbers are the places of the sheet, as --skip and --start-at count them, each with its card."
        return ProofPage(
            heading: heading(setup.plan.printsBacks ? part : "front") + " (page \(plan.index + 1))",
            note: places + (plan.side == .back ? " A back has the number of its front." : ""),
            sheet: setup.plan.sheetSize, items: page.painted + overlay.items, lines: overlay.lines)
    }

    // MARK: Held to the light

    /// Both sides of a sheet that is printed on both.
    private var heldToLight: ProofPage? {
        let (size, flip) = (setup.plan.sheetSize, setup.plan.request.flip)
        guard pages.count == 2, let turn = flip.seenThrough(size) else { return nil }
        let other: DuplexFlip = flip == .long ? .short : .long
        func both(_ turn: Transform) -> [Item] {
            Self.film(pages[0].page.painted, Self.front) + Self.film(pages[1].page.painted, Self.behind, turn)
        }
        var drawn = both(turn)
        for place in setup.plan.places(ofSheet: sheet.sheet, .front) {
            if let trim = place.front?.trim { drawn.append(ProofLine.trim.drawn(.rect(trim))) }
        }
        for place in setup.plan.places(ofSheet: sheet.sheet, .back) {
            if let trim = place.back?.trim { drawn.append(ProofLine.trimBehind.drawn(.rect(turn.apply(to: trim)))) }
        }
        let axis: Path =
            turn.a < 0
            ? .line(from: Point(x: size.width / 2, y: .zero), to: Point(x: size.width / 2, y: size.height))
            : .line(from: Point(x: .zero, y: size.height / 2), to: Point(x: size.width, y: size.height / 2))
        drawn.append(ProofLine.turn.drawn(axis))
        return ProofPage(
            heading: heading("held to the light"),
            note:
                "Print one sheet and hold it to the light, its front towards you. This is right if each back lies behind its own front, as above. If it looks like the small picture on the right, the printer turns paper over its \(other.rawValue) edge: print with --duplex \(other.rawValue).",
            sheet: size, items: drawn, lines: [.trim, .trimBehind, .turn],
            examples: [("right", both(turn))]
                + (other.seenThrough(size).map { [("over the wrong edge", both($0))] } ?? []))
    }

    /// Cards whose halves are folded onto one another.
    private var folded: ProofPage? {
        guard setup.plan.request.fold != nil, let page = pages.first?.page, let plan = pages.first?.plan else {
            return nil
        }
        let places = setup.plan.places(ofSheet: sheet.sheet, .front)
        let mirrors = Dictionary(
            uniqueKeysWithValues: places.compactMap { place in
                place.face.flatMap { face in place.fold.map { (face, Self.mirror(on: $0)) } }
            })
        var drawn: [Item] = []
        for (placement, painted) in zip(printedPlacements(plan), page.placements) {
            let mirror = placement.side == .back ? mirrors[placement.face] : nil
            drawn += Self.film([painted.item], mirror == nil ? Self.front : Self.behind, mirror ?? .identity)
        }
        for place in places {
            if let trim = place.front?.trim { drawn.append(ProofLine.trim.drawn(.rect(trim))) }
            guard let fold = place.fold else { continue }
            if let trim = place.back?.trim {
                drawn.append(ProofLine.trimBehind.drawn(.rect(Self.mirror(on: fold).apply(to: trim))))
            }
            drawn.append(ProofLine.fold.drawn(.line(from: fold.from, to: fold.to)))
        }
        return ProofPage(
            heading: heading("folded"),
            note:
                "Folded backwards along the dashed lines and held to the light, each card looks like this: its back lies exactly behind its front.",
            sheet: setup.plan.sheetSize, items: drawn, lines: [.trim, .trimBehind, .fold])
    }

    /// The placements that have something to paint, as they follow one another on the page.
    private func printedPlacements(_ plan: PagePlan) -> [Placement] {
        let printed = sheet.byNumber
        return plan.placements.filter { $0.side == .front || printed[$0.face]?.faces.back != nil }
    }

    private static func mirror(on fold: Mark) -> Transform {
        fold.from.x.isClose(to: fold.to.x)
            ? Transform(a: -1, b: 0, c: 0, d: 1, tx: fold.from.x * 2, ty: .zero)
            : Transform(a: 1, b: 0, c: 0, d: -1, tx: .zero, ty: fold.from.y * 2)
    }

    private static func film(_ items: [Item], _ opacity: Double, _ map: Transform = .identity) -> [Item] {
        [.group(Group(transform: map, film: opacity, items: items))]
    }
}

extension PDFPage {
    /// All that is painted on the page, as one list.
    fileprivate var painted: [Item] { placements.map(\.item) + items }
}

extension PDFPage.Placement {
    fileprivate var item: Item {
        .group(Group(clip: .rect(clip), items: [.group(Group(transform: transform, items: frameItems))]))
    }
}
