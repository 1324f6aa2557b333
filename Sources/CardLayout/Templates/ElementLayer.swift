internal import Fonts
internal import Geometry
internal import Typesetting

/// An element as a template file gives it: only what the file says.
struct ElementLayer {
    var name: String
    /// The line of the file that names it last, for messages.
    var line: Int
    var file: String
    var isRemoved = false
    var kind: String?
    var content: String?
    var style: String?
    var avoids: String?
    var box: Rect?
    var sizes: SizeRange?
    var readingSizes: SizeRange?
    var captionSizes: SizeRange?
    var nameSize: Length?
    var border: Length?
    var foot: Length?
    var audioCode: Length?
    var strength: Double?
    var fill: Double?
    var tilt: Double?
    var lines: Int?
    var columns: Int?
    var turned: Bool?
    var shadow: Bool?
    var vertical: Bool?
    var speaker: Bool?
    var sameSize: Bool?
    var weight: FontWeight?
    var alignment: TextAlignment?
    var colorAids: [ColorAid]?
    var genderMark: Bool?
    var tracing: Element.Tracing.Line?
    var pen: Length?

    func laid(over parent: ElementLayer) -> ElementLayer {
        var result = self
        result.kind = kind ?? parent.kind
        result.content = content ?? parent.content
        result.style = style ?? parent.style
        result.avoids = avoids ?? parent.avoids
        result.box = box ?? parent.box
        result.sizes = sizes ?? parent.sizes
        result.readingSizes = readingSizes ?? parent.readingSizes
        result.captionSizes = captionSizes ?? parent.captionSizes
        result.nameSize = nameSize ?? parent.nameSize
        result.border = border ?? parent.border
        result.foot = foot ?? parent.foot
        result.audioCode = audioCode ?? parent.audioCode
        result.strength = strength ?? parent.strength
        result.fill = fill ?? parent.fill
        result.tilt = tilt ?? parent.tilt
        result.lines = lines ?? parent.lines
        result.columns = columns ?? parent.columns
        result.turned = turned ?? parent.turned
        result.shadow = shadow ?? parent.shadow
        result.vertical = vertical ?? parent.vertical
        result.speaker = speaker ?? parent.speaker
        result.sameSize = sameSize ?? parent.sameSize
        result.weight = weight ?? parent.weight
        result.alignment = alignment ?? parent.alignment
        result.colorAids = colorAids ?? parent.colorAids
        result.genderMark = genderMark ?? parent.genderMark
        result.tracing = tracing ?? parent.tracing
        result.pen = pen ?? parent.pen
        return result
    }

    func scaled(_ x: Double, _ y: Double) -> ElementLayer {
        let least = min(x, y)
        func scaled(_ range: SizeRange?) -> SizeRange? {
            range.map { SizeRange(largest: max($0.smallest, $0.largest * least), smallest: $0.smallest) }
        }
        var result = self
        result.box = box.map { Rect(x: $0.minX * x, y: $0.minY * y, width: $0.width * x, height: $0.height * y) }
        result.sizes = scaled(sizes)
        result.readingSizes = scaled(readingSizes)
        result.captionSizes = scaled(captionSizes)
        result.nameSize = nameSize.map { max(.pt(7), $0 * least) }
        result.border = border.map { $0 * least }
        result.foot = foot.map { $0 * least }
        result.audioCode = audioCode.map { $0 * least }
        return result
    }

    /// The finished element, or what it still lacks.
    func resolved() -> Result<Element, MissingField> {
        guard let kind else { return .failure(MissingField(name: "kind")) }
        func need<Value>(_ value: Value?, _ name: String) throws(MissingField) -> Value {
            guard let value else { throw MissingField(name: name) }
            return value
        }
        do throws(MissingField) {
            let resolved: Element.Kind
            switch kind {
            case "ground": resolved = .ground(.init(strength: try need(strength, "strength")))
            case "pattern":
                let shape = Element.Pattern.Style(rawValue: style ?? "dots")
                resolved = .pattern(
                    .init(style: try need(shape, "style (dots or lattice)"), strength: try need(strength, "strength")))
            case "panel": resolved = .panel
            case "sticker":
                resolved = .sticker(
                    .init(border: border ?? .mm(2), hasShadow: shadow ?? true, fill: fill ?? 0.6))
            case "print":
                resolved = .print(
                    .init(
                        border: border ?? .mm(2), foot: foot ?? .mm(7), tilt: tilt ?? 0,
                        captionSize: captionSizes ?? SizeRange(largest: .pt(8), smallest: .pt(7))))
            case "headword":
                resolved = .headword(
                    .init(
                        size: try need(sizes, "size"),
                        readingSize: readingSizes ?? SizeRange(largest: .pt(10), smallest: .pt(7)),
                        mostLines: lines ?? 2, weight: weight ?? .bold,
                        writing: vertical == true ? .vertical : .horizontal, colorAids: colorAids ?? [],
                        hasGenderMark: genderMark ?? false,
                        tracing: tracing.map { Element.Tracing(line: $0, width: pen ?? .mm(0.3)) }))
            case "words":
                guard style == nil || style.flatMap(Element.Words.Style.init(rawValue:)) != nil else {
                    throw MissingField(name: "style (list or poster)")
                }
                resolved = .words(
                    .init(
                        style: style.flatMap(Element.Words.Style.init(rawValue:)) ?? .list, columns: columns ?? 1,
                        size: try need(sizes, "size"), nameSize: nameSize ?? .pt(7),
                        readingSize: readingSizes?.largest ?? .pt(8), audioCode: audioCode, avoids: avoids,
                        alignment: alignment ?? .left, colorAids: colorAids ?? [],
                        hasGenderMark: genderMark ?? false))
            case "code":
                guard content == nil || content == "card" || content == "audio" else {
                    throw MissingField(name: "content (card or audio)")
                }
                resolved = .code(.init(content: content == "audio" ? .audio : .card, hasSpeaker: speaker ?? true))
            case "mark": resolved = .mark
            default:
                resolved = .label(
                    .init(
                        content: try need(
                            content.flatMap(Element.Label.Content.init(rawValue:)),
                            "content (captured, number, title or example)"),
                        size: try need(sizes, "size"), weight: weight ?? .regular, mostLines: lines ?? 1,
                        alignment: alignment ?? .start, isTurned: turned ?? false))
            }
            // Grounds and patterns fill the face: they need no box.
            let isFull = kind == "ground" || kind == "pattern"
            let box = isFull ? Rect(origin: .zero, size: .zero) : try need(box, "box")
            return .success(Element(name: name, box: box, kind: resolved, hasOneSize: sameSize ?? false))
        } catch {
            return .failure(error)
        }
    }

    struct MissingField: Error { var name: String }
}
