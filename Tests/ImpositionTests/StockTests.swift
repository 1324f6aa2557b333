import Diagnostics
import FileAccess
import Geometry
import Imposition
import Testing

/// The program's own lists.
enum OwnCatalogs {
    static let folder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Templates"
    static func papers() throws -> PaperCatalog {
        try PaperCatalog(file: "papers.json", bytes: Files.read(folder + "/papers.json"))
    }
    static func stocks() throws -> StockCatalog {
        try StockCatalog(file: "stocks.json", bytes: Files.read(folder + "/stocks.json"), papers: papers())
    }
}

@Suite("Stock")
struct StockTests {
    @Test(
        "of the program's own list is much, lies on its sheets without overlaps, and says where its measures are from")
    func ownList() throws {
        let stocks = try OwnCatalogs.stocks().stocks
        #expect(stocks.count >= 60)
        for maker in ["Avery ", "Avery Zweckform ", "Herma ", "A-one "] {
            #expect(stocks.filter { $0.name.hasPrefix(maker) }.count >= 20, "\(maker)")
        }
        for stock in stocks {
            #expect(stock.problems.isEmpty, "\(stock.name): \(stock.problems)")
            #expect(!stock.sources.isEmpty, "\(stock.name)")
            #expect(!stock.kind.isEmpty, "\(stock.name)")
        }
    }

    @Test(
        "has its places where the maker says",
        arguments: [
            // Row and column from 0; left and top of the place, its width and height, in millimetres.
            ("Avery C32011", 4, 1, 110, 229.5, 85, 54), ("Avery L7160", 6, 2, 139.28, 243.75, 63.5, 38.1),
            ("Avery 5160", 9, 2, 144.4625, 241.3, 66.675, 25.4), ("Avery 5371", 4, 1, 107.95, 215.9, 88.9, 50.8),
            ("Herma 4360", 7, 2, 140, 256.5, 70, 36), ("Avery Zweckform 3475", 7, 2, 140, 256.43, 70, 36),
            ("A-one 51002", 4, 1, 105, 231, 91, 55), ("Avery C32015", 3, 1, 108, 211.5, 85, 54),
            ("Herma 4477", 3, 2, 142, 219, 60, 60), ("Avery 3263", 1, 1, 139.7, 107.95, 139.7, 107.95),
        ] as [(String, Int, Int, Double, Double, Double, Double)])
    func places(_ name: String, row: Int, column: Int, x: Double, y: Double, width: Double, height: Double) throws {
        let place = try OwnCatalogs.stocks().named(name).place(Cell(row: row, column: column))
        #expect(abs(place.minX.millimetres - x) < 0.01)
        #expect(abs(place.minY.millimetres - y) < 0.01)
        #expect(abs(place.width.millimetres - width) < 0.01)
        #expect(abs(place.height.millimetres - height) < 0.01)
    }

    @Test(
        "is found as people write it",
        arguments: [
            ("Avery C32011", "Avery C32011"), ("avery c 32011", "Avery C32011"), ("C32011", "Avery C32011"),
            ("C32011-25", "Avery C32011"), ("Zweckform 32011", "Avery C32011"), ("C32016", "Avery C32015"),
            ("avery-5376", "Avery 5371"), ("28371", "Avery 5371"), ("J8160", "Avery L7160"),
            ("Avery 3490", "Avery Zweckform 3475"), ("zweckform 3490", "Avery Zweckform 3475"),
            ("herma4360", "Herma 4360"),
            ("aone 51677", "A-one 51002"), ("A-One 51002", "A-one 51002"), ("nine pocket page", "Nine-pocket page A4"),
        ])
    func names(_ text: String, name: String) throws {
        #expect(try OwnCatalogs.stocks().named(text).name == name)
    }

