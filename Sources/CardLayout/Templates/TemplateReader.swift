internal import Diagnostics
internal import DisplayList
internal import Fonts
internal import Geometry
internal import JSONSource
internal import Typesetting

/// Reads one template file into a layer. The schema is `Templates/template.schema.json`.
enum TemplateReader {
    static let kinds = [
        "ground", "pattern", "panel", "sticker", "print", "headword", "words", "code", "mark", "label",
    ]

    /// The layer, with everything that is wrong with the file thrown together.
    static func read(_ bytes: [UInt8], file: String, name: String) throws(DiagnosticError) -> TemplateLayer {
        let value = try JSONParser.parse(bytes, file: file)
        var reader = ObjectReader(value, file: file)
        _ = reader.string("$schema")
        let extends = reader.string("extends")
        let layer = TemplateLayer(
            file: file, name: name, summary: reader.string("summary")?.0, extends: extends?.0,
            extendsLine: extends.map { Int($0.1.line) }, isScaled: reader.bool("scaled")?.0 ?? false,
            size: size(&reader), bleed: length(&reader, "bleed", 0...20),
            edgeBleed: reader.choice("makeBleed", of: EdgeBleed.allCases.map(\.rawValue))
                .flatMap { EdgeBleed(rawValue: $0.0) }, safe: length(&reader, "safe", 0...30),
            corner: length(&reader, "corner", 0...50),
            backs: reader.choice("backs", of: Backs.allCases.map(\.rawValue)).flatMap { Backs(rawValue: $0.0) },
            colors: colors(&reader), articles: articles(&reader), front: side(&reader, "front"),
            back: side(&reader, "back"))
        // A key that means nothing is a wish that would be silently ignored.
        reader.finish(unknown: .error)
        guard reader.diagnostics.isEmpty else { throw DiagnosticError(reader.diagnostics) }
        return layer
    }

    private static func size(_ reader: inout ObjectReader) -> Size? {
        guard let numbers = numbers(&reader, "size", count: 2, 10...1000) else { return nil }
        return Size(width: .mm(numbers[0]), height: .mm(numbers[1]))
    }

    private static func length(_ reader: inout ObjectReader, _ name: String, _ range: ClosedRange<Double>) -> Length? {
        reader.number(name, in: range).map { .mm($0.0) }
    }

    private static func points(_ reader: inout ObjectReader, _ name: String) -> Length? {
        reader.number(name, in: 4...400).map { .pt($0.0) }
    }

    private static func numbers(
        _ reader: inout ObjectReader, _ name: String, count: Int, _ range: ClosedRange<Double>
    ) -> [Double]? {
        guard let (values, list) = reader.array(name) else { return nil }
        let numbers = values.compactMap { value -> Double? in
            guard case .number(let number) = value.kind, range.contains(number) else { return nil }
            return number
        }
        guard numbers.count == count, values.count == count else {
            reader.report(
                at: list, name,
                "must be a list of \(count) numbers from \(Int(range.lowerBound)) to \(Int(range.upperBound))")
            return nil
        }
        return numbers
    }

    private static func colors(_ reader: inout ObjectReader) -> [(
        any WritableKeyPath<Palette, Color> & Sendable, Color
    )] {
        reader.object("colors") { colors in
            var found: [(any WritableKeyPath<Palette, Color> & Sendable, Color)] = []
            for (name, path) in Palette.names {
                guard let (text, value) = colors.string(name) else { continue }
                if let color = color(text) {
                    found.append((path, color))
                } else {
                    colors.report(at: value, name, "must be a colour such as \"#2a66ad\", found \"\(text)\"")
                }
            }
            colors.finish(unknown: .error)
            return found
        } ?? []
    }

    private static func color(_ text: String) -> Color? {
        guard text.hasPrefix("#"), text.utf8.count == 7, let value = Int(text.dropFirst(), radix: 16) else {
            return nil
        }
        return Color(
            red: Double(value >> 16 & 255) / 255, green: Double(value >> 8 & 255) / 255, blue: Double(value & 255) / 255
        )
    }

    private static func side(_ reader: inout ObjectReader, _ name: String) -> [TemplateLayer.Arrangement] {
        guard let (members, _) = reader.members(name) else { return [] }
        return members.map { member in
            if case .null = member.value.kind {
                return TemplateLayer.Arrangement(name: member.name, condition: nil, elements: [], isRemoved: true)
            }
            return reader.nested(member.value, "\(name).\(member.name)") { arrangement in
                let condition = arrangement.object("when") { Self.condition(&$0) }
                let elements = Self.elements(&arrangement)
                arrangement.finish(unknown: .error)
                return TemplateLayer.Arrangement(name: member.name, condition: condition, elements: elements)
            }
        }
    }

    private static func condition(_ reader: inout ObjectReader) -> Arrangement.Condition {
        let condition = Arrangement.Condition(
            hasSticker: reader.bool("sticker")?.0, hasPhoto: reader.bool("photo")?.0, hasCode: reader.bool("code")?.0,
            mostWords: reader.integer("words", in: 0...10_000)?.0, isVertical: reader.bool("vertical")?.0,
            hasExample: reader.bool("example")?.0)
        reader.finish(unknown: .error)
        return condition
    }

