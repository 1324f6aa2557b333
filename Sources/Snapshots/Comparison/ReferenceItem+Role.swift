internal import Diagnostics
internal import Geometry

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension ReferenceItem {
    /// What an item is for: items of two faces with the same are the same thing.
    struct Part: Hashable {
        enum Kind: Hashable { case text, art, code, shapes }

        var kind: Kind
        var field: String
    }

    var part: Part {
        switch self {
        case .text(let text): Part(kind: .text, field: text.field)
        case .art(let art): Part(kind: .art, field: art.field)
        case .code(let code): Part(kind: .code, field: code.field)
        case .shapes(let shapes): Part(kind: .shapes, field: shapes.element)
        }
    }

    /// The tag of a text.
    var language: String? {
        if case .text(let text) = self { text.language } else { nil }
    }

    /// Around all of it; for a text about as high as its letters may be.
    var box: Rect {
        switch self {
        case .text(let text): text.box
        case .art(let art): art.box
        case .code(let code): code.box
        case .shapes(let shapes): shapes.box
        }
    }

    /// `"コーヒー"`, `the picture`: what was added or removed.
    var summary: String {
        switch self {
        case .text(let text): Sentence.quoted(text.text)
        case .art(let art): "the \(art.field.isEmpty ? "picture" : art.field)"
        case .code(let code): "QR code \(Sentence.quoted(code.text))"
        case .shapes(let shapes): Plural.counted(shapes.count, "shape")
        }
    }
}

extension ReferenceText {
    /// Shares of the em that letters reach above and below the baseline, in most fonts.
    private static let ascent = 0.8
    private static let descent = 0.25

    /// Degrees clockwise in which its lines run.
    var direction: Double { isVertical ? turn + 90 : turn }

    /// How far a point is across the lines, downwards from upright ones.
    func across(_ point: Point) -> Length {
        guard direction != 0 else { return point.y }
        let angle = direction * .pi / 180
        return point.y * cos(angle) - point.x * sin(angle)
    }

    var box: Rect {
        let angle = direction * .pi / 180
        let boxes = lines.map { line in
            let upright = Rect(
                x: .zero, y: size * -Self.ascent, width: line.width, height: size * (Self.ascent + Self.descent))
            guard direction != 0 else { return upright.moved(by: line.origin) }
            return Transform(a: cos(angle), b: sin(angle), c: -sin(angle), d: cos(angle), tx: .zero, ty: .zero)
                .apply(to: upright).moved(by: line.origin)
        }
        guard let first = boxes.first else { return Rect(origin: .zero, size: .zero) }
        return boxes.dropFirst().reduce(first) { $0.union($1) }
    }
}