    @Test(
        "that is not known is refused with what may be meant",
        arguments: [
            ("Avery C3201", "error: no stock is called 'Avery C3201'\n  hint: did you mean 'Avery C32010'?"),
            ("L716O", "error: no stock is called 'L716O'\n  hint: did you mean 'Avery L7160'?"),
            ("A4", "error: no stock is called 'A4'\n  hint: capprint sheets lists all"),
            ("", "error: no stock is called ''\n  hint: capprint sheets lists all"),
        ])
    func unknown(_ text: String, sentence: String) throws {
        let stocks = try OwnCatalogs.stocks()
        #expect {
            _ = try stocks.named(text)
        } throws: {
            ($0 as? DiagnosticError)?.description.hasPrefix(sentence) == true
        }
    }

    @Test("of two makers with one number is not guessed")
    func ambiguous() throws {
        var one = Samples.labels
        var other = one
        (one.name, other.name) = ("Herma 4200", "Sigel 4200")
        let catalog = StockCatalog([one, other])
        #expect {
            _ = try catalog.named("4200")
        } throws: {
            ($0 as? DiagnosticError)?.description.contains("write one of: Herma 4200, Sigel 4200") == true
        }
        #expect(try catalog.named("sigel 4200").name == "Sigel 4200")
    }

    private static func own(_ json: String) throws -> Stock {
        try StockCatalog.own(file: "sheets/mine.json", bytes: Array(json.utf8), papers: OwnCatalogs.papers())
    }

    @Test("of one's own is described in millimetres, or by three measured corners")
    func own() throws {
        let margins = try Self.own(
            #"{"sheet": "A4", "columns": 2, "rows": 3, "left": 10, "top": 20, "width": 90, "height": 50, "columnPitch": 100, "rowPitch": 60}"#
        )
        let corners = try Self.own(
            #"{"sheet": [21, 29.7], "unit": "cm", "columns": 2, "rows": 3, "width": 9, "height": 5, "corners": {"first": [1, 2], "lastInRow": [11, 2], "lastInColumn": [1, 14]}}"#
        )
        #expect(margins.name == "mine")
        for row in 0..<3 {
            for column in 0..<2 {
                let (a, b) = (
                    margins.place(Cell(row: row, column: column)), corners.place(Cell(row: row, column: column))
                )
                #expect(a.minX.isClose(to: .mm(10 + 100 * Double(column))))
                #expect(a.minY.isClose(to: .mm(20 + 60 * Double(row))))
                #expect(a.minX.isClose(to: b.minX) && a.minY.isClose(to: b.minY) && a.maxY.isClose(to: b.maxY))
            }
        }
    }

    @Test("whose corners were measured askew keeps the lean")
    func askew() throws {
        let stock = try Self.own(
            #"{"sheet": "A4", "columns": 3, "rows": 2, "width": 50, "height": 40, "corners": {"first": [10, 10], "lastInRow": [130, 11], "lastInColumn": [9.5, 70]}}"#
        )
        let last = stock.place(Cell(row: 1, column: 2))
        #expect(last.minX.isClose(to: .mm(129.5)))
        #expect(last.minY.isClose(to: .mm(71)))
    }

    @Test(
        "of one's own that cannot be is refused with what is wrong, and by how much",
        arguments: [
            (
                #"{"sheet": "A4", "columns": 2, "rows": 1, "left": 10, "top": 20, "width": 90, "height": 50, "columnPitch": 87.5}"#,
                "places beside one another overlap by 2.5 mm: they are 90 mm wide and begin 87.5 mm apart"
            ),
            (
                #"{"sheet": "A4", "columns": 1, "rows": 3, "left": 10, "top": 20, "width": 90, "height": 50, "rowPitch": 49}"#,
                "places one below the other overlap by 1 mm: they are 50 mm high and begin 49 mm apart"
            ),
            (
                #"{"sheet": "A4", "columns": 2, "rows": 1, "left": 35, "top": 20, "width": 90, "height": 50}"#,
                "the places run 5 mm over the sheet's right edge"
            ),
            (
                #"{"sheet": "A5", "columns": 1, "rows": 5, "left": 3, "top": 10.25, "width": 90, "height": 40}"#,
                "the places run 0.25 mm over the sheet's bottom"
            ),
            (
                #"{"sheet": "A4", "columns": 1, "rows": 1, "width": 90, "height": 50, "corners": {"first": [-3, 5]}}"#,
                "the places run 3 mm over the sheet's left edge"
            ),
            (
                #"{"sheet": "A4", "columns": 2, "rows": 1, "left": 1, "width": 90, "corners": {"first": [3, 5]}}"#,
                "the three corners say it already"
            ),
            (
                #"{"sheet": "A4", "columns": 2, "rows": 1, "width": 90, "corners": {"first": [3, 5]}}"#,
                "corners: the field 'lastInRow' is missing"
            ),
            (#"{"sheet": "A44", "columns": 1, "rows": 1, "left": 1, "top": 1, "width": 9}"#, "did you mean 'A4'?"),
            (#"{"columns": 1, "rows": 1, "left": 1, "top": 1, "width": 9}"#, "the field 'sheet' is missing"),
            (
                #"{"sheet": "A4", "columns": 1, "rows": 1, "left": 1, "top": 1, "width": 40, "height": 30, "shape": "round"}"#,
                "a round place is as high as it is wide"
            ),
            (
                #"{"sheet": "A4", "columns": 0, "rows": 1, "left": 1, "top": 1, "width": 40}"#,
                "must be from 1 to 100, found 0"
            ),
        ])
    func faulty(_ json: String, sentence: String) {
        #expect {
            _ = try Self.own(json)
        } throws: {
            ($0 as? DiagnosticError)?.description.contains(sentence) == true
        }
    }

    // MARK: Cards on stock

    private func isSame(_ one: Rect, _ other: Rect) -> Bool { one.contains(other) && other.contains(one) }

    private static func plan(
        _ stock: Stock, _ card: CardFormat, count: Int = 100, flip: DuplexFlip = .long, fold: Fold? = nil
    ) throws -> SheetPlan {
        try SheetPlan(
            SheetRequest(
                paper: Paper(name: stock.paper, size: stock.sheet), formats: [card], flip: flip, fold: fold,
                marks: .none,
                stock: stock), counts: [count])
    }

    @Test("holds a card in the middle of each place, turned where only that fits")
    func middle() throws {
        let stocks = try OwnCatalogs.stocks()
        let upright = try Self.plan(stocks.named("C32011"), CardFormat(size: .mm(63, 44), bleed: .mm(3)))
        let slot = try #require(upright.sheets[0].layout.slots.first)
        #expect(slot.front.turns == 0)
        #expect(slot.front.trim.midX.isClose(to: .mm(15 + 42.5)))
        #expect(slot.front.trim.midY.isClose(to: .mm(13.5 + 27)))
        let turned = try Self.plan(stocks.named("C32011"), CardFormat(size: .mm(44, 63), bleed: .mm(3)))
        let other = try #require(turned.sheets[0].layout.slots.first)
        #expect(other.front.turns == 1)
        #expect(isSame(other.front.trim, slot.front.trim))
    }

    @Test("of exactly the card's size takes colour to the middle of the gutter, and beyond the outermost places")
    func bleed() throws {
        let plan = try Self.plan(OwnCatalogs.stocks().named("C32015"), CardFormat(size: .mm(85, 54), bleed: .mm(4)))
        let slots = plan.sheets[0].layout.slots
        // 6 mm between the places each way.
        let inner = slots[2].front
        #expect(inner.clip.minX.isClose(to: inner.trim.minX - .mm(4)))
        #expect(inner.clip.maxX.isClose(to: inner.trim.maxX + .mm(3)))
        #expect(inner.clip.minY.isClose(to: inner.trim.minY - .mm(3)))
        #expect(inner.clip.maxY.isClose(to: inner.trim.maxY + .mm(3)))
        // A card that is much smaller than its place ends at its own edge.
        let small = try Self.plan(OwnCatalogs.stocks().named("C32015"), CardFormat(size: .mm(44, 30), bleed: .mm(4)))
        let face = small.sheets[0].layout.slots[0].front
        #expect(isSame(face.clip, face.trim))
    }

    @Test("of all kinds: colour touches no neighbour, and backs lie exactly behind fronts, off-centre too")
    func backs() throws {
        let cards = [Size.mm(85, 54), .mm(63, 88), .mm(63.5, 38.1), .mm(25, 15)]
        var tried = 0
        for stock in try OwnCatalogs.stocks().stocks {
            for size in cards {
                for flip in [DuplexFlip.long, .short] {
                    guard let plan = try? Self.plan(stock, CardFormat(size: size, bleed: .mm(3)), flip: flip) else {
                        continue
                    }
                    tried += 1
                    let pages = plan.pages(ofSheet: 0)
                    let fronts = pages[0].placements.filter { $0.side == .front }
                    for (index, one) in fronts.enumerated() {
                        for other in fronts[..<index] {
                            #expect(!one.clip.overlaps(other.clip), "\(stock.name): colours overlap")
                        }
                    }
                    guard pages.count == 2 else { continue }
                    let isPortrait = stock.sheet.height >= stock.sheet.width
                    let turnsSideways = (flip == .long) == isPortrait
                    for (front, back) in zip(fronts, pages[1].placements) {
                        let behind =
                            turnsSideways
                            ? Point(x: stock.sheet.width - front.trim.maxX, y: front.trim.minY)
                            : Point(x: front.trim.minX, y: stock.sheet.height - front.trim.maxY)
                        #expect(
                            behind.x.isClose(to: back.trim.minX) && behind.y.isClose(to: back.trim.minY),
                            "\(stock.name): the back lies beside its front")
                        #expect(front.face == back.face)
                    }
                }
            }
        }
        #expect(tried > 300)
    }

    @Test("that is round holds round cards of its width, and others whose corners lie within")
    func round() throws {
        let stock = try OwnCatalogs.stocks().named("Herma 4477")
        #expect(stock.holds(CardFormat(size: .mm(60, 60), bleed: .zero, cornerRadius: .mm(30))))
        #expect(!stock.holds(CardFormat(size: .mm(60, 60), bleed: .zero, cornerRadius: .mm(10))))
        // 48 × 36 has a diagonal of 60.
        #expect(stock.holds(CardFormat(size: .mm(48, 36), bleed: .zero)))
        #expect(!stock.holds(CardFormat(size: .mm(49, 36), bleed: .zero)))
    }

    @Test("that is folded has the card's front below the fold and its back above, on its head")
    func tent() throws {
        let plan = try Self.plan(
            OwnCatalogs.stocks().named("Tent cards A4"), CardFormat(size: .mm(85, 54), bleed: .mm(3)))
        #expect(!plan.hasBackPages)
        let slot = plan.sheets[0].layout.slots[0]
        let back = try #require(slot.foldedBack)
        #expect(slot.front.turns == 0 && back.turns == 2)
        #expect(slot.front.trim.midY.isClose(to: .mm(148.5 * 0.75)))
        #expect(back.trim.midY.isClose(to: .mm(148.5 * 0.25)))
        #expect(slot.fold?.from.y.isClose(to: .mm(148.5 / 2)) == true)
    }

    @Test("is used from any place on, and places may be left out, for several sizes of cards too")
    func used() throws {
        let stock = try OwnCatalogs.stocks().named("C32011")
        var request = SheetRequest(
            paper: Paper(name: "A4", size: stock.sheet),
            formats: [CardFormat(size: .mm(85, 54), bleed: .zero), CardFormat(size: .mm(44, 50), bleed: .zero)],
            marks: .none, stock: stock)
        request.used = [1, 2, 3]
        request.skipped = [10]
        let plan = try SheetPlan(request, counts: [8, 3])
        #expect(plan.sheetCount == 3)
        #expect(plan.faces(onSheet: 0) == [0, 1, 2, 3, 4, 5])
        #expect(plan.faces(onSheet: 1) == [6, 7])
        #expect(plan.faces(onSheet: 2) == [8, 9, 10])
        #expect(plan.pages(ofSheet: 0)[0].placements[0].cell == Cell(row: 1, column: 1))
        #expect(plan.pages(ofSheet: 2)[0].placements[0].cell == Cell(row: 0, column: 0))
    }

    @Test("that does not hold a card says which templates it holds and which stock holds the card")
    func misfit() throws {
        let stocks = try OwnCatalogs.stocks()
        let card = CardFormat(size: .mm(63, 88), bleed: .mm(3))
        #expect {
            _ = try Self.plan(stocks.named("C32011"), card)
        } throws: { error in
            guard let error = error as? SheetError else { return false }
            let text = error.diagnostic(
                catalog: try OwnCatalogs.papers(), stocks: stocks,
                templates: [("mini", CardFormat(size: .mm(44, 63), bleed: .zero)), ("classic", card)]
            ).description
            return text.contains("a card of 63 × 88 mm does not fit on Avery C32011, whose places measure 85 × 54 mm")
                && text.contains(
                    "templates that fit on Avery C32011: 'mini' (44 × 63 mm); stock that holds the card: Nine-pocket page A4 (63.5 × 88.9 mm)"
                )
                && !text.contains("'classic'")
        }
    }
}

extension Samples {
    static let labels = Stock(
        name: "Herma 1", paper: "A4", sheet: .mm(210, 297), columns: 3, rows: 8, place: .mm(70, 36),
        first: Point(x: .zero, y: .mm(4.5)), rowStep: Point(x: .mm(70), y: .zero),
        columnStep: Point(x: .zero, y: .mm(36)))
}
