public import Diagnostics
internal import Geometry
internal import Imposition

/// The papers and the stock at hand, for people.
public struct SheetList: Sendable {
    public struct Entry: Hashable, Sendable {
        public var name: String
        public var kind: String
        /// The sheet's name and size.
        public var sheet: String
        /// How many places it has and how large they are; empty for plain paper.
        public var places: String
        /// The largest of the templates that fit in a place; for plain paper, all that fit, with how many cards a sheet holds. Nil where none does.
        public var template: String?
    }

    public var papers: [Entry]
    public var stocks: [Entry]
    /// Problems of the lists.
    public var diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - words: leave out what does not have each of them in its name, another of its names, or its kind.
    ///   - template: leave out what does not hold its cards.
    public init(resources: Resources, words: [String] = [], template: String? = nil) {
        (papers, stocks, diagnostics) = ([], [], [])
        do {
            let catalog = try SheetCatalogs.papers(resources)
            let cards = try SheetList.cards(resources, template)
            papers = catalog.papers.compactMap { paper in
                let fitting = cards.compactMap { name, card -> String? in
                    let request = SheetRequest(paper: paper, card: card.size, bleed: card.bleed)
                    guard let plan = try? SheetPlan(request, counts: [1]) else { return nil }
                    return "\(name) \(plan.cardsPerSheet)"
                }
                guard Self.matches(words, [paper.name, "paper"] + paper.aliases), template == nil || !fitting.isEmpty
                else { return nil }
                return Entry(
                    name: paper.name, kind: "paper", sheet: Measure.size(paper.size), places: "",
                    template: fitting.isEmpty ? nil : fitting.joined(separator: ", "))
            }
            stocks = try SheetCatalogs.stocks(resources, papers: catalog).stocks.compactMap { stock in
                let fitting = cards.filter { stock.holds($0.card) }
                guard Self.matches(words, [stock.name, stock.kind, stock.paper] + stock.aliases),
                    template == nil || !fitting.isEmpty
                else { return nil }
                let largest = fitting.max { $0.card.size.area < $1.card.size.area }
                return Entry(
                    name: stock.name, kind: stock.kind, sheet: stock.paper,
                    places:
                        "\(stock.columns) × \(stock.rows) of \(stock.shape == .round ? "\(Measure.millimetres(stock.place.width)) mm round" : Measure.size(stock.place))\(stock.isFolded ? ", folded" : "")",
                    template: largest?.name)
            }
        } catch let error as DiagnosticError {
            diagnostics = error.diagnostics
        } catch {
            diagnostics = [Diagnostic(.error, "the sheets cannot be listed: \(error)")]
        }
    }

    private static func cards(_ resources: Resources, _ template: String?) throws -> [(name: String, card: CardFormat)]
    {
        guard let template else { return SheetCatalogs.cards(resources) }
        return [(template, try SheetCatalogs.card(of: template, resources))]
    }

    private static func matches(_ words: [String], _ names: [String]) -> Bool {
        func key(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
        return words.allSatisfy { word in names.contains { key($0).contains(key(word)) } }
    }
}

extension Size {
    fileprivate var area: Double { width.points * height.points }
}
