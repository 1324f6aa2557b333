public import Diagnostics
public import Geometry

/// Why no sheet can be planned.
public enum SheetError: Error, Hashable, Sendable {
    /// Not one card fits between the margins of the paper.
    case cardDoesNotFit(SheetRequest, format: Int)
    /// A card does not fit in the places of the stock.
    case cardDoesNotFitStock(SheetRequest, format: Int)
    /// A place to leave empty that the sheets do not have.
    case noSuchPlace(Int, places: Int)
    /// All places of the first sheet are used up.
    case everyPlaceUsed(places: Int)
    /// All places are to be left empty.
    case everyPlaceSkipped
    /// Places to leave empty on sheets that are not alike.
    case placesOfSeveralSizes
    /// A measure of the request is negative, too small or too large to print.
    case unusable(Quantity, Length)

    /// The measures of a request.
    public enum Quantity: String, Hashable, Sendable, CaseIterable {
        case card = "a card's side"
        case margins = "a margin"
        case bleed = "the bleed"
        case gap = "the gap between cards"
        case paper = "a paper's side"

        /// What can be printed.
        var range: ClosedRange<Length> {
            switch self {
            case .card: .mm(10)...Length.pt(14_400)
            case .margins, .gap: .zero ... .mm(200)
            case .bleed: .zero ... .mm(20)
            case .paper: Paper.sides
            }
        }
    }

    /// The sentence for the person at the printer, with what would fit: the other orientation, the smallest known paper that holds the card, the templates that fit on this paper or stock, stock that holds the card, narrower margins.
    public func diagnostic(
        catalog: PaperCatalog, stocks: StockCatalog = StockCatalog([]),
        templates: [(name: String, card: CardFormat)] = []
    ) -> Diagnostic {
        switch self {
        case .unusable(let quantity, let value):
            let range = quantity.range
            return Diagnostic(
                .wrongUse,
                "\(quantity.rawValue) of \(Measure.millimetres(value)) mm cannot be printed: it must measure \(Measure.millimetres(range.lowerBound)) to \(Measure.millimetres(range.upperBound)) mm"
            )
        case .cardDoesNotFitStock(let request, let format):
            let hints = SheetError.remedies(request, format, stocks, templates)
            return Diagnostic(
                .wrongUse, SheetError.stockMisfit(request, format),
                hint: hints.isEmpty ? nil : hints.joined(separator: "; "))
        case .noSuchPlace(let place, let places):
            return Diagnostic(
                .wrongUse, "place \(place) is to stay empty, but a sheet has the places 1 to \(places)",
                hint: "places are counted from the top left, row by row, as one reads the front")
        case .everyPlaceUsed(let places):
            return Diagnostic(
                .wrongUse, "every place of the first sheet is used up: it has \(places)",
                hint: "take a new sheet, and leave out --start-at and --used")
        case .everyPlaceSkipped:
            return Diagnostic(.wrongUse, "every place of the sheet is to stay empty: none is left for a card")
        case .placesOfSeveralSizes:
            return Diagnostic(
                .wrongUse, "places can be left empty only where all cards have one size",
                hint: "print the decks one after the other, without --together")
        case .cardDoesNotFit(let request, let format):
            let hints = SheetError.remedies(request, format, catalog, templates)
            return Diagnostic(
                .wrongUse, SheetError.misfit(request, format),
                hint: hints.isEmpty ? nil : hints.joined(separator: "; "))
        }
    }

    private static func misfit(_ request: SheetRequest, _ format: Int) -> String {
        let sheet = request.orientation == .landscape ? request.paper.size.turned : request.paper.size
        let margins = request.margins
        let room = Size(
            width: max(.zero, sheet.width - max(margins.left, margins.right) * 2),
            height: max(.zero, sheet.height - max(margins.top, margins.bottom) * 2))
        let held = request.orientation == .automatic ? "" : " in \(request.orientation.rawValue)"
        let folded = request.fold == nil ? "" : ", with its back beside it,"
        return
            "a card of \(Measure.size(request.formats[format].size))\(folded) does not fit on \(request.paper.name)\(held), which has \(Measure.size(room)) to print on between its margins\(request.registration == nil ? "" : " and must leave its corners to the registration marks")"
    }

