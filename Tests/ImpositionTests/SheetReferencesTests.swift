import DisplayList
import Geometry
import Imposition
import ReferenceKeeping
import Snapshots
import Testing

/// What cannot be said in a line of text is in `SheetPropertyTests`.
@Suite("References: sheets of cards")
struct SheetReferencesTests {
    private struct Sample {
        var name: String
        var faces: Int
        var request: SheetRequest

        init(
            _ name: String, _ paper: String, _ faces: Int, card: Size = .mm(63, 88),
            _ change: (inout SheetRequest) -> Void = { _ in }
        ) throws {
            self.name = name
            self.faces = faces
            request = SheetRequest(paper: try Samples.paper(paper), card: card)
            change(&request)
        }
    }

    private static func samples() throws -> [Sample] {
        let (large, mini) = (Size.mm(105, 148), Size.mm(44, 63))
        return try [
            Sample("A4-long-full", "A4", 9),
            Sample("A4-short-partial", "A4", 13) { $0.flip = .short },
            Sample("A4-landscape-long-partial", "A4", 3) { $0.orientation = .landscape },
            Sample("A4-landscape-upright-fronts", "A4", 2) {
                $0.orientation = .landscape
                $0.canTurnCards = false
                $0.flip = .none
            },
            Sample("A4-gap-of-2-bleed-of-1", "A4", 2) {
                $0.orientation = .portrait
                $0.gap = .mm(2)
                $0.formats[0].bleed = .mm(1)
            },
            Sample("A4-gap-of-6", "A4", 3) { $0.gap = .mm(6) },
            Sample("A4-without-marks", "A4", 1) { ($0.marks, $0.hasRuler) = (.none, true) },
            Sample("A4-cards-alone", "A4", 1) { ($0.marks, $0.hasSlug, $0.hasRuler) = (.none, false, false) },
            Sample("A4-large", "A4", 2, card: large),
            Sample("A4-large-portrait", "A4", 2, card: large) { $0.orientation = .portrait },
            Sample("A4-large-to-the-edge", "A4", 4, card: large) { $0.margins = .zero },
            Sample("A4-mini", "A4", 2, card: mini),
            Sample("Letter-long-full", "Letter", 9),
            Sample("Letter-landscape-short-partial", "Letter", 3) {
                $0.orientation = .landscape
                $0.flip = .short
            },
            Sample("A5-long-full", "A5", 4),
            Sample("A5-landscape-short-full", "A5", 3) {
                $0.orientation = .landscape
                $0.flip = .short
            },
            Sample("10x15-full", "10x15", 2),
            Sample("A4-folded", "A4", 4) { $0.fold = Fold() },
            Sample("A4-folded-with-gutter", "A4", 4) { $0.fold = Fold(gutter: .mm(8)) },
            Sample("A4-corner-marks", "A4", 2) { ($0.gap, $0.marks) = (.mm(8), .corners) },
            Sample("A4-hairlines", "A4", 2) { $0.marks = .lines },
            Sample("A4-stacked", "A4", 14) { $0.order = .stacks },
            Sample("A4-second-label-spoilt", "A4", 4) { ($0.used, $0.skipped) = ([2], [4]) },
            Sample("A4-turned-row-gains-a-card", "A4", 7, card: .mm(61, 109)) { $0.orientation = .portrait },
        ]
    }

    @Test("cards, marks, ruler and slug line lie as recorded")
    func sheets() throws {
        var recorder = ReferenceRecorder(shapes: AnyGlyph())
        var sheets: [ReferenceCard] = []
        for sample in try Self.samples() {
            let plan = try SheetPlan(sample.request, counts: [sample.faces])
            // The last sheet, which is the partial one.
            let pages = plan.pages(ofSheet: plan.sheetCount - 1)
            let layout = try #require(plan.sheet(0)?.layout)
            let columns = layout.shelves.map(\.count).max() ?? 0
            let paper = [plan.sheetSize.width, plan.sheetSize.height].map { Int($0.millimetres.rounded()) }
            let arrangement = "grid-\(columns)x\(layout.shelves.count)-on-\(paper[0])x\(paper[1])mm"
            sheets.append(
                try recorder.card(
                    id: sample.name,
                    faces: pages.map { ($0.side.rawValue, arrangement, SheetDrawing(plan: plan, page: $0).frame) }))
        }
        let look = ReferenceLook(
            deck: "sheets", template: "none", savesInk: false, trim: .mm(63, 88), bleed: .mm(3), cornerRadius: .zero,
            fonts: recorder.fonts)
        if let difference = try KeptReference("sheets", noun: "sheet").difference(
            to: Reference(look: look, cards: sheets))
        {
            Issue.record("\(difference)")
        }
    }

    private struct AnyGlyph: GlyphShapes {
        func outline(of glyph: UInt32, in font: FontReference) -> UInt64 { UInt64(glyph) }
    }
}
