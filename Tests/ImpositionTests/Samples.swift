import Geometry
import Imposition

/// Papers, cards and settings that the tables of these tests are made of.
enum Samples {
    static let papers = [
        Paper(name: "A3", size: .mm(297, 420)), Paper(name: "A4", size: .mm(210, 297), aliases: ["iso-a4"]),
        Paper(name: "A5", size: .mm(148, 210)),
        Paper(name: "Letter", size: Size(width: .inches(8.5), height: .inches(11)), aliases: ["us-letter"]),
        Paper(name: "Legal", size: Size(width: .inches(8.5), height: .inches(14))),
        Paper(name: "Tabloid", size: Size(width: .inches(11), height: .inches(17))),
        Paper(name: "10x15", size: .mm(100, 150), aliases: ["photo"]),
        Paper(name: "210x210mm", size: .mm(210, 210)),
    ]
    static let catalog = PaperCatalog(papers)

    static func paper(_ name: String) throws -> Paper { try Paper.named(name, catalog: catalog) }

    static let cards: [Size] = [.mm(63, 88), .mm(105, 148), .mm(44, 63), .mm(88, 63), .mm(50, 50), .mm(89.5, 57.25)]
    static let gaps: [Length] = [.zero, .mm(2), .mm(7.3)]
    static let margins: [Insets] = [
        Insets(all: .mm(5)), .zero, Insets(top: .mm(4), left: .mm(3), bottom: .mm(14), right: .mm(6)),
    ]

    /// How sheets are turned, folded and filled.
    struct Way: Sendable {
        var flip = DuplexFlip.long
        var fold: Fold?
        var passes = PrintPasses.together
        var order = CardOrder.sheets
    }

    static let ways: [Way] = {
        var ways = DuplexFlip.allCases.map { Way(flip: $0) }
        for flip in [DuplexFlip.long, .short] {
            ways.append(Way(flip: flip, passes: .apart(.same), order: .stacks))
            ways.append(Way(flip: flip, passes: .apart(.reversed)))
            ways.append(Way(flip: flip, order: .stacks))
        }
        ways += [.zero, Length.mm(6)].map { Way(fold: Fold(gutter: $0)) }
        return ways
    }()

    /// Every combination that fits, with cards for one full sheet and a part of a second; those that do not are ``SheetError``s, counted by another test.
    static func plans(for paper: Paper) -> [SheetPlan] {
        var plans: [SheetPlan] = []
        var combination = 0
        for orientation in Orientation.allCases {
            for (number, way) in ways.enumerated() {
                for card in cards {
                    for gap in gaps {
                        for margin in margins {
                            // Every second one: all pairs of choices meet all the same.
                            combination += 1
                            guard combination % 2 == 0 else { continue }
                            // The widest gap goes without bleed.
                            var request = SheetRequest(
                                paper: paper, orientation: orientation, margins: margin, card: card,
                                bleed: gap > .mm(5) ? .zero : .mm(3), gap: gap, flip: way.flip)
                            (request.fold, request.passes, request.order) = (way.fold, way.passes, way.order)
                            request.marks = MarkStyle.allCases[number % 3]
                            guard let places = (try? SheetPlan(request, counts: [1]))?.cardsPerSheet,
                                let plan = try? SheetPlan(request, counts: [places + (places + 1) / 2])
                            else { continue }
                            plans.append(plan)
                        }
                    }
                }
            }
        }
        return plans
    }

    /// Sheets of several sizes, with and without places for everything.
    static func gangs(for paper: Paper) -> [SheetPlan] {
        var plans: [SheetPlan] = []
        for (number, way) in ways.enumerated() {
            for counts in [[7, 5, 3], [40, 0, 1], [1, 1, 1], [0, 13, 90]] {
                var request = SheetRequest(
                    paper: paper,
                    formats: [.mm(63, 88), .mm(44, 63), .mm(88, 63)].map { CardFormat(size: $0, bleed: .mm(3)) },
                    gap: number % 2 == 0 ? .zero : .mm(2), flip: way.flip)
                (request.fold, request.passes, request.order) = (way.fold, way.passes, way.order)
                if let plan = try? SheetPlan(request, counts: counts) { plans.append(plan) }
            }
        }
        return plans
    }
}

extension Size {
    static func mm(_ width: Double, _ height: Double) -> Size { Size(width: .mm(width), height: .mm(height)) }
}

extension Point {
    func isClose(to other: Point) -> Bool { x.isClose(to: other.x) && y.isClose(to: other.y) }
}
