public import DisplayList
internal import Geometry

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Tells from finished drawings how cards look.
///
/// What a drawing paints is told by the roles of its groups; what has none is told as the shapes and texts of a part without a name.
/// Belongs to one thread.
public struct ReferenceRecorder {
    private let shapes: any GlyphShapes
    /// Of the glyphs seen so far, by face.
    private var outlines: [FontReference: [UInt32: UInt64]] = [:]

    public init(shapes: any GlyphShapes) {
        self.shapes = shapes
    }

    /// The fonts of all cards so far, sorted by name; of two with one name the first in the order of their content hashes.
    public var fonts: [ReferenceFont] { ReferenceFont.merged(outlines.keys.map(ReferenceFont.init)) }

    /// Records a card from its faces, the front first. Throws what the glyphs' owner throws.
    public mutating func card(id: String, faces: [(name: String, arrangement: String, frame: Frame)]) throws
        -> ReferenceCard
    {
        var recorded: [ReferenceFace] = []
        for face in faces {
            var items: [ReferenceItem] = []
            var shapes = ShapeCollector()
            try walk(face.frame.items, .identity, &shapes, &items)
            if let rest = shapes.item(element: "") { items.insert(.shapes(rest), at: 0) }
            recorded.append(ReferenceFace(name: face.name, arrangement: face.arrangement, items: items))
        }
        return ReferenceCard(id: id, faces: recorded)
    }

    private mutating func walk(
        _ items: [Item], _ map: Transform, _ shapes: inout ShapeCollector, _ found: inout [ReferenceItem]
    ) throws {
        for item in items {
            switch item {
            case .group(let group): try walk(group, map, &shapes, &found)
            case .path(let painted): shapes.add(painted, map)
            case .picture(let placed): shapes.add(PaintedPath(.rect(placed.area)), map)
            case .matrix(let matrix): found.append(.code(Self.code(matrix, field: "", map)))
            case .glyphs(let run):
                found.append(
                    .text(
                        try text(
                            [(run, map)], field: "", language: run.language,
                            content: String(run.text.reversed().drop { $0 == " " }.reversed()))))
            case .link: break
            }
        }
    }

    private mutating func walk(
        _ group: Group, _ outer: Transform, _ shapes: inout ShapeCollector, _ found: inout [ReferenceItem]
    ) throws {
        let map = group.transform == .identity ? outer : group.transform.then(outer)
        // What is cut away is not told; where it is cut is.
        if let clip = group.clip { shapes.add(PaintedPath(clip), map) }
        switch group.role {
        case nil: try walk(group.items, map, &shapes, &found)
        case .element(let name):
            var own = ShapeCollector()
            let place = found.count
            try walk(group.items, map, &own, &found)
            // Grounds, panels and marks lie under the words of their element.
            if let item = own.item(element: name) { found.insert(.shapes(item), at: place) }
        case .text(let field, let language, let content):
            var runs: [(run: GlyphRun, map: Transform)] = []
            let rest = Self.takeRuns(group.items, map, &runs)
            if !runs.isEmpty {
                found.append(.text(try text(runs, field: field, language: language, content: content)))
            }
            try walk(rest, map, &shapes, &found)
        case .code(let field):
            for item in group.items {
                if case .matrix(let matrix) = item { found.append(.code(Self.code(matrix, field: field, map))) }
            }
        case .art(let field, let source, let edge):
            if let art = ArtRecord(group.items, map).art(field: field, source: source, edge: edge) {
                found.append(.art(art))
            }
        }
    }

    /// The glyph runs among the items, in the order of painting; returns what else there is.
    private static func takeRuns(_ items: [Item], _ map: Transform, _ runs: inout [(run: GlyphRun, map: Transform)])
        -> [Item]
    {
        var rest: [Item] = []
        for item in items {
            switch item {
            case .glyphs(let run): runs.append((run, map))
            case .group(let group) where group.role == nil && group.clip == nil:
                let others = takeRuns(group.items, group.transform.then(map), &runs)
                if !others.isEmpty { rest.append(.group(Group(transform: group.transform, items: others))) }
            default: rest.append(item)
            }
        }
        return rest
    }

    // MARK: Codes

    private static func code(_ matrix: PlacedMatrix, field: String, _ map: Transform) -> ReferenceCode {
        ReferenceCode(
            field: field, text: matrix.message, modules: matrix.side, color: Rounding.color(matrix.color),
            box: Rounding.millimetres(map == .identity ? matrix.area : map.apply(to: matrix.area)))
    }

    // MARK: Texts

