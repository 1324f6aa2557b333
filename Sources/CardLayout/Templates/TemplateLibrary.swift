public import Diagnostics
internal import FileAccess
public import Geometry

/// The templates of some folders, by name or by path.
public struct TemplateLibrary: Sendable {
    /// In order of preference.
    public var folders: [String]

    public init(folders: [String]) {
        self.folders = folders
    }

    /// The names at hand: sorted, each once.
    public var names: [String] {
        var names: Set<String> = []
        for folder in folders {
            for file in (try? Files.list(folder)) ?? [] where Self.isTemplate(file) {
                names.insert(String(file.dropLast(".json".count)))
            }
        }
        return names.sorted()
    }

    /// Papers, stock and schemas live beside the templates.
    private static func isTemplate(_ file: String) -> Bool {
        file.hasSuffix(".json") && !file.hasSuffix(".schema.json") && !["papers.json", "stocks.json"].contains(file)
    }

    /// A template, laid over those that it extends. Throws all problems of the files involved.
    public func template(_ nameOrPath: String) throws(DiagnosticError) -> Template {
        let layer = try layer(nameOrPath, from: nil, depth: 0)
        return try resolve(layer)
    }

    /// A size for people, `63 × 88 mm`.
    public static func describe(_ size: Size) -> String {
        func number(_ length: Length) -> String {
            let tenths = Int((length.millimetres * 10).rounded())
            return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
        }
        return "\(number(size.width)) × \(number(size.height)) mm"
    }

    private func layer(_ nameOrPath: String, from child: TemplateLayer?, depth: Int) throws(DiagnosticError)
        -> TemplateLayer
    {
        let place = child.map { Place(file: $0.file, line: $0.extendsLine) }
        guard depth < 8 else {
            throw DiagnosticError(Diagnostic(.error, at: place, "templates extend each other in a circle"))
        }
        guard let file = file(nameOrPath, beside: child?.file) else {
            throw DiagnosticError(
                Diagnostic(
                    .missingInput, at: place, "there is no template '\(nameOrPath)'",
                    hint: Suggestion.hint(for: nameOrPath, among: names)
                        ?? "there are: \(names.joined(separator: ", "))"))
        }
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try Files.read(file, limit: 4_000_000)
        } catch {
            throw DiagnosticError(Diagnostic(.missingInput, at: place, "\(error)"))
        }
        let name = Paths.name(of: file)
        let layer = try TemplateReader.read(
            bytes, file: file, name: name.hasSuffix(".json") ? String(name.dropLast(5)) : name)
        guard let parent = layer.extends else { return layer }
        return layer.laid(over: try self.layer(parent, from: layer, depth: depth + 1))
    }

    private func file(_ nameOrPath: String, beside child: String?) -> String? {
        if nameOrPath.contains("/") || nameOrPath.hasSuffix(".json") {
            let path = child.map { Paths.join(Paths.folder(of: $0), nameOrPath) } ?? nameOrPath
            return FileStatus(path: path)?.kind == .file ? path : nil
        }
        let own = child.map { [Paths.folder(of: $0)] } ?? []
        return (own + folders).map { Paths.join($0, "\(nameOrPath).json") }.first {
            FileStatus(path: $0)?.kind == .file
        }
    }

    private func resolve(_ layer: TemplateLayer) throws(DiagnosticError) -> Template {
        var problems: [Diagnostic] = []
        let place = Place(file: layer.file)
        func missing(_ name: String) {
            problems.append(Diagnostic(.error, at: place, "the field '\(name)' is missing"))
        }
        if layer.size == nil { missing("size") }
        let size = layer.size ?? .zero
        let trim = Rect(origin: .zero, size: size)
        let backs = layer.backs ?? .own
        func side(_ arrangements: [TemplateLayer.Arrangement], _ side: String) -> [Arrangement] {
            let kept = arrangements.filter { !$0.isRemoved }
            if kept.isEmpty, side == "front" || backs != .none { missing(side) }
            return kept.map { arrangement in
                let elements = arrangement.elements.filter { !$0.isRemoved }.compactMap { element -> Element? in
                    let place = Place(file: element.file, line: element.line)
                    let field = "\(side).\(arrangement.name).elements.\(element.name)"
                    switch element.resolved() {
                    case .failure(let lack):
                        problems.append(
                            Diagnostic(.error, at: place, field: field, "the field '\(lack.name)' is missing"))
                        return nil
                    case .success(let element):
                        if !trim.contains(element.box) {
                            problems.append(
                                Diagnostic(
                                    .error, at: place, field: field,
                                    "the box leaves the card, which is \(Self.describe(size))"))
                        }
                        return element
                    }
                }
                return Arrangement(
                    name: arrangement.name, condition: arrangement.condition ?? .init(), elements: elements)
            }
        }
        let (front, back) = (side(layer.front, "front"), side(layer.back, "back"))
        problems += SharedBack.problems(backs, layer, back)
        guard problems.isEmpty else { throw DiagnosticError(problems) }
        var palette = Palette()
        for (path, color) in layer.colors { palette[keyPath: path] = color }
        return Template(
            name: layer.name, summary: layer.summary ?? "", size: size, bleed: layer.bleed ?? .zero,
            edgeBleed: layer.edgeBleed, safe: layer.safe ?? .zero, cornerRadius: layer.corner ?? .zero,
            palette: palette, articles: layer.articles, front: front, back: back,
            backs: backs, file: layer.file)
    }
}
