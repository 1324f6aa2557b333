public import Diagnostics
internal import JSONSource

/// The label and card stock known by name, in the order in which it is listed to people.
public struct StockCatalog: Hashable, Sendable {
    public var stocks: [Stock]

    public init(_ stocks: [Stock]) {
        self.stocks = stocks
    }

    /// Reads a list such as `Templates/stocks.json`, whose form `Templates/stocks.schema.json` describes. Throws ``DiagnosticError`` with everything that is wrong in it.
    public init(file: String, bytes: [UInt8], papers: PaperCatalog) throws(DiagnosticError) {
        var reader = ObjectReader(try JSONParser.parse(bytes, file: file), file: file)
        _ = reader.string("$schema")
        _ = reader.members("sources")
        let stockReader = StockReader(papers: papers, defaultName: nil)
        let entries =
            reader.objects("stocks", required: true) { entry in (stockReader.read(&entry), entry.source) } ?? []
        reader.finish(unknown: .error)
        var stocks: [Stock] = []
        var names: Set<String> = []
        for case (let stock?, let value) in entries {
            for name in [stock.name] + stock.aliases where !names.insert(StockCatalog.key(name)).inserted {
                reader.report(at: value, "stocks", "two stocks are called \(Quotation.quoted(name))")
            }
            stocks.append(stock)
        }
        let errors = reader.diagnostics.filter(\.isError)
        guard errors.isEmpty else { throw DiagnosticError(errors) }
        self.stocks = stocks
    }

    /// Reads a file that describes one sheet of a user's own. Throws ``DiagnosticError`` with everything that is wrong in it.
    public static func own(file: String, bytes: [UInt8], papers: PaperCatalog) throws(DiagnosticError) -> Stock {
        var reader = ObjectReader(try JSONParser.parse(bytes, file: file), file: file)
        let name = file.split(separator: "/").last.map { $0.hasSuffix(".json") ? String($0.dropLast(5)) : String($0) }
        let stock = StockReader(papers: papers, defaultName: name ?? file).read(&reader)
        let errors = reader.diagnostics.filter(\.isError)
        guard errors.isEmpty, let stock else { throw DiagnosticError(errors) }
        return stock
    }

    /// The stock that a person means: the full name, or the article number with or without the maker or a word of it; in any case, with or without spaces and hyphens, and with the number of sheets in a pack after it (`C32011-25`).
    ///
    /// Throws ``DiagnosticError`` with one diagnostic where none or several makers' are meant.
    public func named(_ text: String) throws(DiagnosticError) -> Stock {
        for written in [text, StockCatalog.withoutPack(text)].compactMap({ $0 }) {
            let key = StockCatalog.key(written)
            if let exact = stocks.first(where: { stock in
                ([stock.name] + stock.aliases).contains { StockCatalog.key($0) == key }
            }) {
                return exact
            }
            let found = stocks.filter { stock in
                ([stock.name] + stock.aliases).contains { StockCatalog.shortKeys($0).contains(key) }
            }
            if found.count == 1 { return found[0] }
            if found.count > 1 {
                throw DiagnosticError(
                    Diagnostic(
                        .wrongUse, "\(Quotation.quoted(text)) is an article of several makers",
                        hint: "write one of: \(found.map(\.name).joined(separator: ", "))"))
            }
        }
        throw DiagnosticError(unknown(text))
    }

    private func unknown(_ text: String) -> Diagnostic {
        let key = StockCatalog.key(text)
        var names: [String: String] = [:]
        for stock in stocks {
            for name in [stock.name] + stock.aliases {
                for key in [StockCatalog.key(name)] + StockCatalog.shortKeys(name) where names[key] == nil {
                    names[key] = name
                }
            }
        }
        let guess = Suggestion.nearest(to: key, among: names.keys.sorted()).flatMap { names[$0] }
        let list =
            "capprint sheets lists all; a sheet of your own is a file with its measures: --stock my-sheet.json"
        return Diagnostic(
            .wrongUse, "no stock is called \(Quotation.quoted(text))",
            hint: guess.map { "did you mean '\($0)'? \(list)" } ?? list)
    }

    /// Letters and digits alone, in lower case.
    static func key(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

    /// The article number alone, and after each single word of its maker.
    private static func shortKeys(_ name: String) -> [String] {
        let words = name.split(separator: " ").map { key(String($0)) }
        guard words.count > 1, let number = words.last, number.count > 3, number.contains(where: \.isNumber) else {
            return []
        }
        return [number] + words.dropLast().map { $0 + number }
    }

    /// The text without a last `-25`.
    private static func withoutPack(_ text: String) -> String? {
        guard let hyphen = text.lastIndex(of: "-"), hyphen > text.startIndex else { return nil }
        let count = text[text.index(after: hyphen)...]
        return !count.isEmpty && count.count <= 4 && count.allSatisfy(\.isNumber) ? String(text[..<hyphen]) : nil
    }
}
