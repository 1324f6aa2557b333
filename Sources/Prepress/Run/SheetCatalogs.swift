internal import CardLayout
internal import Diagnostics
internal import FileAccess
internal import Imposition

/// The papers and the stock of the resource folders.
enum SheetCatalogs {
    /// Throws `DiagnosticError`.
    static func papers(_ resources: Resources) throws(DiagnosticError) -> PaperCatalog {
        let file = try file("papers.json", resources)
        return try PaperCatalog(file: file, bytes: try read(file))
    }

    /// Throws `DiagnosticError`.
    static func stocks(_ resources: Resources, papers: PaperCatalog) throws(DiagnosticError) -> StockCatalog {
        let file = try file("stocks.json", resources)
        return try StockCatalog(file: file, bytes: try read(file), papers: papers)
    }

    /// The stock that a person means: one of the list, or the path of a file of their own, which ends in `.json`. Throws `DiagnosticError`.
    static func stock(_ text: String, _ resources: Resources, papers: PaperCatalog) throws(DiagnosticError) -> Stock {
        guard text.lowercased().hasSuffix(".json") else {
            return try stocks(resources, papers: papers).named(text)
        }
        return try StockCatalog.own(file: text, bytes: try read(text), papers: papers)
    }

    /// The cards of all templates that can be read.
    static func cards(_ resources: Resources) -> [(name: String, card: CardFormat)] {
        let library = TemplateLibrary(folders: resources.templateFolders)
        return library.names.compactMap { name in
            (try? library.template(name)).map { (name: name, card: CardFormat($0)) }
        }
    }

    /// The card of a template, by its name or by the path of its file. Throws `DiagnosticError`.
    static func card(of template: String, _ resources: Resources) throws -> CardFormat {
        CardFormat(try TemplateLibrary(folders: resources.templateFolders).template(template))
    }

    /// No list of papers or places is larger than a megabyte.
    private static func read(_ file: String) throws(DiagnosticError) -> [UInt8] {
        do throws(FileError) {
            return try Files.read(file, limit: 1_000_000)
        } catch {
            throw DiagnosticError(Diagnostic(.missingInput, "\(error)"))
        }
    }

    private static func file(_ name: String, _ resources: Resources) throws(DiagnosticError) -> String {
        guard let file = Resources.file(name, in: resources.templateFolders) else {
            throw DiagnosticError(
                Diagnostic(
                    .missingInput, "there is no Templates folder with a \(name)",
                    hint: "run capprint from its own folder or an installed place, or set CAPPRINT_HOME"))
        }
        return file
    }
}

extension CardFormat {
    /// The cards of a template.
    init(_ template: Template) {
        self.init(size: template.size, bleed: template.bleed, cornerRadius: template.cornerRadius)
    }
}