    private static func elements(_ reader: inout ObjectReader) -> [ElementLayer] {
        guard let (members, _) = reader.members("elements") else { return [] }
        let file = reader.file
        return members.map { member in
            var layer = ElementLayer(name: member.name, line: Int(member.line), file: file)
            if case .null = member.value.kind {
                layer.isRemoved = true
                return layer
            }
            reader.nested(member.value, "elements.\(member.name)") { read(&layer, &$0) }
            return layer
        }
    }

    private static func read(_ layer: inout ElementLayer, _ reader: inout ObjectReader) {
        layer.kind = reader.choice("kind", of: kinds)?.0
        layer.content =
            reader.choice(
                "content", of: ["card", "audio"] + Element.Label.Content.allCases.map(\.rawValue))?.0
        layer.style =
            reader.choice(
                "style",
                of: (Element.Words.Style.allCases.map(\.rawValue) + Element.Pattern.Style.allCases.map(\.rawValue)))?.0
        layer.avoids = reader.string("avoids")?.0
        layer.box = numbers(&reader, "box", count: 4, 0...1000).map {
            Rect(x: .mm($0[0]), y: .mm($0[1]), width: .mm($0[2]), height: .mm($0[3]))
        }
        layer.sizes = sizes(&reader, "size")
        layer.readingSizes = sizes(&reader, "readingSize")
        layer.captionSizes = sizes(&reader, "captionSize")
        layer.nameSize = points(&reader, "nameSize")
        layer.border = length(&reader, "border", 0...50)
        layer.foot = length(&reader, "foot", 0...100)
        layer.audioCode = length(&reader, "audioCode", 5...100)
        layer.strength = reader.number("strength", in: 0...1)?.0
        layer.fill = reader.number("fill", in: 0.05...1)?.0
        layer.tilt = reader.number("tilt", in: -45...45)?.0
        layer.lines = reader.integer("lines", in: 1...20)?.0
        layer.columns = reader.integer("columns", in: 1...20)?.0
        layer.turned = reader.bool("turned")?.0
        layer.shadow = reader.bool("shadow")?.0
        layer.vertical = reader.bool("vertical")?.0
        layer.speaker = reader.bool("speaker")?.0
        layer.sameSize = reader.bool("sameSize")?.0
        layer.weight = reader.choice("weight", of: ["regular", "bold"]).flatMap { FontWeight(rawValue: $0.0) }
        layer.alignment = reader.choice("align", of: ["start", "center", "end", "left", "right"])
            .flatMap { TextAlignment(rawValue: $0.0) }
        layer.colorAids = colorAids(&reader)
        layer.genderMark = reader.bool("genderMark")?.0
        layer.tracing = reader.choice("tracing", of: Element.Tracing.Line.allCases.map(\.rawValue))
            .flatMap { Element.Tracing.Line(rawValue: $0.0) }
        // A finer line than 0.2 mm is lost by printers and copiers.
        layer.pen = length(&reader, "pen", 0.2...2)
        reader.finish(unknown: .error)
    }

    /// One aid, or a list of them in order of preference.
    private static func colorAids(_ reader: inout ObjectReader) -> [ColorAid]? {
        let words = ColorAid.allCases.map(\.rawValue)
        guard let value = reader.value("colorBy"), case .array = value.kind else {
            return reader.choice("colorBy", of: words).flatMap { ColorAid(rawValue: $0.0) }.map { [$0] }
        }
        return reader.strings("colorBy")?.0.compactMap { text, value in
            let aid = ColorAid(rawValue: text)
            if aid == nil {
                reader.report(
                    at: value, "colorBy", "\(Quotation.quoted(text)) is none of: \(words.joined(separator: ", "))",
                    hint: Suggestion.hint(for: text, among: words))
            }
            return aid
        }
    }

    /// The articles of languages by their tags, which `article` colours.
    private static func articles(_ reader: inout ObjectReader) -> [String: [String]] {
        guard let (members, _) = reader.members("articles") else { return [:] }
        return reader.object("articles") { articles in
            var found: [String: [String]] = [:]
            for member in members { found[member.name] = articles.strings(member.name)?.0.map(\.0) }
            return found
        } ?? [:]
    }

    /// `[largest, smallest]`, or one number for a size that does not change.
    private static func sizes(_ reader: inout ObjectReader, _ name: String) -> SizeRange? {
        guard let value = reader.value(name) else { return nil }
        if case .number(let size) = value.kind, (4...400).contains(size) {
            return SizeRange(largest: .pt(size), smallest: .pt(size))
        }
        guard case .array(let values) = value.kind, values.count == 2, case .number(let largest) = values[0].kind,
            case .number(let smallest) = values[1].kind, (4...400).contains(smallest), smallest <= largest,
            largest <= 400
        else {
            reader.report(
                at: value, name, "must be a size in points or a list of the largest and the smallest, such as [26, 12]")
            return nil
        }
        return SizeRange(largest: .pt(largest), smallest: .pt(smallest))
    }
}
