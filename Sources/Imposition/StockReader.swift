internal import Diagnostics
internal import Geometry
internal import JSONSource

/// Reads one sheet of stock; the form is that of `Templates/stocks.schema.json`.
struct StockReader {
    /// The papers that a sheet may be named after.
    let papers: PaperCatalog
    /// What a sheet is called that says no name of its own; nil where it must.
    let defaultName: String?

    /// Nil where something is missing; what is wrong is noted with the reader.
    func read(_ reader: inout ObjectReader) -> Stock? {
        _ = reader.string("$schema")
        let name = reader.string("name", required: defaultName == nil)?.0 ?? defaultName
        let aliases = reader.strings("aliases")?.0.map(\.0) ?? []
        let kind = reader.string("kind")?.0 ?? ""
        let unit = reader.choice("unit", of: PaperMeasure.units.map(\.name))?.0
        let factor = PaperMeasure.units.first { $0.name == unit ?? "mm" }?.millimetres ?? 1
        let sheet = sheet(&reader, factor)
        let columns = reader.integer("columns", in: 1...100, required: true)?.0
        let rows = reader.integer("rows", in: 1...100, required: true)?.0
        let width = length(&reader, "width", factor, required: true)
        let height = length(&reader, "height", factor) ?? width
        let shape = reader.choice("shape", of: Stock.Shape.allCases.map(\.rawValue))?.0
        let corner = length(&reader, "corner", factor) ?? .zero
        let isFolded = reader.bool("fold")?.0 ?? false
        let isOneSided = reader.bool("oneSided")?.0 ?? false
        let isUncut = reader.bool("uncut")?.0 ?? false
        let sources = reader.strings("source", required: defaultName == nil)?.0.map(\.0) ?? []
        let place = Size(width: width ?? .zero, height: height ?? .zero)
        let steps = steps(&reader, columns: columns ?? 1, rows: rows ?? 1, place: place, factor)
        reader.finish(unknown: .error)
        guard let name, let sheet, let columns, let rows, width != nil, let steps else { return nil }
        let maker = name.split(separator: " ").dropLast().joined(separator: " ")
        let stock = Stock(
            name: name, aliases: aliases.map { $0.contains(" ") || maker.isEmpty ? $0 : "\(maker) \($0)" }, kind: kind,
            paper: sheet.name, sheet: sheet.size, columns: columns, rows: rows, place: place,
            shape: shape.flatMap(Stock.Shape.init) ?? .rectangle, cornerRadius: corner, first: steps.first,
            rowStep: steps.row, columnStep: steps.column, isFolded: isFolded, isOneSided: isOneSided, isUncut: isUncut,
            sources: sources)
        if stock.shape == .round, !place.width.isClose(to: place.height) {
            reader.report(at: reader.source, "shape", "a round place is as high as it is wide")
        }
        for problem in stock.problems {
            reader.report(
                at: reader.source, nil, problem,
                hint: "measure again: every corner from the sheet's left edge and from its top")
        }
        return stock
    }

    private func sheet(_ reader: inout ObjectReader, _ factor: Double) -> (name: String, size: Size)? {
        guard let value = reader.value("sheet", required: true) else { return nil }
        let isLandscape = reader.bool("landscape")?.0 ?? false
        switch value.kind {
        case .string(let name):
            do throws(DiagnosticError) {
                let paper = try Paper.named(name, catalog: papers)
                return (paper.name, isLandscape ? paper.size.turned : paper.size)
            } catch {
                for problem in error.diagnostics {
                    reader.report(at: value, "sheet", problem.message, hint: problem.hint)
                }
                return nil
            }
        default:
            guard let numbers = numbers(value) else {
                return reader.wrongType(value, "sheet", "a paper's name, or its width and height as [210, 297]")
            }
            let size = Size(width: .mm(numbers.0 * factor), height: .mm(numbers.1 * factor))
            guard Paper.sides.contains(size.width), Paper.sides.contains(size.height) else {
                reader.report(
                    at: value, "sheet",
                    "a sheet's sides must measure \(Measure.millimetres(Paper.sides.lowerBound)) to \(Measure.millimetres(Paper.sides.upperBound)) mm"
                )
                return nil
            }
            return (Measure.size(size), size)
        }
    }

    /// Where the first place lies and how far it is to the next ones: by margins and pitches, or by three corners.
    private func steps(
        _ reader: inout ObjectReader, columns: Int, rows: Int, place: Size, _ factor: Double
    ) -> (first: Point, row: Point, column: Point)? {
        guard reader.value("corners") != nil else {
            let left = length(&reader, "left", factor, required: true)
            let top = length(&reader, "top", factor, required: true)
            let across = length(&reader, "columnPitch", factor) ?? place.width
            let down = length(&reader, "rowPitch", factor) ?? place.height
            guard let left, let top else { return nil }
            return (Point(x: left, y: top), Point(x: across, y: .zero), Point(x: .zero, y: down))
        }
        for name in ["left", "top", "columnPitch", "rowPitch"] {
            if let value = reader.value(name) {
                reader.report(at: value, name, "the three corners say it already: leave out one of the two")
            }
        }
        return reader.object("corners") { corners in
            let first = point(&corners, "first", factor, required: true)
            let right = point(&corners, "lastInRow", factor, required: columns > 1) ?? first
            let below = point(&corners, "lastInColumn", factor, required: rows > 1) ?? first
            corners.finish(unknown: .error)
            guard let first, let right, let below else { return nil }
            func step(_ to: Point, _ count: Int) -> Point {
                let steps = Double(max(1, count - 1))
                return Point(x: (to.x - first.x) / steps, y: (to.y - first.y) / steps)
            }
            return (first, step(right, columns), step(below, rows))
        } ?? nil
    }

    private func length(
        _ reader: inout ObjectReader, _ name: String, _ factor: Double, required: Bool = false
    ) -> Length? {
        reader.number(name, in: 0...5080 / factor, required: required).map { .mm($0.0 * factor) }
    }

    private func point(
        _ reader: inout ObjectReader, _ name: String, _ factor: Double, required: Bool
    ) -> Point? {
        guard let value = reader.value(name, required: required) else { return nil }
        guard let numbers = numbers(value) else {
            return reader.wrongType(value, name, "two numbers, from the left edge and from the top, as [15, 13.5]")
        }
        return Point(x: .mm(numbers.0 * factor), y: .mm(numbers.1 * factor))
    }

    private func numbers(_ value: JSONValue) -> (Double, Double)? {
        guard case .array(let values) = value.kind, values.count == 2, case .number(let first) = values[0].kind,
            case .number(let second) = values[1].kind, abs(first) <= 10_000, abs(second) <= 10_000
        else { return nil }
        return (first, second)
    }
}
