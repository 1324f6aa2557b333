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

    /// Every combination that fits; those that do not are ``SheetError``s, counted by another test.
    static func plans(for paper: Paper) -> [SheetPlan] {
        var plans: [SheetPlan] = []
        for orientation in Orientation.allCases {
            for flip in DuplexFlip.allCases {
                for card in cards {
                    for gap in gaps {
                        for margin in margins {
                            // The widest gap goes without bleed.
                            let request = SheetRequest(
                                paper: paper, orientation: orientation, margins: margin, card: card,
                                bleed: gap > .mm(5) ? .zero : .mm(3), gap: gap, flip: flip)
                            if let plan = try? SheetPlan(request) { plans.append(plan) }
                        }
                    }
                }
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
