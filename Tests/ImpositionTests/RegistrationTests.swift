import Diagnostics
import DisplayList
import Geometry
import Imposition
import Testing

@Suite("Registration marks")
struct RegistrationTests {
    private static func plan(
        _ paper: Paper, _ card: Size, _ marks: RegistrationMarks = .three, gap: Length = RegistrationMarks.cardDistance
    ) throws -> SheetPlan {
        try SheetPlan(
            SheetRequest(
                paper: paper, formats: [CardFormat(size: card, bleed: .mm(3))], gap: gap, marks: .none, hasRuler: false,
                registration: marks), counts: [1000])
    }

    /// Rows, columns and length of the marks that Silhouette Card Maker has for Letter (assets/layouts.json, 2026-07), which rounds to pixels of 300 to the inch.
    @Test(
        "leave the layouts of Silhouette Card Maker as they are",
        arguments: [
            ("standard", 63, 88, 2, 4, 8.04), ("poker", 63.5, 88.9, 2, 4, 7.2), ("bridge", 57.15, 88.9, 2, 4, 12.28),
            ("domino", 44.45, 88.9, 2, 5, 14.82), ("domino square", 44.45, 44.45, 4, 5, 14.82),
            ("business", 88.9, 50.8, 5, 2, 7.2), ("japanese", 59, 86, 2, 4, 10.08),
            ("american mini", 41, 63, 4, 4, 12.78), ("catan", 54, 80, 3, 3, 14.39),
            ("double", 88, 126, 2, 2, 8.04), ("euro business", 85, 55, 3, 3, 12.87),
        ] as [(String, Double, Double, Int, Int, Double)])
    func compatible(_ name: String, width: Double, height: Double, rows: Int, columns: Int, length: Double) throws {
        let plan = try Self.plan(Samples.paper("Letter"), .mm(width, height))
        let layout = plan.sheets[0].layout
        #expect(layout.shelves.count == rows)
        #expect(layout.shelves[0].count == columns)
        #expect(abs(try #require(plan.registrationLength).millimetres - length) < 0.1)
        // The middle of the grid is the middle of the page.
        #expect(layout.area.midX.isClose(to: plan.sheetSize.width / 2))
        #expect(layout.area.midY.isClose(to: plan.sheetSize.height / 2))
    }

    @Test("have the measures of the specification", arguments: RegistrationMarks.allCases)
    func measures(_ marks: RegistrationMarks) {
        let paths = marks.paths(on: .mm(297, 210), length: .mm(8))
        #expect(paths.count == marks.rawValue)
        let boxes = paths.map(Self.box)
        // A square of 5 mm with an outline of 1 mm; angles from 9.5 mm to 10 mm and their length.
        let square = boxes.filter { $0.width.isClose(to: .mm(6)) }
        #expect(square.count == (marks == .three ? 1 : 0))
        if let square = square.first { #expect(square.minX.isClose(to: .mm(9.5)) && square.minY.isClose(to: .mm(9.5))) }
        let angles = boxes.filter { $0.width.isClose(to: .mm(8.5)) && $0.height.isClose(to: .mm(8.5)) }
        #expect(angles.count == (marks == .three ? 2 : 4))
        let corners = angles.map { box in
            (min(box.minX, .mm(297) - box.maxX), min(box.minY, .mm(210) - box.maxY))
        }
        for corner in corners { #expect(corner.0.isClose(to: .mm(9.5)) && corner.1.isClose(to: .mm(9.5))) }
        // The bottom right corner tells a sheet that lies the wrong way round.
        #expect(boxes.contains { $0.minX > .mm(200) && $0.minY > .mm(150) } == (marks == .four))
    }

    @Test("are never touched by colour, the slug line or each other, whatever the cards")
    func clear() throws {
        var tried = 0
        for paper in try ["A3", "A4", "A5", "Letter", "Legal"].map(Samples.paper) {
            for card in Samples.cards {
                for gap in Samples.gaps {
                    for marks in RegistrationMarks.allCases {
                        guard let plan = try? Self.plan(paper, card, marks, gap: gap) else { continue }
                        tried += 1
                        let length = try #require(plan.registrationLength)
                        #expect(RegistrationMarks.lengths.contains(length))
                        let boxes = plan.registrationMarks.map(Self.box)
                        for slot in plan.sheets[0].layout.slots {
                            for box in boxes {
                                #expect(!slot.front.clip.overlaps(box.inset(by: -.mm(0.6))))
                            }
                            // The machine cuts between its marks only.
                            let inside = Rect(origin: .zero, size: plan.sheetSize).inset(by: RegistrationMarks.inset)
                            #expect(inside.contains(slot.front.trim))
                        }
                        if let slug = plan.sheets[0].front.slug {
                            #expect(boxes.allSatisfy { !$0.overlaps(slug.area) })
                        }
                    }
                }
            }
        }
        #expect(tried > 100)
    }

    @Test("that leave no room for a card are an error that says so")
    func noRoom() throws {
        let paper = try Samples.paper("A5")
        #expect {
            _ = try Self.plan(paper, .mm(125, 180))
        } throws: {
            ($0 as? SheetError)?.diagnostic(catalog: Samples.catalog).description
                .contains("must leave its corners to the registration marks") == true
        }
    }

    /// Around the corners of a path of straight lines.
    private static func box(_ path: Path) -> Rect {
        let points = path.segments.compactMap { segment -> Point? in
            switch segment {
            case .move(let point), .line(let point): point
            default: nil
            }
        }
        return points.dropFirst().reduce(Rect(origin: points[0], size: .zero)) {
            $0.union(Rect(origin: $1, size: .zero))
        }
    }
}
