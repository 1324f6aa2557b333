import Diagnostics
import Geometry
import Imposition
import Testing

@Suite("Cards that no sheet can hold")
struct SheetErrorTests {
    private func sentence(_ request: SheetRequest) -> String? {
        do {
            _ = try SheetPlan(request, counts: [10])
            return nil
        } catch {
            let templates = [("classic", Size.mm(63, 88)), ("mini", .mm(44, 63))].map {
                (name: $0.0, card: CardFormat(size: $0.1, bleed: .zero))
            }
            return error.diagnostic(catalog: Samples.catalog, templates: templates).description
        }
    }

    @Test("are refused with the paper, templates and margins that would do")
    func large() throws {
        let request = SheetRequest(paper: try Samples.paper("10x15"), card: .mm(99, 148))
        #expect(
            sentence(request)
                == "error: a card of 99 × 148 mm does not fit on 10x15, which has 90 × 140 mm to print on between its margins\n  hint: the smallest known paper that holds it is A5 (148 × 210 mm); templates that fit on 10x15: 'classic' (63 × 88 mm), 'mini' (44 × 63 mm); with margins of 0 mm it fits, on a printer that prints to the edge"
        )
    }

    @Test("fit when the sheet is held the other way, and the sentence says so")
    func orientation() throws {
        var request = SheetRequest(
            paper: try Samples.paper("10x15"), orientation: .portrait, card: .mm(120, 80))
        request.canTurnCards = false
        #expect(
            sentence(request)?.hasPrefix(
                "error: a card of 120 × 80 mm does not fit on 10x15 in portrait, which has 90 × 140 mm to print on between its margins\n  hint: it fits in landscape orientation; "
            ) == true)
        request.orientation = .automatic
        #expect(try SheetPlan(request, counts: [1]).sheetSize == .mm(150, 100))
    }

    @Test("larger than every paper have no such hint")
    func gigantic() throws {
        let request = SheetRequest(paper: try Samples.paper("A3"), card: .mm(500, 500))
        #expect(
            sentence(request)
                == "error: a card of 500 × 500 mm does not fit on A3, which has 287 × 410 mm to print on between its margins\n  hint: templates that fit on A3: 'classic' (63 × 88 mm), 'mini' (44 × 63 mm)"
        )
    }

    @Test(
        "because a measure is no measure are refused by its name",
        arguments: [
            (
                SheetError.Quantity.card, Length.zero,
                "a card's side of 0 mm cannot be printed: it must measure 10 to 5080 mm"
            ),
            (.card, .pt(.nan), "a card's side of nan mm cannot be printed: it must measure 10 to 5080 mm"),
            (.margins, .mm(-1), "a margin of -1 mm cannot be printed: it must measure 0 to 200 mm"),
            (.bleed, .mm(-0.25), "the bleed of -0.25 mm cannot be printed: it must measure 0 to 20 mm"),
            (.gap, .pt(.infinity), "the gap between cards of inf mm cannot be printed: it must measure 0 to 200 mm"),
            (.paper, .mm(6000), "a paper's side of 6000 mm cannot be printed: it must measure 20 to 5080 mm"),
        ])
    func unusable(_ quantity: SheetError.Quantity, _ value: Length, _ expected: String) throws {
        var request = SheetRequest(paper: try Samples.paper("A4"), card: .mm(63, 88))
        switch quantity {
        case .card: request.formats[0].size.height = value
        case .margins: request.margins.bottom = value
        case .bleed: request.formats[0].bleed = value
        case .gap: request.gap = value
        case .paper: request.paper.size.height = value
        }
        #expect(sentence(request) == "error: \(expected)")
    }

    @Test("places that stay empty must be there, and leave one for a card")
    func places() throws {
        var request = SheetRequest(paper: try Samples.paper("A4"), card: .mm(63, 88))
        request.skipped = [3, 12]
        #expect(
            sentence(request)
                == "error: place 12 is to stay empty, but a sheet has the places 1 to 9\n  hint: places are counted from the top left, row by row, as one reads the front"
        )
        request.skipped = Set(1...9)
        #expect(
            sentence(request) == "error: every place of the sheet is to stay empty: none is left for a card")
    }

    @Test("folded cards that do not fit say that their back lies beside them")
    func folded() throws {
        var request = SheetRequest(paper: try Samples.paper("A5"), card: .mm(105, 148))
        #expect(sentence(request) == nil)
        request.fold = Fold()
        #expect(
            sentence(request)?.hasPrefix("error: a card of 105 × 148 mm, with its back beside it, does not fit on A5")
                == true
        )
    }
}