    private mutating func text(
        _ runs: [(run: GlyphRun, map: Transform)], field: String, language: String, content: String
    ) throws -> ReferenceText {
        var fonts: [String] = []
        var colors: [Color] = []
        var lines: [ReferenceText.Line] = []
        var hash = StableHash()
        var last: (start: LinePlace, right: Length)?
        let first = runs[0]
        let firstSize = first.run.size * Self.scale(first.map)
        var columnMap: Transform?
        for (run, map) in runs {
            if !fonts.contains(run.font.name) { fonts.append(run.font.name) }
            let begun = colors.count
            for tint in run.allTints {
                let color = Rounding.color(tint.color)
                if colors.last != color { colors.append(color) }
            }
            if let fill = run.outline?.fill, colors.last != Rounding.color(fill) { colors.append(Rounding.color(fill)) }
            let scale = Self.scale(map)
            let place = LinePlace(of: run, map)
            if columnMap == nil, LinePlace.isUprightInColumn(run) { columnMap = map }
            let glyphs = run.glyphs.map(\.id)
            let right = place.along + run.width * scale
            var offset = 0.0
            if var line = last, line.start.isOnLine(of: place) {
                offset = (place.along - line.start.along) / firstSize
                line.right = max(line.right, right)
                last = line
                lines[lines.count - 1].width = Rounding.millimetres(line.right - line.start.along)
                lines[lines.count - 1].glyphs += glyphs
            } else {
                last = (place, right)
                lines.append(
                    ReferenceText.Line(
                        origin: Rounding.millimetres(place.origin), width: Rounding.millimetres(run.width * scale),
                        glyphs: glyphs))
            }
            try addShape(
                of: run, to: &hash,
                at: [
                    Rounding.step(offset * 1000), Rounding.step(run.size * scale / firstSize * 1000),
                    run.tints.isEmpty ? colors.count - 1 : begun,
                ])
            addPaint(of: run, to: &hash)
        }
        return ReferenceText(
            field: field, language: language, text: Self.visible(content), fonts: fonts,
            size: Rounding.points(firstSize), colors: colors, lines: lines, shape: hash.value,
            turn: Self.turn(columnMap ?? first.map), isVertical: columnMap != nil)
    }

    /// Outlines, and where each stands in its run, in thousandths of an em. Spaces are seen by what they move.
    ///
    /// - Parameter place: What tells the run from others on its line.
    private mutating func addShape(of run: GlyphRun, to hash: inout StableHash, at place: [Int]) throws {
        var hasInk = false
        let scale = 1000 / run.size.points
        let face: Dictionary<FontReference, [UInt32: UInt64]>.Index
        if let known = outlines.index(forKey: run.font) {
            face = known
        } else {
            outlines[run.font] = [:]
            guard let new = outlines.index(forKey: run.font) else { return }
            face = new
        }
        for glyph in run.glyphs {
            let outline: UInt64
            if let known = outlines.values[face][glyph.id] {
                outline = known
            } else {
                outline = try shapes.outline(of: glyph.id, in: run.font)
                outlines.values[face][glyph.id] = outline
            }
            guard outline != 0 else { continue }
            if !hasInk { for number in place { hash.add(number) } }
            hasInk = true
            hash.add(outline)
            hash.add(Rounding.step(glyph.position.x.points * scale))
            hash.add(Rounding.step(glyph.position.y.points * scale))
        }
    }

    /// Where in a word a colour begins, and the line around hollow letters.
    private func addPaint(of run: GlyphRun, to hash: inout StableHash) {
        let scale = 1000 / run.size.points
        for tint in run.tints {
            hash.add(tint.glyphs.lowerBound)
            if let extent = tint.extent {
                hash.add(Rounding.step(extent.lowerBound.points * scale))
                hash.add(Rounding.step(extent.upperBound.points * scale))
            }
        }
        guard let outline = run.outline else { return }
        hash.add(Rounding.step(outline.width))
        for dash in outline.dashes { hash.add(Rounding.step(dash)) }
    }

    /// Without characters that show nothing, such as soft hyphens: what they do is seen in the letters.
    private static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isInvisible) else { return text }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text.unicodeScalars.filter { !isInvisible($0) })
        return String(scalars)
    }

    /// Default_Ignorable_Code_Point (UAX #44); only asked where there are any.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0xAD, 0xAE..<0x34F, 0x350..<0x61C, 0x61D..<0x115F, 0x1161..<0x17B4, 0x17B6..<0x180B, 0x1810..<0x200B,
            0x2070..<0x3164, 0x3165..<0xFE00:
            false
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    // MARK: Maps

    /// How many degrees a map turns, clockwise.
    static func turn(_ map: Transform) -> Double {
        map.b == 0 && map.a > 0 ? 0 : Rounding.degrees(atan2(map.b, map.a) * 180 / .pi)
    }

    /// By how much a map enlarges.
    static func scale(_ map: Transform) -> Double {
        map.b == 0 ? abs(map.a) : (map.a * map.a + map.b * map.b).squareRoot()
    }
}

extension ReferenceFont {
    init(_ font: FontReference) { self.init(name: font.name, contentHash: font.contentHash) }

    /// By name, each name once: of several the first in the order of their content hashes.
    public static func merged(_ fonts: [ReferenceFont]) -> [ReferenceFont] {
        var result: [ReferenceFont] = []
        for font in fonts.sorted(by: { ($0.name, $0.contentHash) < ($1.name, $1.contentHash) })
        where result.last?.name != font.name {
            result.append(font)
        }
        return result
    }
}