    private static func stockMisfit(_ request: SheetRequest, _ format: Int) -> String {
        let card = Measure.size(request.formats[format].size)
        guard let stock = request.stock else { return "a card of \(card) does not fit" }
        let place =
            switch (stock.isFolded, stock.shape) {
            case (true, _):
                "whose folded halves measure \(Measure.size(Size(width: stock.place.width, height: stock.place.height / 2)))"
            case (false, .rectangle): "whose places measure \(Measure.size(stock.place))"
            case (false, .round): "whose round places measure \(Measure.millimetres(stock.place.width)) mm across"
            }
        let folded = request.fold == nil || stock.isFolded ? "" : ", with its back beside it,"
        return "a card of \(card)\(folded) does not fit on \(stock.name), \(place)"
    }

    /// The templates that the stock holds, and the stock that holds the card: the closest first.
    private static func remedies(
        _ request: SheetRequest, _ format: Int, _ stocks: StockCatalog,
        _ templates: [(name: String, card: CardFormat)]
    ) -> [String] {
        guard let stock = request.stock else { return [] }
        var remedies: [String] = []
        let fold = stock.isFolded ? nil : request.fold
        let fitting = templates.filter { stock.holds($0.card, fold: fold) }
        if !fitting.isEmpty {
            let list = fitting.map { "'\($0.name)' (\(Measure.size($0.card.size)))" }.joined(separator: ", ")
            remedies.append("templates that fit on \(stock.name): \(list)")
        }
        let card = request.formats[format]
        let holding = stocks.stocks.enumerated().filter { $0.element.holds(card, fold: request.fold) }
            .sorted {
                // What is sold where the other was bought comes first.
                let (a, b) = ($0.element, $1.element)
                if (a.paper == stock.paper) != (b.paper == stock.paper) { return a.paper == stock.paper }
                return (a.waste(of: card), $0.offset) < (b.waste(of: card), $1.offset)
            }
            .prefix(4).map(\.element)
        if !holding.isEmpty {
            let list = holding.map { "\($0.name) (\(Measure.size($0.place)))" }.joined(separator: ", ")
            remedies.append("stock that holds the card: \(list)")
        }
        return remedies
    }

    private static func remedies(
        _ request: SheetRequest, _ format: Int, _ catalog: PaperCatalog, _ templates: [(name: String, card: CardFormat)]
    ) -> [String] {
        func fits(_ change: (inout SheetRequest) -> Void) -> Bool {
            var changed = request
            changed.formats = [request.formats[format]]
            change(&changed)
            let search = LayoutSearch(request: changed)
            return search.sheets.contains { !search.fullest(format: 0, on: $0).isEmpty }
        }
        var remedies: [String] = []
        let other: Orientation = request.orientation == .portrait ? .landscape : .portrait
        if request.orientation != .automatic, fits({ $0.orientation = other }) {
            remedies.append("it fits in \(other.rawValue) orientation")
        }
        if let paper = catalog.papers.filter({ paper in
            fits {
                $0.paper = paper
                $0.orientation = .automatic
            }
        })
        .enumerated().min(by: { ($0.element.area, $0.offset) < ($1.element.area, $1.offset) })?.element {
            remedies.append("the smallest known paper that holds it is \(paper.name) (\(Measure.size(paper.size)))")
        }
        let smaller = templates.filter { template in fits { $0.formats[0] = template.card } }
        if !smaller.isEmpty {
            let list = smaller.map { "'\($0.name)' (\(Measure.size($0.card.size)))" }.joined(separator: ", ")
            remedies.append("templates that fit on \(request.paper.name): \(list)")
        }
        if fits({ $0.margins = .zero }) {
            remedies.append("with margins of 0 mm it fits, on a printer that prints to the edge")
        }
        return remedies
    }
}

extension SheetRequest {
    /// Throws ``SheetError/unusable(_:_:)`` for the first measure that cannot be printed.
    func validate() throws(SheetError) {
        let measures: [(SheetError.Quantity, [Length])] = [
            (.paper, [paper.size.width, paper.size.height]),
            (.card, formats.flatMap { [$0.size.width, $0.size.height] }),
            (.margins, [margins.top, margins.left, margins.bottom, margins.right]),
            (.bleed, formats.map(\.bleed)), (.gap, [gap] + (fold.map { [$0.gutter] } ?? [])),
        ]
        for (quantity, values) in measures {
            // `<=` on lengths is "not greater", which a value that is no number passes.
            if let wrong = values.first(where: { !$0.points.isFinite || !quantity.range.contains($0) }) {
                throw .unusable(quantity, wrong)
            }
        }
    }
}
